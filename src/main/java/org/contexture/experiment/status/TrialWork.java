package org.contexture.experiment.status;

import org.contexture.experiment.Trial;
import org.contexture.experiment.TrialProgress;
import org.jspecify.annotations.Nullable;

/** A trial under way: what it told last, and since when. One thread tells, others read. */
final class TrialWork {
    final int number;
    final double cost;
    private final Trial trial;
    private double firstShare;
    private long firstNanos;

    /** Written last by whoever tells, so that a reader who sees it sees the other fields too. */
    private volatile @Nullable TrialProgress latest;

    TrialWork(Trial trial, int number, double cost) {
        this.trial = trial;
        this.number = number;
        this.cost = cost;
    }

    /** Whether the trial has not told of any step yet. */
    boolean isSilent() {
        return latest == null;
    }

    /** The first step; what a trial that is taken up again did earlier says nothing of its rate now. */
    void begin(TrialProgress progress, long nanos) {
        firstShare = progress.share();
        firstNanos = nanos;
        latest = progress;
    }

    void tell(TrialProgress progress) {
        latest = progress;
    }

    /** The share of its training done, in this run and before it. */
    double share() {
        TrialProgress now = latest;
        return now == null ? 0 : now.share();
    }

    /** The share of its training done in this run. */
    double shareOfThisRun() {
        TrialProgress now = latest;
        return now == null ? 0 : now.share() - firstShare;
    }

    RunningTrial at(long nanos) {
        TrialProgress now = latest;
        int epochs = trial.training().epochs();
        if (now == null) {
            return new RunningTrial(trial.id(), 0, epochs, 0, Double.NaN, Double.NaN, Double.NaN);
        }
        double done = now.share() - firstShare;
        double left = done > 0 ? (nanos - firstNanos) / 1e9 * (1 - now.share()) / done : Double.NaN;
        return new RunningTrial(trial.id(), now.epoch(), epochs, now.share(), now.loss(), now.tokensPerSecond(), left);
    }
}
