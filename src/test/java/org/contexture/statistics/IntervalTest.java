package org.contexture.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IntervalTest {
    private static final double[] TWELVE = {3.1, 2.7, 3.5, 2.9, 3.3, 4.0, 2.2, 3.0, 3.6, 2.8, 3.2, 3.9};

    /** {@code scipy.stats.t.interval(level, n - 1, mean, sem)} of SciPy 1.17.1. */
    @Test
    void tIntervalsAreSciPys() {
        double[] five = {0.83, 0.79, 0.85, 0.81, 0.9};
        check(0.7836141385267463, 0.8883858614732538, Interval.t(five, 0.95), 1e-9);
        check(0.7491301117069713, 0.9228698882930289, Interval.t(five, 0.99), 1e-9);
    }

    /** The Cauchy distribution's quantiles, tan(π (p − ½)), are those of Student's with one degree of freedom. */
    @Test
    void ofTwoValuesTheIntervalIsCauchys() {
        double half = Math.tan(Math.PI * (0.975 - 0.5)) * 0.5;
        check(1.5 - half, 1.5 + half, Interval.t(new double[] {1, 2}, 0.95), 1e-8);
        assertEquals(half, Interval.t(new double[] {1, 2}, 0.95).halfWidth(), 1e-8);
    }

    /** {@code m = x[default_rng(12345).integers(0, 12, size=(10000, 12))].mean(1); percentile(m, [2.5, 97.5])} of NumPy 2.4.6. */
    @Test
    void bootstrapIntervalsAreNumPysWithTheSameSeed() {
        check(2.9000000000000004, 3.4583333333333335, Interval.bootstrap(TWELVE, 0.95), 1e-12);
        check(2.941666666666667, 3.4166666666666665, Interval.bootstrap(TWELVE, 0.9), 1e-12);
        Interval other = Interval.bootstrap(TWELVE, 0.95, 100, 1);
        assertFalse(other.low() == 2.9000000000000004 && other.high() == 3.4583333333333335);
    }

    /** In NumPy 2.4.6 {@code x[default_rng(1).integers(0, 2, size=(3, 2))].mean(1)} of {@code x = [0, 8]} is [4, 8, 0]. */
    @Test
    void quantilesLieBetweenNeighboursInProportion() {
        // Quantile 0.15 lies at place 0.3 of 0 to 2, three tenths of the way from mean 0 to mean 4.
        check(1.2, 6.8, Bootstrap.percentile(new double[] {0, 8}, 0.7, 3, 1), 1e-12);
    }

    @Test
    void equalValuesLeaveNoDoubt() {
        check(2, 2, Interval.t(new double[] {2, 2, 2}, 0.95), 0);
        assertTrue(Interval.t(new double[] {2, 2, 2}, 0.95).contains(2));
        assertFalse(Interval.t(new double[] {2, 2, 2}, 0.95).contains(2.1));
    }

    @Test
    void tooFewValuesAreRefusedWithTheReason() {
        assertThrows(IllegalArgumentException.class, () -> Interval.t(new double[] {1}, 0.95));
        Throwable error = assertThrows(IllegalArgumentException.class, () -> Interval.bootstrap(new double[9], 0.95));
        assertTrue(error.toString().contains("a bootstrap interval of 9 values would be too narrow: 95 % intervals"));
        assertEquals(0, Interval.bootstrap(new double[10], 0.95).halfWidth());
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Interval.t(new double[] {1, Double.NaN}, 0.95));
        assertThrows(
                IllegalArgumentException.class, () -> Interval.t(new double[] {1, Double.POSITIVE_INFINITY}, 0.95));
        assertThrows(IllegalArgumentException.class, () -> Interval.t(new double[] {1, 2}, 95));
        assertThrows(IllegalArgumentException.class, () -> Interval.bootstrap(TWELVE, 1, 10, 1));
        assertThrows(IllegalArgumentException.class, () -> Interval.bootstrap(TWELVE, 0.95, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Interval(2, 1, 0.95, IntervalKind.T));
    }

    private static void check(double low, double high, Interval interval, double tolerance) {
        assertEquals(low, interval.low(), tolerance);
        assertEquals(high, interval.high(), tolerance);
    }
}
