package org.contexture.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.contexture.statistics.FactorialDesign.Factor;
import org.contexture.statistics.FactorialDesign.Observation;
import org.junit.jupiter.api.Test;

class EffectsTest {
    private static final Factor CELL = new Factor("cell", List.of("rnn", "gru", "lstm"));
    private static final Factor CONTEXT = new Factor("context", List.of("last", "mean"));
    private static final Factor SIZE = new Factor("hidden", List.of("32", "64"));

    /** A full grid of three factors; {@code value} sees each trial with a value of 0. */
    private static FactorialDesign full(int seeds, ToDoubleFunction<Observation> value) {
        List<Observation> observations = new ArrayList<>();
        for (int cell = 0; cell < 3; cell++) {
            for (int context = 0; context < 2; context++) {
                for (int size = 0; size < 2; size++) {
                    for (int seed = 1; seed <= seeds; seed++) {
                        List<Integer> levels = List.of(cell, context, size);
                        double y = value.applyAsDouble(new Observation(levels, seed, 0));
                        observations.add(new Observation(levels, seed, y));
                    }
                }
            }
        }
        return new FactorialDesign(List.of(CELL, CONTEXT, SIZE), observations);
    }

    private static FactorialDesign without(FactorialDesign design, List<Integer> levels, long seed) {
        return new FactorialDesign(
                design.factors(),
                design.observations().stream()
                        .filter(o -> !o.levels().equals(levels) || o.seed() != seed)
                        .toList());
    }

    private static double additive(Observation trial) {
        return 4 * trial.levels().get(0)
                + 16 * trial.levels().get(1)
                - 2 * trial.levels().get(2)
                + 0.25 * trial.seed();
    }

    /** Three seeds whose means over the other cells are m + 0.25, m + 0.5, m + 0.75: deviation 0.25, t = 4.302653 (two degrees). */
    @Test
    void aMarginalMeansIntervalIsOverSeeds() {
        FactorialDesign design = full(3, EffectsTest::additive);
        MarginalMean rnn = Effects.of(design).means().get(0);
        Interval interval = Objects.requireNonNull(rnn.interval());
        assertEquals(7.5, rnn.mean(), 1e-12);
        assertEquals(4.302652730 * 0.25 / Math.sqrt(3), interval.halfWidth(), 1e-9);
        assertEquals(7.5, (interval.low() + interval.high()) / 2, 1e-12);
        FactorialDesign twoWhole = without(design, List.of(0, 1, 0), 2);
        Interval ofTwo =
                Objects.requireNonNull(Effects.of(twoWhole).means().get(0).interval());
        assertEquals(12.70620474 * 0.25, ofTwo.halfWidth(), 1e-7);
        assertNull(Effects.of(without(twoWhole, List.of(0, 0, 0), 3))
                .means()
                .get(0)
                .interval());
    }

    @Test
    void effectsThatAddUpAreFoundExactlyAndDoNotInteract() {
        Effects effects = Effects.of(full(3, EffectsTest::additive));
        assertEquals(
                List.of("cell gru 4.0", "cell lstm 8.0", "context mean 16.0", "hidden 64 -2.0"),
                effects.mainEffects().stream()
                        .map(e -> e.factor() + " " + e.level() + " "
                                + e.difference().mean())
                        .toList());
        assertEquals(
                new Contrast(12, 0, 4, new Interval(4, 4, 0.95, IntervalKind.T)),
                effects.mainEffects().get(0).difference());
        assertEquals(3, effects.interactions().size());
        for (Interaction interaction : effects.interactions()) {
            interaction.cells().forEach(cell -> assertEquals(0, cell.residual(), 1e-12));
            interaction.contrasts().forEach(c -> assertEquals(0, c.difference().mean()));
        }
    }

    /** In a balanced grid the effects are the coefficients of an additive least-squares model, and what it leaves interacts. */
    @Test
    void inABalancedGridLeastSquaresSaysTheSame() {
        Pcg64 random = new Pcg64(11);
        FactorialDesign design = full(5, trial -> random.nextDouble());
        Effects effects = Effects.of(design);
        OLSMultipleLinearRegression model = new OLSMultipleLinearRegression();
        model.newSampleData(
                design.observations().stream().mapToDouble(Observation::value).toArray(),
                design.observations().stream().map(EffectsTest::dummies).toArray(double[][]::new));
        double[] coefficients = model.estimateRegressionParameters();
        for (int i = 0; i < effects.mainEffects().size(); i++) {
            assertEquals(
                    coefficients[i + 1],
                    effects.mainEffects().get(i).difference().mean(),
                    1e-12);
        }
        double[] residuals = model.estimateResiduals();
        Interaction cellAndContext = effects.interactions().get(0);
        for (int cell = 0; cell < 6; cell++) {
            double sum = 0;
            for (int k = 0; k < 10; k++) {
                sum += residuals[10 * cell + k];
            }
            assertEquals(sum / 10, cellAndContext.cells().get(cell).residual(), 1e-12);
        }
    }

