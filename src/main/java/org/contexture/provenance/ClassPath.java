package org.contexture.provenance;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path that this JVM was started with. Read it here, not from the system's property: a library that searches it for its own
 * classes is shown a part of it for a moment.
 */
public final class ClassPath {
    private static final String PROPERTY = "java.class.path";
    private static final String ALL = System.getProperty(PROPERTY);

    private ClassPath() {}

    /** As one text, for another JVM. */
    public static String all() {
        return ALL;
    }

    /** Folders and jars. */
    public static Stream<Path> entries() {
        return names().map(Path::of);
    }

    private static Stream<String> names() {
        return Stream.of(ALL.split(Pattern.quote(File.pathSeparator))).filter(name -> !name.isEmpty());
    }

    /**
     * Does something, a class's initialization perhaps, while whoever looks into the class path finds only some of the jars; all if there
     * are none such. Classes are found as ever: their loader has read the property before.
     */
    public static synchronized void showing(Predicate<Path> jars, Runnable work) {
        String some = names().filter(name -> jars.test(Path.of(name))).collect(Collectors.joining(File.pathSeparator));
        try {
            if (!some.isEmpty()) System.setProperty(PROPERTY, some);
            work.run();
        } finally {
            System.setProperty(PROPERTY, ALL);
        }
    }
}
