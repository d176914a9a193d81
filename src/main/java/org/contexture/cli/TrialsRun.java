package org.contexture.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.contexture.corpus.CorpusSettings;
import org.contexture.corpus.Dataset;
import org.contexture.experiment.FrozenTrial;
import org.contexture.experiment.Outcome;
import org.contexture.experiment.ResultFolder;
import org.contexture.experiment.State;
import org.contexture.experiment.Trial;
import org.contexture.experiment.TrialListener;
import org.contexture.experiment.TrialProgress;
import org.contexture.experiment.executor.ChildProcesses;
import org.contexture.experiment.executor.DearestFirst;
import org.contexture.experiment.executor.Executor;
import org.contexture.experiment.executor.InProcess;
import org.contexture.experiment.executor.Interruption;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/** Runs trials with the executor that the options ask for, and lets signals and bad ends interrupt it. */
final class TrialsRun {
    private final ResultFolder folder;
    private final Path base;
    private final RunOptions options;
    private final Interruption interruption;
    private final TrialListener watcher;

    /** @param base the folder that paths of corpora are relative to */
    TrialsRun(ResultFolder folder, Path base, RunOptions options, Interruption interruption, TrialListener watcher) {
        this.folder = folder;
        this.base = base;
        this.options = options;
        this.interruption = interruption;
        this.watcher = watcher;
    }

    boolean isInterrupted() {
        return interruption.isRequested();
    }

    /**
     * Returns when all have ended, or the run was interrupted.
     *
     * @param until the epoch after which trials wait to be continued
     */
    void run(List<FrozenTrial> trials, Map<CorpusSettings, Dataset> datasets, int until) {
        Map<String, @Nullable Object> facts = options.facts().join();
        Executor executor = options.inProcess()
                ? new InProcess(
                        folder.trials(),
                        datasets,
                        options.limits().workers(),
                        options.limits().checkpointEvery(),
                        interruption,
                        facts)
                : new ChildProcesses(
                        folder.trials(), base, options.limits(), new DearestFirst(datasets), interruption, facts);
        Object onInterrupt = Signals.register("INT", this::signal);
        Object onTermination = Signals.register("TERM", this::signal);
        try {
            executor.run(trials, until, options.failFast() ? new FailFast() : watcher);
        } finally {
            Signals.unregister("INT", onInterrupt);
            Signals.unregister("TERM", onTermination);
        }
    }

    private void signal() {
        if (interruption.isAtOnce() || (interruption.isRequested() && options.inProcess())) {
            Runtime.getRuntime().halt(Main.FAILED_TRIALS); // what is on the disk is whole
        }
        System.err.println(
                interruption.isRequested()
                        ? "Stopping at once."
                        : "Stopping: checkpoints are being saved; Ctrl-C again stops at once.");
        interruption.request();
    }

    /** Passes everything on, and interrupts after a bad end. */
    private final class FailFast implements TrialListener {
        @Override
        public void started(Trial trial) {
            watcher.started(trial);
        }

        @Override
        public void progress(Trial trial, TrialProgress progress) {
            watcher.progress(trial, progress);
        }

        @Override
        public void ended(Trial trial, Outcome outcome) {
            watcher.ended(trial, outcome);
            if (outcome.state() != State.OK && !interruption.isRequested()) interruption.request();
        }
    }
}
