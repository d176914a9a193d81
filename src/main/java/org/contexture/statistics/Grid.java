package org.contexture.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A design's values by cell and seed, NaN where there is none. A cell's number is Σ level · stride over its factors. */
final class Grid {
    private final List<FactorialDesign.Factor> factors;
    private final int[] strides;
    private final double[][] values;

    Grid(FactorialDesign design) {
        factors = design.factors();
        strides = new int[factors.size()];
        int cells = 1;
        for (int f = 0; f < strides.length; f++) {
            strides[f] = cells;
            cells = Math.multiplyExact(cells, factors.get(f).levels().size());
        }
        List<Long> seeds = List.copyOf(seeds(design));
        values = new double[cells][seeds.size()];
        for (double[] cell : values) {
            Arrays.fill(cell, Double.NaN);
        }
        for (FactorialDesign.Observation trial : design.observations()) {
            int cell = IntStream.range(0, strides.length)
                    .map(f -> trial.levels().get(f) * strides[f])
                    .sum();
            values[cell][seeds.indexOf(trial.seed())] = trial.value();
        }
    }

    private static Set<Long> seeds(FactorialDesign design) {
        Set<Long> seeds = new TreeSet<>();
        design.observations().forEach(trial -> seeds.add(trial.seed()));
        return seeds;
    }

    List<FactorialDesign.Factor> factors() {
        return factors;
    }

    /** How much further a cell is whose level of this factor is one higher. */
    int stride(int factor) {
        return strides[factor];
    }

    int seeds() {
        return values[0].length;
    }

    double value(int cell, int seed) {
        return values[cell][seed];
    }

    /** A cell's values without the missing ones. */
    double[] present(int cell) {
        return Arrays.stream(values[cell]).filter(x -> !Double.isNaN(x)).toArray();
    }

    /** The cells where each of these factors is at its first level: one for each way to set all the others. */
    int[] bases(int... fixed) {
        return IntStream.range(0, values.length)
                .filter(cell -> Arrays.stream(fixed).allMatch(f -> level(cell, f) == 0))
                .toArray();
    }

    private int level(int cell, int factor) {
        return cell / strides[factor] % factors.get(factor).levels().size();
    }
}
