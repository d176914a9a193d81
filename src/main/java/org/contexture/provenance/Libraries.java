package org.contexture.provenance;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Versions of the libraries that results pass through, from the file names of their jars, which Maven makes of name and version:
 * to look into the jars would open all of them.
 */
final class Libraries {
    private static final List<String> NAMES = List.of(
            "tribuo-util-tokenization",
            "tablesaw-core",
            "commons-math3",
            "jackson-databind",
            "jackson-dataformat-yaml",
            "snakeyaml",
            "picocli");

    private Libraries() {}

    /** Name to version, such as {@code jackson-databind} to {@code 2.18.2}; a library that is not found is left out. */
    static Map<String, String> versions(String classPath) {
        List<String> jars = Stream.of(classPath.split(Pattern.quote(File.pathSeparator), -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> String.valueOf(Path.of(entry).getFileName()))
                .toList();
        Map<String, String> versions = new LinkedHashMap<>();
        for (String name : NAMES) {
            Pattern jar = Pattern.compile(Pattern.quote(name) + "-(\\d.*)\\.jar");
            jars.stream()
                    .map(jar::matcher)
                    .filter(Matcher::matches)
                    .map(match -> match.group(1))
                    .findFirst()
                    .ifPresent(version -> versions.put(name, version));
        }
        return versions;
    }
}
