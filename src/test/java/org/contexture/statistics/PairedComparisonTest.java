package org.contexture.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PairedComparisonTest {
    private static final double[] A = {0.83, 0.79, 0.85, 0.81, 0.9, 0.88, 0.84};
    private static final double[] B = {0.8, 0.8, 0.82, 0.79, 0.84, 0.87, 0.8};

    /** SciPy 1.17.1: {@code t.interval}, {@code wilcoxon}, {@code mannwhitneyu}; all 2^7 sign vectors in NumPy. */
    @Test
    void everyPartIsSciPys() {
        PairedComparison comparison = PairedComparison.of(A, B);
        assertEquals(7, comparison.n());
        assertEquals(0.025714285714285717, comparison.meanDifference(), 1e-15);
        Interval interval = Objects.requireNonNull(comparison.interval());
        assertEquals(0.005132818733051388, interval.low(), 1e-9);
        assertEquals(0.04629575269552005, interval.high(), 1e-9);
        assertEquals(new SignFlip(7, 0.046875, false, 0.015625), comparison.signFlip());
        assertEquals(new Wilcoxon(7, 0, 1.5, 0.046875, true), comparison.wilcoxon());
        assertEquals(0.7142857142857143, comparison.probabilityOfImprovement(), 1e-15);
        assertEquals(6 / 7.0, comparison.pairedImprovement());
        assertEquals(Verdict.SIGNIFICANT, comparison.verdict());
    }

    @Test
    void turnedRoundOnlyTheSignChanges() {
        PairedComparison there = PairedComparison.of(A, B);
        PairedComparison back = PairedComparison.of(B, A);
        assertEquals(-there.meanDifference(), back.meanDifference());
        assertEquals(there.signFlip(), back.signFlip());
        assertEquals(there.wilcoxon(), back.wilcoxon());
        assertEquals(1, there.probabilityOfImprovement() + back.probabilityOfImprovement(), 1e-15);
    }

    @Test
    void fiveSeedsAreTooFewAndSixAreNot() {
        double[] better = {1, 2, 3, 4, 5, 6};
        double[] worse = new double[6];
        assertEquals(Verdict.SIGNIFICANT, PairedComparison.of(better, worse).verdict());
        PairedComparison five = PairedComparison.of(Arrays.copyOf(better, 5), new double[5]);
        assertEquals(Verdict.TOO_FEW_SEEDS, five.verdict());
        assertEquals(0.0625, five.signFlip().p());
    }

    @Test
    void aPAboveFivePercentIsNoDifferenceShown() {
        assertEquals(
                Verdict.NOT_SIGNIFICANT,
                PairedComparison.of(new double[] {1, -2, 3, -4, 5, -6}, new double[6])
                        .verdict());
    }

    @Test
    void equalSystemsDifferByNothing() {
        PairedComparison same = PairedComparison.of(A, A);
        assertEquals(new Interval(0, 0, 0.95, IntervalKind.T), same.interval());
        assertEquals(1, same.signFlip().p());
        assertEquals(1, same.wilcoxon().p());
        assertEquals(0.5, same.probabilityOfImprovement());
        assertEquals(Verdict.NOT_SIGNIFICANT, same.verdict());
    }

    @Test
    void oneSeedHasNoInterval() {
        PairedComparison one = PairedComparison.of(new double[] {2}, new double[] {1});
        assertNull(one.interval());
        assertEquals(1, one.signFlip().p());
    }

    @Test
    void whatIsNoPairIsRefused() {
        Throwable error =
                assertThrows(IllegalArgumentException.class, () -> PairedComparison.of(new double[2], new double[3]));
        assertEquals("pairs are needed, but there are 2 values and 3", error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> PairedComparison.of(new double[0], new double[0]));
        assertThrows(
                IllegalArgumentException.class,
                () -> PairedComparison.of(new double[] {Double.POSITIVE_INFINITY}, new double[] {1}));
    }
}
