package org.contexture.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.contexture.cli.live.LiveView;
import org.contexture.corpus.CorpusSettings;
import org.contexture.corpus.Dataset;
import org.contexture.experiment.Experiment;
import org.contexture.experiment.FrozenPlan;
import org.contexture.experiment.FrozenTrial;
import org.contexture.experiment.Halving;
import org.contexture.experiment.JsonFile;
import org.contexture.experiment.Plan;
import org.contexture.experiment.ResultFolder;
import org.contexture.experiment.Reuse;
import org.contexture.experiment.Trial;
import org.contexture.experiment.WholeFile;
import org.contexture.experiment.executor.ChildProcesses;
import org.contexture.experiment.executor.DearestFirst;
import org.contexture.experiment.executor.Executor;
import org.contexture.experiment.executor.InProcess;
import org.contexture.experiment.executor.Interruption;
import org.contexture.experiment.status.RunProgress;
import org.contexture.experiment.status.StatusFile;
import org.contexture.provenance.EngineDigest;
import org.contexture.results.Tables;
import org.contexture.tensor.Machine;
import org.contexture.tensor.WarmUp;
import org.jspecify.annotations.Nullable;

/** Runs an experiment into its folder: one round of trials, or several if a rule adds seeds. */
final class Rounds {
    private final Experiment experiment;
    private final Corpora corpora;
    private final ResultFolder folder;
    private final RunOptions options;
    private final PrintWriter out;
    private final Interruption interruption = new Interruption();

    Rounds(Experiment experiment, Corpora corpora, ResultFolder folder, RunOptions options, PrintWriter out) {
        this.experiment = experiment;
        this.corpora = corpora;
        this.folder = folder;
        this.options = options;
        this.out = out;
    }

    /**
     * Runs what is left to run and returns the exit code.
     *
     * @param expect a folder of tables that the results should equal, if any
     */
    int run(@Nullable Path expect) {
        Plan plan = Plan.of(experiment);
        try (ChildProcesses processes = new ChildProcesses(
                folder.trials(), experiment.base(), options.limits(), interruption, () -> options.facts()
                        .join())) {
            if (!options.inProcess() && !folder.hasEnded()) processes.prepare(plan.trials());
            return run(plan, processes, expect);
        }
    }

    private int run(Plan plan, ChildProcesses processes, @Nullable Path expect) {
        Map<CorpusSettings, Dataset> datasets = datasets(plan);
        String engine = EngineDigest.here();
        if (experiment.question() != null) out.println(experiment.question().replaceAll("\\p{Cntrl}", " "));
        Executor executor = options.inProcess() ? inProcess(datasets) : processes;
        SeedRounds rounds = new SeedRounds(folder, out);
        FrozenPlan frozen;
        Optional<Plan> round = Optional.of(plan);
        do {
            Plan now = round.get();
            frozen = freeze(now, datasets, engine);
            train(frozen, datasets, executor);
            round = interruption.isRequested() ? Optional.empty() : rounds.after(now);
        } while (round.isPresent());
        writeMachine(frozen);
        return new RunReport(frozen, folder, out).print(interruption.isRequested(), expect);
    }

    private Executor inProcess(Map<CorpusSettings, Dataset> datasets) {
        return new InProcess(
                folder.trials(),
                datasets,
                options.limits().workers(),
                options.limits().checkpointEvery(),
                interruption,
                options.facts().join());
    }

    private static FrozenPlan freeze(Plan plan, Map<CorpusSettings, Dataset> datasets, String engine) {
        return FrozenPlan.of(
                plan, corpus -> Objects.requireNonNull(datasets.get(corpus)).sha256(), engine);
    }

    /** Every corpus is read before the first trial, so that a mistake in one is told at once. */
    private Map<CorpusSettings, Dataset> datasets(Plan plan) {
        Map<CorpusSettings, Dataset> datasets =
                corpora.datasets(plan.trials().stream().map(Trial::corpus));
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

    /** The plan is on the disk before the first of its trials begins. */
    private void train(FrozenPlan plan, Map<CorpusSettings, Dataset> datasets, Executor executor) {
        DearestFirst order = new DearestFirst(datasets);
        List<FrozenTrial> open = order.order(folder.open(plan, options.retry()));
        Reuse.refused(folder, plan, open).forEach(out::println);
        plan.write(folder.path());
        int kept = plan.trials().size() - open.size();
        RunProgress progress =
                new RunProgress(kept, open.stream().map(FrozenTrial::trial).toList(), order::cost, System::nanoTime);
        try (LiveView view = LiveView.of(out, progress, Terminal.isInteractive())) {
            view.announce(plan, folder.path(), kept);
            if (open.isEmpty()) {
                return;
            }
            StatusFile status =
                    StatusFile.start(folder.path(), progress, options.limits().workers());
            try {
                train(new TrialsRun(executor, options, interruption, progress), plan, open);
            } finally {
                status.close();
            }
        }
    }

    private void train(TrialsRun run, FrozenPlan plan, List<FrozenTrial> open) {
        CompletableFuture<Void> tables = CompletableFuture.runAsync(Rounds::prepareTables);
        if (experiment.halving() == null) {
            run.run(open, Integer.MAX_VALUE);
        } else {
            halve(run, open, new Halving(experiment.halving(), plan, folder));
        }
        tables.join();
    }

    private static void prepareTables() {
        WarmUp.await(); // the first step is in a greater hurry
        Tables.prepare();
    }

    /** All trials up to a ranking, those that were not pruned up to the next, and the last ones to their end. */
    private void halve(TrialsRun run, List<FrozenTrial> open, Halving halving) {
        for (int rung : halving.rungs()) {
            run.run(halving.open(open, rung), rung);
            if (run.isInterrupted()) {
                return;
            }
            out.println(halving.prune(rung));
        }
        run.run(halving.open(open, Integer.MAX_VALUE), Integer.MAX_VALUE);
    }

    /** What the numbers of these results were made on and how, as the trials' own processes saw it. */
    private void writeMachine(FrozenPlan plan) {
        plan.trials().stream()
                .map(trial -> folder.trial(trial).path().resolve("provenance.json"))
                .filter(Files::exists)
                .findFirst()
                .map(JsonFile::read)
                .ifPresent(facts -> {
                    facts.keySet().retainAll(Machine.FACTS);
                    WholeFile.write(folder.path().resolve("provenance.json"), JsonFile.pretty(facts));
                });
    }
}
