package org.contexture.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every example of docs/sweeps.md gives the configurations that the page says. */
class SweepsPageTest {
    private static final Pattern EXAMPLE =
            Pattern.compile("## (\\w[\\w ]*)\\n(?:(?!## ).*\\n)*?```yaml\\n(sweep:[^`]*)```\\n```text\\n([^`]*)```");

    private final ExperimentFolder folder;

    SweepsPageTest(@TempDir Path folder) {
        this.folder = new ExperimentFolder(folder);
    }

    /** Title, YAML and configurations of each. */
    static List<MatchResult> examples() throws IOException {
        String page = Files.readString(Path.of("docs/sweeps.md"));
        return EXAMPLE.matcher(page).results().toList();
    }

    @TestFactory
    Stream<DynamicTest> anExampleGivesItsConfigurations() throws IOException {
        List<MatchResult> examples = examples();
        assertEquals(8, examples.size());
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.group(1),
                        () -> assertEquals(
                                example.group(3).lines().toList(),
                                folder.configurations("corpus: { task: reverse }\n" + example.group(2)))));
    }
}
