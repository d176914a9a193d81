package org.contexture.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.contexture.corpus.CorpusSettings;
import org.contexture.corpus.Dataset;
import org.contexture.experiment.FrozenPlan;
import org.contexture.experiment.FrozenTrial;
import org.contexture.experiment.JsonFile;
import org.contexture.experiment.Outcome;
import org.contexture.experiment.Trial;
import org.contexture.experiment.TrialListener;
import org.contexture.experiment.TrialProgress;
import org.contexture.experiment.WholeFile;
import org.contexture.experiment.executor.InProcess;
import org.contexture.experiment.executor.Interruption;
import org.contexture.provenance.EngineDigest;
import org.contexture.tensor.Machine;

/** Runs trials of an earlier plan again, on the engine of today, in this JVM, and tells of each that has ended. */
final class Rerun {
    private static final Duration NO_CHECKPOINTS = Duration.ofDays(10_000);

    private final Map<CorpusSettings, Dataset> datasets;
    private final int workers;
    private final Sink sink;

    /** Takes a line; from several threads at once. */
    interface Sink {
        void line(String text);
    }

    Rerun(Map<CorpusSettings, Dataset> datasets, int workers, Sink sink) {
        this.datasets = datasets;
        this.workers = workers;
        this.sink = sink;
    }

    /**
     * Runs them into an empty folder of results.
     *
     * @return each trial's own folder, by the trial's id
     */
    Map<String, Path> run(FrozenPlan plan, List<FrozenTrial> wanted, Path results) {
        Machine machine = Machine.here();
        WholeFile.write(
                results.resolve("provenance.json"),
                JsonFile.pretty(JsonFile.map("cpu", machine.cpu(), "blas", machine.blas(), "nd4j", machine.nd4j())));
        List<FrozenTrial> trials = wanted.stream().map(this::today).toList();
        new FrozenPlan(plan.experiment(), plan.question(), plan.file(), plan.base(), trials).write(results);
        new InProcess(results.resolve("trials"), datasets, workers, NO_CHECKPOINTS, new Interruption(), Map.of())
                .run(trials, Integer.MAX_VALUE, new Ends());
        Map<String, Path> folders = new LinkedHashMap<>();
        trials.forEach(
                trial -> folders.put(trial.id(), results.resolve("trials").resolve(trial.folder())));
        return folders;
    }

    private FrozenTrial today(FrozenTrial trial) {
        Dataset data = Objects.requireNonNull(datasets.get(trial.trial().corpus()));
        return FrozenTrial.of(trial.trial(), data.sha256(), EngineDigest.here());
    }

    private final class Ends implements TrialListener {
        @Override
        public void started(Trial trial) {
            // the end is what counts
        }

        @Override
        public void progress(Trial trial, TrialProgress progress) {
            // the end is what counts
        }

        @Override
        public void ended(Trial trial, Outcome outcome) {
            sink.line("  " + trial.id() + "  " + outcome.state().word());
        }
    }
}
