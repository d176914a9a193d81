package org.contexture.experiment.executor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.contexture.corpus.CorpusSettings;
import org.contexture.corpus.Dataset;
import org.contexture.experiment.Trial;
import org.contexture.experiment.TrialFolder;
import org.contexture.experiment.TrialListener;
import org.contexture.experiment.TrialRunner;
import org.contexture.setting.UserError;
import org.contexture.tensor.Gemm;

/**
 * Runs trials in this JVM, several side by side. A trial's results do not depend on its neighbours: it has its own random
 * streams, and its products run on as many threads as its settings say.
 */
public final class InProcess implements Executor {
    private final Path trialsFolder;
    private final Map<CorpusSettings, Dataset> datasets;
    private final int workers;

    /**
     * @param trialsFolder where each trial has a folder of its id
     * @param datasets the prepared corpus of each trial's settings
     * @param workers how many trials run at once
     */
    public InProcess(Path trialsFolder, Map<CorpusSettings, Dataset> datasets, int workers) {
        this.trialsFolder = trialsFolder;
        this.datasets = Map.copyOf(datasets);
        this.workers = workers;
    }

    /** BLAS threads are a setting of the process, so trials that differ in them run one group after the other. */
    @Override
    public void run(List<Trial> trials, TrialListener listener) {
        int[] threads =
                trials.stream().mapToInt(t -> t.training().threads()).distinct().toArray();
        try {
            for (int count : threads) {
                Gemm.threads(count);
                runTogether(
                        trials.stream()
                                .filter(t -> t.training().threads() == count)
                                .toList(),
                        listener);
            }
        } finally {
            Gemm.threads(1);
        }
    }

    private void runTogether(List<Trial> trials, TrialListener listener) {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Trial trial : dearestFirst(trials)) {
                running.add(pool.submit(() -> runner(trial, listener).run()));
            }
            for (Future<?> each : running) {
                await(each);
            }
        } finally {
            pool.shutdown();
        }
    }

    /** A dear trial that starts last would leave the other workers idle. */
    private List<Trial> dearestFirst(List<Trial> trials) {
        return trials.stream()
                .sorted(Comparator.comparingDouble(new TrialCost(datasets)::of).reversed())
                .toList();
    }

    private TrialRunner runner(Trial trial, TrialListener listener) {
        return new TrialRunner(trial, data(trial), new TrialFolder(trialsFolder.resolve(trial.id())), listener);
    }

    private Dataset data(Trial trial) {
        Dataset data = datasets.get(trial.corpus());
        if (data == null) {
            throw new IllegalArgumentException("No data set was prepared for " + trial.id());
        }
        return data;
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
