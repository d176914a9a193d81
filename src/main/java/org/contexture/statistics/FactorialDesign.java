package org.contexture.statistics;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A grid of settings, crossed, and what was measured in it: the data of {@link Effects}. Cells may be missing, and so may seeds of
 * a cell; a trial that failed is simply not there.
 *
 * @param factors the settings that vary, with all their levels
 * @param observations one a trial
 */
public record FactorialDesign(List<Factor> factors, List<Observation> observations) {
    /** A setting and its levels; the first is the one that others are compared with. */
    public record Factor(String name, List<String> levels) {
        /** @throws IllegalArgumentException without levels, or if two are the same */
        public Factor {
            levels = List.copyOf(levels);
            if (levels.isEmpty() || Set.copyOf(levels).size() < levels.size()) {
                throw new IllegalArgumentException("factor " + name + " needs levels, each once, but has " + levels);
            }
        }
    }

    /**
     * A trial's outcome.
     *
     * @param levels an index into each factor's levels, in the order of factors
     */
    public record Observation(List<Integer> levels, long seed, double value) {
        public Observation {
            levels = List.copyOf(levels);
        }
    }

    /**
     * @throws IllegalArgumentException if two factors have one name, an observation has too few or unknown levels or a value that is
     *     not finite, or two have the same levels and seed
     */
    public FactorialDesign {
        factors = List.copyOf(factors);
        observations = List.copyOf(observations);
        if (factors.stream().map(Factor::name).distinct().count() < factors.size()) {
            throw new IllegalArgumentException("two factors have the same name");
        }
        Set<Observation> trials = new HashSet<>();
        for (Observation observation : observations) {
            check(factors, observation);
            if (!trials.add(new Observation(observation.levels, observation.seed, 0))) {
                throw new IllegalArgumentException(
                        "seed " + observation.seed + " of levels " + observation.levels + " was observed twice");
            }
        }
    }

    private static void check(List<Factor> factors, Observation observation) {
        List<Integer> levels = observation.levels;
        boolean known = levels.size() == factors.size();
        for (int f = 0; known && f < factors.size(); f++) {
            known = levels.get(f) >= 0 && levels.get(f) < factors.get(f).levels.size();
        }
        if (!known) {
            throw new IllegalArgumentException("levels " + levels + " are not of the factors " + factors);
        }
        if (!Double.isFinite(observation.value)) {
            throw new IllegalArgumentException(
                    "an observation must be finite but is " + observation.value + ": leave out trials that failed");
        }
    }
}
