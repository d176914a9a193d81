package org.contexture.experiment.status;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.contexture.experiment.Outcome;
import org.contexture.experiment.State;
import org.contexture.experiment.Trial;
import org.contexture.experiment.TrialListener;
import org.contexture.experiment.TrialProgress;

/**
 * Collects how a run goes, for whoever wants to show it: they ask when it suits them, so that a step of training costs no more
 * than a look-up and a write. Safe for any number of threads; a trial's own steps come from one.
 */
public final class RunProgress implements TrialListener {
    private final int kept;
    private final int open;
    private final double totalCost;
    private final ToDoubleFunction<Trial> cost;
    private final LongSupplier nanos;
    private final long start;
    private final Map<String, TrialWork> running = new ConcurrentHashMap<>();
    private final List<EndedTrial> ended = new ArrayList<>();
    private final Map<State, Integer> states = new EnumMap<>(State.class);
    private int begun;
    private double endedCost;
    private double endedWork;

    /**
     * @param kept trials of the plan that had ended before
     * @param open trials that are run now
     * @param cost what a trial takes, in any unit; more than 0
     * @param nanos a clock that never goes back, in nanoseconds
     */
    public RunProgress(int kept, List<Trial> open, ToDoubleFunction<Trial> cost, LongSupplier nanos) {
        this.kept = kept;
        this.open = open.size();
        this.cost = cost;
        this.nanos = nanos;
        totalCost = open.stream().mapToDouble(cost).sum();
        start = nanos.getAsLong();
    }

    @Override
    public synchronized void started(Trial trial) {
        running.put(trial.id(), new TrialWork(trial, begun++, cost.applyAsDouble(trial)));
    }

    @Override
    public void progress(Trial trial, TrialProgress progress) {
        TrialWork work = running.get(trial.id());
        if (work == null) {
            return; // it has been told to have ended
        }
        if (work.isSilent()) {
            work.begin(progress, nanos.getAsLong());
        } else {
            work.tell(progress);
        }
    }

    @Override
    public synchronized void ended(Trial trial, Outcome outcome) {
        TrialWork work = running.remove(trial.id());
        if (work != null) {
            endedCost += work.cost;
            endedWork += work.cost * work.shareOfThisRun();
        }
        if (outcome.state() != State.INTERRUPTED) { // such a one goes on, now or in the next run
            states.merge(outcome.state(), 1, Integer::sum);
            ended.add(new EndedTrial(ended.size() + 1, trial, outcome));
        }
    }

    /** Trials that ended, without the first {@code known} ones. */
    public synchronized List<EndedTrial> endedAfter(int known) {
        return List.copyOf(ended.subList(known, ended.size()));
    }

    /** The run at this moment. */
    public synchronized RunSnapshot snapshot() {
        long now = nanos.getAsLong();
        List<TrialWork> works = running.values().stream()
                .sorted(Comparator.comparingInt(work -> work.number))
                .toList();
        List<RunningTrial> trials = works.stream().map(work -> work.at(now)).toList();
        double done = endedCost + sum(works, TrialWork::share);
        double worked = endedWork + sum(works, TrialWork::shareOfThisRun);
        double share = totalCost > 0 ? Math.min(1, done / totalCost) : 0;
        return new RunSnapshot(kept + open, kept, states, trials, share, secondsLeft(done, worked, trials, now));
    }

    private static double sum(List<TrialWork> works, ToDoubleFunction<TrialWork> share) {
        return works.stream()
                .mapToDouble(work -> work.cost * share.applyAsDouble(work))
                .sum();
    }

    /** By the work done so far, but no less than the slowest trial needs: workers may be idle at the end. */
    private double secondsLeft(double done, double worked, List<RunningTrial> trials, long now) {
        if (worked <= 0) {
            return Double.NaN;
        }
        double byWork = (now - start) / 1e9 * Math.max(0, totalCost - done) / worked;
        double slowest = trials.stream()
                .mapToDouble(RunningTrial::secondsLeft)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        return Math.max(byWork, slowest);
    }
}