    private static double[] dummies(Observation trial) {
        int cell = trial.levels().get(0);
        return new double[] {
            cell == 1 ? 1 : 0,
            cell == 2 ? 1 : 0,
            trial.levels().get(1),
            trial.levels().get(2)
        };
    }

    /** The t interval of differences 0.5, 1.5, 1, 2 is SciPy 1.17.1's. In a table of two by two a residual is ¼ of the contrast. */
    @Test
    void aContrastOfTwoFactorsIsADifferenceOfDifferences() {
        double[] extra = {0.5, 1.5, 1, 2};
        FactorialDesign design = twoByTwo(extra, 3);
        Interaction interaction = Effects.of(design).interactions().get(0);
        assertEquals(4, interaction.blocks());
        assertEquals(1, interaction.contrasts().size());
        Contrast contrast = interaction.contrasts().get(0).difference();
        assertEquals(1.25, contrast.mean(), 1e-12);
        Interval interval = Objects.requireNonNull(contrast.interval());
        assertEquals(0.2228698716197397, interval.low(), 1e-9);
        assertEquals(2.2771301283802603, interval.high(), 1e-9);
        double[] signs = {1, -1, -1, 1};
        for (int cell = 0; cell < 4; cell++) {
            assertEquals(signs[cell] * 1.25 / 4, interaction.cells().get(cell).residual(), 1e-12);
        }
        assertEquals(
                3 + 10 + 1.25,
                interaction.cells().get(3).mean() - interaction.cells().get(0).mean(),
                1e-12);
    }

    private static FactorialDesign twoByTwo(double[] extra, double row) {
        List<Observation> observations = new ArrayList<>();
        for (int seed = 0; seed < extra.length; seed++) {
            observations.add(new Observation(List.of(0, 0), seed, seed));
            observations.add(new Observation(List.of(1, 0), seed, seed + row));
            observations.add(new Observation(List.of(0, 1), seed, seed + 10));
            observations.add(new Observation(List.of(1, 1), seed, seed + row + 10 + extra[seed]));
        }
        return new FactorialDesign(List.of(CONTEXT, SIZE), observations);
    }

    @Test
    void aMissingTrialCostsItsPairsAndIsCounted() {
        FactorialDesign design = without(full(3, EffectsTest::additive), List.of(1, 0, 0), 2);
        Effects effects = Effects.of(design);
        Contrast gru = effects.mainEffects().get(0).difference();
        assertEquals(new Contrast(11, 1, 4, new Interval(4, 4, 0.95, IntervalKind.T)), gru);
        assertEquals(12, effects.mainEffects().get(1).difference().n());
        assertEquals(17, effects.mainEffects().get(2).difference().n());
        Interaction cellAndContext = effects.interactions().get(0);
        assertEquals(5, cellAndContext.blocks());
        assertEquals(1, cellAndContext.leftOut());
        assertEquals(5, cellAndContext.contrasts().get(0).difference().n());
        assertEquals(6, cellAndContext.contrasts().get(1).difference().n());
        // The block with the missing trial left every cell of the table, so the table still adds up.
        cellAndContext.cells().forEach(cell -> assertEquals(0, cell.residual(), 1e-12));
    }

    /** Cells of three seeds and of one count the same: (mean of 1, 2, 3 and mean of 10) / 2. */
    @Test
    void marginalMeansAreMeansOfCells() {
        List<Observation> observations = List.of(
                new Observation(List.of(0, 0), 1, 1),
                new Observation(List.of(0, 0), 2, 2),
                new Observation(List.of(0, 0), 3, 3),
                new Observation(List.of(0, 1), 1, 10),
                new Observation(List.of(1, 1), 1, 7));
        Effects effects = Effects.of(new FactorialDesign(List.of(CONTEXT, SIZE), observations));
        assertEquals(
                new MarginalMean("context", "last", 6, 4, 2, 0, null),
                effects.means().get(0));
        assertEquals(
                new MarginalMean("context", "mean", 7, 1, 1, 1, null),
                effects.means().get(1));
        assertEquals(4, effects.means().size());
    }

    @Test
    void whatNothingIsKnownOfIsNaNAndNotAnError() {
        FactorialDesign design =
                new FactorialDesign(List.of(CONTEXT, SIZE), List.of(new Observation(List.of(0, 0), 1, 5)));
        Effects effects = Effects.of(design);
        assertEquals(
                new MarginalMean("context", "mean", Double.NaN, 0, 0, 2, null),
                effects.means().get(1));
        assertEquals(
                new Contrast(0, 2, Double.NaN, null),
                effects.mainEffects().get(0).difference());
        assertTrue(Double.isNaN(effects.interactions().get(0).cells().get(0).residual()));
        assertEquals(1, effects.interactions().get(0).leftOut());
        Effects nothing = Effects.of(new FactorialDesign(List.of(CELL), List.of()));
        assertEquals(3, nothing.means().size());
        assertNull(nothing.mainEffects().get(0).difference().interval());
    }
}
