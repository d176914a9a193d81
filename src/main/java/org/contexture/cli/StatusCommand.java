package org.contexture.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import org.contexture.experiment.status.ExperimentStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code contexture status}: how an experiment stands, while it runs and afterwards. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Tells how an experiment stands, also from another terminal while it runs. Changes nothing.",
        footer = {
            "",
            "The object of --json has these keys:",
            "  experiment, question, folder",
            "  trials       how many are planned",
            "  counts       trials by state: planned, running, ok, diverged, failed,",
            "               out of memory, killed, timed out, interrupted, pruned; all,",
            "               0 where there is none",
            "  runner       state (running; elsewhere: on another host; ended; stale: gone",
            "               without a word; none), host, pid, started, updated, ended,",
            "               workers",
            "  running      a list of trial, epoch, epochs, share (0 to 1), loss,",
            "               tokensPerSecond, secondsLeft",
            "  bad          a list of trial, state, message, log: those that did not end well",
            "  share, secondsLeft   of the whole run, while one is at work",
            "What is not known is null. Times are UTC (ISO 8601).",
            "",
            "Examples:",
            "  contexture status results/smoke",
            "  contexture status results/smoke --json | jq .counts.ok"
        })
final class StatusCommand implements Runnable {
    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of an experiment's results.")
    private Path folder = Path.of("");

    @Option(names = "--json", description = "As one JSON object, for scripts.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        Instant now = Instant.now();
        ExperimentStatus status = ExperimentStatus.read(folder, now);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(status.json());
        } else {
            new StatusReport(status, now).lines(Terminal.width()).forEach(out::println);
        }
        out.flush();
    }
}
