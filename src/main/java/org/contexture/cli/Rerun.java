package org.contexture.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.contexture.corpus.CorpusSettings;
import org.contexture.corpus.Dataset;
import org.contexture.experiment.FrozenPlan;
import org.contexture.experiment.FrozenTrial;
import org.contexture.experiment.JsonFile;
import org.contexture.experiment.Outcome;
import org.contexture.experiment.Trial;
import org.contexture.experiment.TrialListener;
import org.contexture.experiment.WholeFile;
import org.contexture.experiment.executor.DearestFirst;
import org.contexture.experiment.executor.InProcess;
import org.contexture.experiment.executor.Interruption;
import org.contexture.provenance.EngineDigest;
import org.contexture.tensor.Machine;

/** Runs trials of an earlier plan again, on the engine of today, in this JVM, and tells of each that has ended. */
final class Rerun {
    private static final Duration NO_CHECKPOINTS = Duration.ofDays(10_000);

    private final Map<CorpusSettings, Dataset> datasets;
    private final int workers;
    private final Consumer<String> log;

    /** @param log is told of each trial, in a line; from several threads at once */
    Rerun(Map<CorpusSettings, Dataset> datasets, int workers, Consumer<String> log) {
        this.datasets = datasets;
        this.workers = workers;
        this.log = log;
    }

    /**
     * Runs them into an empty folder of results.
     *
     * @return each trial's own folder, by the trial's id
     */
    Map<String, Path> run(FrozenPlan plan, List<FrozenTrial> wanted, Path results) {
        WholeFile.write(
                results.resolve("provenance.json"),
                JsonFile.pretty(Machine.here().facts()));
        List<FrozenTrial> trials = wanted.stream().map(this::today).toList();
        new FrozenPlan(plan.experiment(), plan.question(), plan.file(), plan.base(), trials).write(results);
        new InProcess(
                        results.resolve(FrozenTrial.TRIALS),
                        datasets,
                        workers,
                        NO_CHECKPOINTS,
                        new Interruption(),
                        Map.of())
                .run(new DearestFirst(datasets).order(trials), Integer.MAX_VALUE, new Ends());
        Map<String, Path> folders = new LinkedHashMap<>();
        trials.forEach(trial -> folders.put(trial.id(), trial.folderIn(results)));
        return folders;
    }

    private FrozenTrial today(FrozenTrial trial) {
        Dataset data = Objects.requireNonNull(datasets.get(trial.trial().corpus()));
        return FrozenTrial.of(trial.trial(), data.sha256(), EngineDigest.here());
    }

    private final class Ends implements TrialListener {
        @Override
        public void ended(Trial trial, Outcome outcome) {
            log.accept("  " + trial.id() + "  " + outcome.state().word());
        }
    }
}
