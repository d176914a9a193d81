package org.contexture.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.contexture.cli.live.LiveView;
import org.contexture.corpus.CorpusSettings;
import org.contexture.corpus.Dataset;
import org.contexture.experiment.Experiment;
import org.contexture.experiment.JsonFile;
import org.contexture.experiment.Plan;
import org.contexture.experiment.ResultFolder;
import org.contexture.experiment.Trial;
import org.contexture.experiment.WholeFile;
import org.contexture.experiment.executor.InProcess;
import org.contexture.experiment.executor.TrialCost;
import org.contexture.experiment.status.RunProgress;
import org.contexture.experiment.status.StatusFile;
import org.contexture.results.Tables;
import org.contexture.setting.UserError;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.Machine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code contexture run}: trains every trial of an experiment file and writes the tables. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Trains every trial of an experiment file, writes its tables and prints the result.",
        footer = {
            "",
            "Finished trials are kept: run the same command again to go on after an interruption.",
            "",
            "Examples:",
            "  contexture run experiments/smoke.yaml",
            "  contexture run my.yaml --workers 4 --results /data/runs"
        })
final class RunCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "The experiment, a YAML file.")
    private Path file = Path.of("");

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Where result folders go (default: ${DEFAULT-VALUE}).",
            defaultValue = "results")
    private Path results = Path.of("results");

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Trials that run at once (default: one for each core).")
    private @Nullable Integer workers;

    @Option(
            names = "--expect",
            paramLabel = "DIR",
            description =
                    "Compare with the published tables in DIR: bit for bit on a machine of the same CPU, BLAS kernel"
                            + " and ND4J build, else losses within 1e-3 relative. Exit code 1 if they differ.")
    private @Nullable Path expect;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        checkOptions();
        Plan plan = Plan.of(Experiment.read(file));
        try (ResultFolder folder =
                ResultFolder.take(results.resolve(plan.experiment().name()))) {
            return run(plan, folder);
        }
    }

    private int run(Plan plan, ResultFolder folder) {
        PrintWriter out = spec.commandLine().getOut();
        CompletableFuture<Void> natives = natives(plan, folder);
        Map<CorpusSettings, Dataset> datasets;
        try {
            datasets = datasets(plan, out);
        } finally {
            natives.join(); // a JVM should not end while libraries are being loaded
        }
        String question = plan.experiment().question();
        if (question != null) out.println(question.replaceAll("\\p{Cntrl}", " "));
        SeedRounds rounds = new SeedRounds(folder, out);
        Plan last = plan;
        for (Optional<Plan> round = Optional.of(plan); round.isPresent(); round = rounds.after(last)) {
            last = round.get();
            train(last, folder, datasets);
        }
        return new RunReport(last, folder, out).print(expect);
    }

    private void train(Plan plan, ResultFolder folder, Map<CorpusSettings, Dataset> datasets) {
        List<Trial> open = folder.open(plan, datasets);
        folder.write(plan);
        if (!open.isEmpty()) writeMachine(folder);
        train(plan, folder, datasets, open);
    }

    /** ND4J's libraries take as long to load as small corpora, so that happens beside them if there is something to train. */
    private static CompletableFuture<Void> natives(Plan plan, ResultFolder folder) {
        boolean finished =
                plan.trials().stream().allMatch(t -> folder.trial(t.id()).isFinished());
        return finished ? CompletableFuture.completedFuture(null) : CompletableFuture.runAsync(() -> Gemm.threads(1));
    }

    /** What is wrong is told before anything is computed. */
    private void checkOptions() {
        if (workers != null && workers < 1) {
            throw new UserError("--workers is " + workers + "; expected at least 1");
        }
        if (expect != null && !Files.isRegularFile(expect.resolve("trials.csv"))) {
            throw new UserError(
                    "--expect " + expect + ": no trials.csv there; expected a folder with published tables");
        }
    }

    private int workers() {
        return workers == null ? Runtime.getRuntime().availableProcessors() : workers;
    }

    /** Every corpus is read before the first trial, so that a mistake in one is told at once. */
    private Map<CorpusSettings, Dataset> datasets(Plan plan, PrintWriter out) {
        Path base = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of(""));
        Map<CorpusSettings, Dataset> datasets = new LinkedHashMap<>();
        for (Trial trial : plan.trials()) {
            datasets.computeIfAbsent(trial.corpus(), corpus -> Dataset.load(corpus, base));
        }
        datasets.values().stream()
                .flatMap(data -> data.notes().stream())
                .distinct()
                .forEach(out::println);
        if (datasets.values().stream().anyMatch(data -> data.test().isEmpty())) {
            out.println("corpus.test: none, so nothing is decoded; set corpus.test to files or { fraction: 0.1 }");
        }
        out.flush();
        return datasets;
    }

    private static void writeMachine(ResultFolder folder) {
        Machine machine = Machine.here();
        WholeFile.write(
                folder.path().resolve("provenance.json"),
                JsonFile.pretty(JsonFile.map("cpu", machine.cpu(), "blas", machine.blas(), "nd4j", machine.nd4j())));
    }

    private void train(Plan plan, ResultFolder folder, Map<CorpusSettings, Dataset> datasets, List<Trial> open) {
        int kept = plan.trials().size() - open.size();
        RunProgress progress = new RunProgress(kept, open, new TrialCost(datasets)::of, System::nanoTime);
        LiveView view = LiveView.of(spec.commandLine().getOut(), progress, Terminal.isInteractive());
        view.announce(plan, folder.path(), kept);
        StatusFile status = StatusFile.start(folder.path(), progress, workers());
        CompletableFuture<Void> tables = CompletableFuture.runAsync(Tables::prepare);
        Thread interruption = new Thread(() -> interrupted(folder, view, status));
        Runtime.getRuntime().addShutdownHook(interruption);
        try {
            new InProcess(folder.trials(), datasets, workers()).run(open, progress);
        } finally {
            forget(interruption);
            view.close();
            status.close();
        }
        tables.join();
    }

    private static void forget(Thread interruption) {
        try {
            Runtime.getRuntime().removeShutdownHook(interruption);
        } catch (IllegalStateException e) {
            interruption.setName("contexture-interrupted"); // the JVM is already ending, and the hook at work
        }
    }

    /** Ctrl-C: what is finished goes into the tables. */
    private void interrupted(ResultFolder folder, LiveView view, StatusFile status) {
        view.close();
        status.close();
        Tables.write(folder.path());
        spec.commandLine()
                .getErr()
                .println("Interrupted. Finished trials are in the tables of " + folder.path()
                        + "; run the same command again to go on.");
    }
}
