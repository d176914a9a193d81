package org.contexture.cli;

import java.io.PrintWriter;
import org.contexture.experiment.SettingsReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code contexture settings}: every key of an experiment file. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        description = "Lists every key of an experiment file with its default and meaning.",
        footer = {"", "Example:", "  contexture settings | less"})
final class SettingsCommand implements Runnable {
    @Option(names = "--markdown", description = "As the page docs/experiment-file.md.")
    private boolean markdown;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        if (markdown) {
            out.print(SettingsReference.markdown());
        } else {
            for (SettingsReference.Line line : SettingsReference.lines()) {
                out.println(line.path() + (line.byDefault().isEmpty() ? "" : ": " + line.byDefault()));
                out.println("    " + line.meaning() + " Expected: " + line.expected() + ".");
            }
        }
        out.flush();
    }
}
