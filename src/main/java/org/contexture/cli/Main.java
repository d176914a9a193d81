package org.contexture.cli;

import org.contexture.setting.UserError;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program {@code contexture}. Exit codes: 0 success, 1 failed trials, 2 wrong usage or unusable input. */
@Command(
        name = "contexture",
        description =
                "A laboratory for recurrent sequence-to-sequence research: what should an encoder hand to a decoder?",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class,
            PlanCommand.class,
            StatusCommand.class,
            CompareCommand.class,
            ReportCommand.class,
            SettingsCommand.class,
            SchemaCommand.class,
            ScoreCommand.class,
            BenchCommand.class,
            ExportCommand.class,
            ReproduceCommand.class,
            NotebookCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  contexture run experiments/smoke.yaml     train a small sweep in seconds",
            "  contexture run my.yaml --results DIR      put the results elsewhere",
            "  contexture plan my.yaml                   what a run would train, and its cost",
            "  contexture status results/smoke           how it stands, from another terminal",
            "  contexture settings                       every key of an experiment file",
            "  contexture compare results/smoke          what differs, and is it only seeds?",
            "  contexture report results/smoke           a page of it all, with charts",
            "  contexture notebook                       Jupyter with a Java kernel",
            "  contexture reproduce results/smoke        run them again, compare every number",
            "  contexture export mlflow results/smoke    a run for each trial at MLflow",
            "  contexture score ref.txt hyp.txt -m bleu  scores as sacreBLEU prints them",
            "  contexture bench --vocabulary 500         how fast models train here",
            "  contexture run --help                     all options of a command",
            "",
            "Exit codes: 0 success; 1 failed trials or other results than expected;",
            "  2 wrong usage or unusable input."
        })
public final class Main implements Runnable {
    static final int FAILED_TRIALS = 1;
    static final int WRONG_USAGE = 2;

    @CommandLine.Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of an error.")
    private boolean verbose;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs a command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs a command and returns its exit code. */
    static int run(String... arguments) {
        try {
            return commandLine().execute(arguments);
        } catch (OutOfMemoryError e) {
            System.err.println("Not enough memory (" + e.getMessage()
                    + "); use a smaller corpus or model, or set CONTEXTURE_JAVA_OPTIONS=-Xmx8g");
            return FAILED_TRIALS;
        }
    }

    static CommandLine commandLine() {
        Main main = new Main();
        return new CommandLine(main)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((error, command, parsed) -> main.explain(error, command));
    }

    /** Without a command there is nothing to do but to say what there is. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }

    private int explain(Exception error, CommandLine command) {
        String message = error instanceof UserError
                ? String.valueOf(error.getMessage())
                : "This is a defect of Contexture: " + error + " (show its stack trace with --verbose)";
        command.getErr().println(message);
        if (verbose) {
            error.printStackTrace(command.getErr());
        }
        return error instanceof UserError ? WRONG_USAGE : FAILED_TRIALS;
    }
}
