package org.contexture.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * What a level of a factor does beside the factor's first level: the mean of value(level) − value(first level) over pairs of trials
 * that agree in seed and in all other factors. A pair with a missing trial is left out.
 *
 * @param reference the factor's first level
 * @param difference level minus reference
 */
public record MainEffect(String factor, String level, String reference, Contrast difference) {
    /** Of every level but the first of one factor. */
    static List<MainEffect> of(Grid grid, int factor) {
        FactorialDesign.Factor described = grid.factors().get(factor);
        List<MainEffect> effects = new ArrayList<>();
        for (int level = 1; level < described.levels().size(); level++) {
            Contrast difference = difference(grid, factor, level);
            effects.add(new MainEffect(
                    described.name(),
                    described.levels().get(level),
                    described.levels().get(0),
                    difference));
        }
        return effects;
    }

    private static Contrast difference(Grid grid, int factor, int level) {
        int[] bases = grid.bases(factor);
        double[] differences = new double[bases.length * grid.seeds()];
        int block = 0;
        for (int base : bases) {
            int cell = base + level * grid.stride(factor);
            for (int seed = 0; seed < grid.seeds(); seed++) {
                differences[block++] = grid.value(cell, seed) - grid.value(base, seed);
            }
        }
        return Contrast.of(differences);
    }
}
