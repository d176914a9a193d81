package org.contexture.cli;

import java.util.List;
import org.contexture.experiment.FrozenTrial;
import org.contexture.experiment.Outcome;
import org.contexture.experiment.State;
import org.contexture.experiment.Trial;
import org.contexture.experiment.TrialListener;
import org.contexture.experiment.TrialProgress;
import org.contexture.experiment.executor.Executor;
import org.contexture.experiment.executor.Interruption;
import org.jline.utils.Signals;

/** Runs trials and lets signals and bad ends interrupt it. */
final class TrialsRun {
    private final Executor executor;
    private final RunOptions options;
    private final Interruption interruption;
    private final TrialListener watcher;

    TrialsRun(Executor executor, RunOptions options, Interruption interruption, TrialListener watcher) {
        this.executor = executor;
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
     * @param trials in the order in which they start
     * @param until the epoch after which trials wait to be continued
     */
    void run(List<FrozenTrial> trials, int until) {
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
