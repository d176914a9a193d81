package org.contexture.experiment.executor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.contexture.corpus.CorpusSettings;
import org.contexture.corpus.Dataset;
import org.contexture.experiment.FrozenTrial;
import org.contexture.experiment.TrialFolder;
import org.contexture.experiment.TrialListener;
import org.contexture.experiment.trial.RunControl;
import org.contexture.experiment.trial.TrialRunner;
import org.contexture.setting.UserError;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.WarmUp;
import org.jspecify.annotations.Nullable;

/**
 * Runs trials in this JVM, several side by side. A trial's results do not depend on its neighbours: it has its own random
 * streams, and its products run on as many threads as its settings say.
 */
public final class InProcess implements Executor {
    private final Path trialsFolder;
    private final Map<CorpusSettings, Dataset> datasets;
    private final int workers;
    private final Duration checkpointEvery;
    private final Interruption interruption;
    private final Map<String, @Nullable Object> run;

    /**
     * @param trialsFolder where each trial has a folder
     * @param datasets the prepared corpus of each trial's settings
     * @param workers how many trials run at once
     * @param checkpointEvery least time between two checkpoints of a trial
     * @param run what is known of the run, for the provenance of its trials
     */
    public InProcess(
            Path trialsFolder,
            Map<CorpusSettings, Dataset> datasets,
            int workers,
            Duration checkpointEvery,
            Interruption interruption,
            Map<String, @Nullable Object> run) {
        this.trialsFolder = trialsFolder;
        this.datasets = Map.copyOf(datasets);
        this.workers = workers;
        this.checkpointEvery = checkpointEvery;
        this.interruption = interruption;
        this.run = run;
    }

    /** The threads of products are a setting of the process, so trials that differ in them run one group after the other. */
    @Override
    public void run(List<FrozenTrial> trials, int until, TrialListener listener) {
        WarmUp.await();
        int[] threads = trials.stream()
                .mapToInt(t -> t.trial().training().threads())
                .distinct()
                .toArray();
        try {
            for (int count : threads) {
                Gemm.threads(count);
                runTogether(
                        trials.stream()
                                .filter(t -> t.trial().training().threads() == count)
                                .toList(),
                        until,
                        listener);
            }
        } finally {
            Gemm.threads(1);
        }
    }

    private void runTogether(List<FrozenTrial> trials, int until, TrialListener listener) {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (FrozenTrial trial : trials) {
                running.add(pool.submit(() -> run(trial, until, listener)));
            }
            for (Future<?> each : running) {
                await(each);
            }
        } finally {
            pool.shutdown();
        }
    }

    private void run(FrozenTrial trial, int until, TrialListener listener) {
        if (!interruption.isRequested()) {
            RunControl control = new RunControl(until, checkpointEvery, interruption::isRequested, run);
            Dataset data = Objects.requireNonNull(datasets.get(trial.trial().corpus()), "a prepared corpus");
            TrialFolder folder = new TrialFolder(trialsFolder.resolve(trial.folder()));
            new TrialRunner(trial, data, folder, listener, control).run();
        }
    }

    private static void await(Future<?> trial) {
        try {
            trial.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("The run was interrupted; run the same command again to go on", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
