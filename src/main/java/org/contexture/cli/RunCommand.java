package org.contexture.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.contexture.experiment.Experiment;
import org.contexture.experiment.ResultFolder;
import org.contexture.experiment.State;
import org.contexture.experiment.executor.Limits;
import org.contexture.experiment.trial.RunControl;
import org.contexture.provenance.Provenance;
import org.contexture.setting.UserError;
import org.contexture.tensor.WarmUp;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code contexture run}: trains every trial of an experiment file and writes the tables. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains every trial of an experiment file, writes its tables and prints the result.",
            "Run the same command again to go on: trials that have ended are kept, interrupted ones continue from their"
                    + " last checkpoint, and values or seeds added to the file are all that is new. Ctrl-C saves"
                    + " checkpoints and stops; a second one stops at once."
        },
        footer = {
            "",
            "Examples:",
            "  contexture run experiments/smoke.yaml",
            "  contexture run my.yaml --workers 4 --results /data/runs",
            "  contexture run my.yaml --set training.epochs=2 --sweep model.hidden=64,128",
            "  contexture run my.yaml --timeout 2h --memory 4g       limits for each trial",
            "  contexture run my.yaml --retry failed,killed          what did not end well"
        })
final class RunCommand implements Callable<Integer> {
    private static final long LEAST_MEMORY = 256L << 20;

    @Mixin
    private ExperimentOptions experiment = new ExperimentOptions();

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Where result folders go (default: ${DEFAULT-VALUE}).",
            defaultValue = "results")
    private Path results = Path.of("results");

    @Mixin
    private Workers workers = new Workers();

    @Option(
            names = "--in-process",
            description = "Run the trials in this JVM instead of processes of their own: quicker to start, but what"
                    + " exhausts memory or crashes takes all down.")
    private boolean inProcess;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Quantity.OfTime.class,
            description = "Longest time for one trial, such as 90s, 30m or 2h.")
    private @Nullable Duration timeout;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            converter = Quantity.OfMemory.class,
            description = "Most memory for one trial's process, such as 4g, heap and native together.")
    private @Nullable Long memory;

    @Option(
            names = "--checkpoint",
            paramLabel = "TIME",
            converter = Quantity.OfTime.class,
            description = "Least time between two checkpoints of a trial (default: 60s).")
    private Duration checkpoint = RunControl.USUAL_CHECKPOINTS;

    @Option(
            names = "--retry",
            split = ",",
            paramLabel = "STATE",
            description =
                    "Run trials again that ended so: failed, diverged, killed, 'timed out', 'out of memory', pruned.")
    private List<String> retry = new ArrayList<>();

    @Option(names = "--fail-fast", description = "Stop at the first trial that does not end well.")
    private boolean failFast;

    @Option(
            names = "--expect",
            paramLabel = "DIR",
            description =
                    "Compare with the published tables in DIR: bit for bit on every CPU; if they tell of another arithmetic"
                            + " or of none, losses within 1e-3 relative. Exit code 1 if they differ.")
    private @Nullable Path expect;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Limits limits = limits();
        Set<State> again = again();
        checkExpected();
        if (inProcess) WarmUp.begin();
        List<String> command = Objects.requireNonNull(spec.commandLine().getParent())
                .getParseResult()
                .originalArgs();
        CompletableFuture<Map<String, @Nullable Object>> facts =
                CompletableFuture.supplyAsync(() -> Provenance.ofRun(experiment.file(), command));
        Corpora corpora = experiment.corpora();
        Experiment read = experiment.read().matched(corpora::vocabularies);
        try (ResultFolder folder = ResultFolder.take(results.resolve(read.name()))) {
            PrintWriter out = spec.commandLine().getOut();
            RunOptions options = new RunOptions(limits, inProcess, failFast, again, facts);
            return new Rounds(read, corpora, folder, options, out).run(expect);
        }
    }

    /** What is wrong is told before anything is computed. */
    private Limits limits() {
        int trials = workers.count();
        if (memory != null && memory < LEAST_MEMORY) {
            throw new UserError(
                    "--memory is " + memory + " bytes; expected at least 256m, which a JVM needs for itself");
        }
        if (timeout != null && timeout.isZero()) {
            throw new UserError("--timeout is 0; expected a time such as 30m");
        }
        if (inProcess && (timeout != null || memory != null)) {
            throw new UserError(
                    "--timeout and --memory need processes of their own; expected them without --in-process");
        }
        return new Limits(trials, timeout, memory, checkpoint);
    }

    private Set<State> again() {
        Set<State> states = EnumSet.noneOf(State.class);
        for (String word : retry) {
            String plain = word.strip().replace('-', ' ');
            Optional<State> state = plain.equals("timeout")
                    ? Optional.of(State.TIMED_OUT)
                    : plain.equals("oom") ? Optional.of(State.OUT_OF_MEMORY) : State.of(plain);
            states.add(state.filter(s -> s != State.OK)
                    .orElseThrow(() -> new UserError("--retry: found '" + word + "'; expected some of "
                            + String.join(
                                    ", ", State.words().subList(1, State.words().size())))));
        }
        return states;
    }

    private void checkExpected() {
        if (expect != null && !Files.isRegularFile(expect.resolve("trials.csv"))) {
            throw new UserError(
                    "--expect " + expect + ": no trials.csv there; expected a folder with published tables");
        }
    }
}
