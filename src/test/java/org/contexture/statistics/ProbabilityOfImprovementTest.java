package org.contexture.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.commons.math3.stat.inference.MannWhitneyUTest;
import org.junit.jupiter.api.Test;

class ProbabilityOfImprovementTest {
    @Test
    void equalSystemsHaveHalf() {
        assertEquals(0.5, ProbabilityOfImprovement.of(new double[] {1, 2}, new double[] {1, 2}));
    }

    /** Of nine pairs only 4 &gt; 1, 4 &gt; 2 and 4 &gt; 3; of four, 2 &gt; 1 and half of 1 = 1. */
    @Test
    void countsPairsAndHalvesOfTies() {
        assertEquals(1 / 3.0, ProbabilityOfImprovement.of(new double[] {0, 0.5, 4}, new double[] {1, 2, 3}), 1e-15);
        assertEquals(1.5 / 4, ProbabilityOfImprovement.of(new double[] {1, 2}, new double[] {1, 3}));
        assertEquals(1, ProbabilityOfImprovement.of(new double[] {5}, new double[] {1, 2, 3}));
    }

    /** SciPy 1.17.1: {@code mannwhitneyu(a, b).statistic / 20} is 0.525. */
    @Test
    void isMannAndWhitneysU() {
        double[] a = {1.1, 2.3, 0.7, 3.1, 2.2};
        double[] b = {1.0, 2.3, 0.9, 2.8};
        assertEquals(0.525, ProbabilityOfImprovement.of(a, b), 1e-15);
        double larger = new MannWhitneyUTest().mannWhitneyU(a, b);
        assertEquals(larger / 20, ProbabilityOfImprovement.of(a, b), 1e-15);
    }

    @Test
    void inPairsOnlyEqualSeedsMeet() {
        double[] a = {10, 21, 32, 40};
        double[] b = {9, 20, 31, 40};
        assertEquals(3.5 / 4, ProbabilityOfImprovement.paired(a, b));
        assertEquals(0.59375, ProbabilityOfImprovement.of(a, b));
        assertThrows(
                IllegalArgumentException.class, () -> ProbabilityOfImprovement.paired(new double[2], new double[3]));
    }

    @Test
    void nothingAndMissingValuesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> ProbabilityOfImprovement.of(new double[0], new double[1]));
        assertThrows(
                IllegalArgumentException.class,
                () -> ProbabilityOfImprovement.of(new double[1], new double[] {Double.NaN}));
    }
}
