package org.contexture.experiment.status;

import java.util.List;
import java.util.Map;
import org.contexture.experiment.State;

/**
 * A run at one moment.
 *
 * @param planned trials of the whole plan
 * @param kept trials of it that had ended before this run
 * @param states how many trials ended in this run, by state; states without any are left out
 * @param running in the order they started
 * @param share of this run's work done, 0 to 1, trials weighted by their cost
 * @param secondsLeft of this run, at its rate so far; NaN if not known
 */
public record RunSnapshot(
        int planned,
        int kept,
        Map<State, Integer> states,
        List<RunningTrial> running,
        double share,
        double secondsLeft) {
    public RunSnapshot {
        states = Map.copyOf(states);
        running = List.copyOf(running);
    }

    /** Trials that this run has to do, or had. */
    public int open() {
        return planned - kept;
    }

    /** Trials that ended in this run. */
    public int ended() {
        return states.values().stream().mapToInt(count -> count).sum();
    }

    /** Trials that ended in this run neither well nor left behind on purpose. */
    public int failed() {
        return ended() - states.getOrDefault(State.OK, 0) - states.getOrDefault(State.PRUNED, 0);
    }
}
