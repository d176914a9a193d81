package org.contexture.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code contexture export}: copies results to where others keep theirs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Copies a folder of results to another system.",
        subcommands = MlflowCommand.class)
final class ExportCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "The system is missing: contexture export mlflow RESULTS");
    }
}
