package org.contexture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contexture.experiment.Experiment;
import org.contexture.experiment.SettingsReference;
import org.contexture.results.ConfigurationTable;
import org.contexture.results.Results;
import org.contexture.results.TerminalTable;
import org.junit.jupiter.api.Test;

/** What the documents say is so. */
class DocumentationTest {
    private static final String README = read(Path.of("README.md"));

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text);
        return matcher.results().map(result -> result.group(1)).toList();
    }

    /** Renew it with {@code ./contexture settings --markdown > docs/experiment-file.md}. */
    @Test
    void theSettingsPageIsTheRecordsOwn() {
        assertEquals(SettingsReference.markdown(), read(Path.of("docs/experiment-file.md")));
    }

    @Test
    void theReadmesExperimentIsTheShippedOne() {
        String shipped = read(Path.of("experiments/cell-context-hidden.yaml"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .reduce("", (text, line) -> text + line + "\n");
        assertTrue(README.contains("```yaml\n" + shipped + "```"));
        assertEquals(
                27,
                Experiment.read(Path.of("experiments/cell-context-hidden.yaml"))
                        .sweep()
                        .points()
                        .size());
    }

    @Test
    void theReadmesResultsAreThePublishedOnes() {
        Results smoke = Results.load(Path.of("results/published/smoke"));
        String table = TerminalTable.of(ConfigurationTable.of(smoke.trials())).text(80, "");
        assertTrue(README.contains(table), table);
    }

    @Test
    void everyFileTheReadmeNamesExists() throws IOException {
        List<String> experiments = found("^\\| `([a-z0-9-]+\\.yaml)`", README);
        try (Stream<Path> files = Files.list(Path.of("experiments"))) {
            List<String> shipped = files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".yaml"))
                    .sorted()
                    .toList();
            assertEquals(shipped, experiments.stream().sorted().toList());
        }
        List<String> links = found("\\]\\((?!https)([^)#]+)\\)", README);
        assertFalse(links.isEmpty());
        links.forEach(link -> assertTrue(Files.exists(Path.of(link)), link));
        List<String> packages = found("^  ([a-z/]+)/ {2,}", README.substring(README.indexOf("src/main/java")));
        assertFalse(packages.isEmpty());
        packages.forEach(p -> assertTrue(Files.exists(Path.of("src/main/java/org/contexture", p)), p));
    }

    @Test
    void everyCommandTheReadmeShowsIsRunByCi() {
        String ci = read(Path.of(".ci/run"));
        List<String> commands = found("^(\\./contexture [^#\\n]*[^#\\s]|mvn \\S+)", README);
        assertEquals(13, commands.size(), commands.toString());
        for (String command : commands) {
            String[] words = command.split(" ", -1);
            assertTrue(
                    ci.lines().anyMatch(line -> Stream.of(words).allMatch(line::contains)),
                    "\"" + command + "\" is in README.md but not in .ci/run");
        }
    }
}
