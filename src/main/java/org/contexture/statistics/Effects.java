package org.contexture.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * What the factors of a grid do, alone and two together.
 *
 * @param means of every level of every factor
 * @param mainEffects of every level but the first of every factor
 * @param interactions of every two factors
 */
public record Effects(List<MarginalMean> means, List<MainEffect> mainEffects, List<Interaction> interactions) {
    /** To be printed beneath every table of effects. */
    public static final String NOTE = "Intervals are over pairs of trials in this grid. The pairs are not independent "
            + "replicates: they share seeds, data and neighbouring settings. Intervals therefore describe this grid, "
            + "not other settings or new data.";

    public Effects {
        means = List.copyOf(means);
        mainEffects = List.copyOf(mainEffects);
        interactions = List.copyOf(interactions);
    }

    /** Of a design, however unbalanced; what could not be computed is NaN and counted. */
    public static Effects of(FactorialDesign design) {
        Grid grid = new Grid(design);
        List<MarginalMean> means = new ArrayList<>();
        List<MainEffect> mainEffects = new ArrayList<>();
        List<Interaction> interactions = new ArrayList<>();
        for (int f = 0; f < grid.factors().size(); f++) {
            means.addAll(MarginalMean.of(grid, f));
            mainEffects.addAll(MainEffect.of(grid, f));
            for (int g = f + 1; g < grid.factors().size(); g++) {
                interactions.add(Interaction.of(grid, f, g));
            }
        }
        return new Effects(means, mainEffects, interactions);
    }
}
