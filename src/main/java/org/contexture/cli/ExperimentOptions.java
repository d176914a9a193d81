package org.contexture.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.contexture.experiment.Experiment;
import org.contexture.experiment.Overrides;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The experiment a command is about: a file, and what options change of it. */
final class ExperimentOptions {
    @Parameters(index = "0", paramLabel = "FILE", description = "The experiment, a YAML file.")
    private Path file = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description =
                    "Set one setting, such as model.hidden=128; of a swept one, try this value alone. Repeatable.")
    private List<String> set = List.of();

    @Option(
            names = "--sweep",
            paramLabel = "PATH=A,B",
            description =
                    "Try values of a setting, such as model.hidden=64,128, instead of those in the file. Repeatable.")
    private List<String> sweep = List.of();

    /**
     * Reads and checks the experiment. It keeps the file's name, whatever options say.
     *
     * @throws org.contexture.setting.UserError with every problem of the file and the options
     */
    Experiment read() {
        return Experiment.read(file, overrides());
    }

    Overrides overrides() {
        return new Overrides(set, sweep);
    }

    Path file() {
        return file;
    }

    /** The corpora of the experiment; their paths are relative to its file. */
    Corpora corpora() {
        return new Corpora(Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of("")));
    }
}
