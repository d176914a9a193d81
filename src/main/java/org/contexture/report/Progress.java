package org.contexture.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contexture.experiment.State;
import org.contexture.results.Results;

/**
 * How trials ended, or that they have not.
 *
 * @param states trials by state, of those that there are
 */
record Progress(Map<String, Integer> states) {
    private static final List<String> OPEN = List.of("planned", "running", State.INTERRUPTED.word());

    static Progress of(Results results) {
        Map<String, Integer> states = new TreeMap<>();
        results.states().values().forEach(state -> states.merge(state, 1, Integer::sum));
        return new Progress(states);
    }

    static boolean isOpen(String state) {
        return OPEN.contains(state);
    }

    /** Whether a trial ended, and not as it should; successive halving leaves trials behind as it should. */
    static boolean isBad(String state) {
        return !isOpen(state) && !state.equals(State.OK.word()) && !state.equals(State.PRUNED.word());
    }

    int trials() {
        return states.values().stream().mapToInt(n -> n).sum();
    }

    int ok() {
        return count(State.OK.word());
    }

    int pruned() {
        return count(State.PRUNED.word());
    }

    int open() {
        return states.entrySet().stream()
                .filter(state -> isOpen(state.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    int bad() {
        return trials() - ok() - pruned() - open();
    }

    boolean hasBegun() {
        return count("planned") < trials();
    }

    private int count(String state) {
        return states.getOrDefault(state, 0);
    }
}
