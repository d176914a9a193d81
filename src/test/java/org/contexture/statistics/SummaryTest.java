package org.contexture.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SummaryTest {
    /** {@code scipy.stats.trim_mean(x, 0.25)} and {@code numpy.median(x)} of SciPy 1.17.1 and NumPy 2.4.6. */
    @Test
    void interquartileMeansAndMediansAreSciPys() {
        double[] x = {0.0, 7.5, 7.0, 9.5, 4.0, 12.5, 13.0, 5.5, 12.0, 10.5};
        double[][] expected = {
            {1, 0.0, 0.0},
            {2, 3.75, 3.75},
            {3, 4.833333333333333, 7.0},
            {4, 7.25, 7.25},
            {5, 6.166666666666667, 7.0},
            {7, 8.1, 7.5},
            {8, 7.375, 7.25},
            {9, 8.3, 7.5},
            {10, 8.666666666666666, 8.5},
        };
        for (double[] row : expected) {
            Summary summary = Summary.of(Arrays.copyOf(x, (int) row[0]));
            assertEquals((int) row[0], summary.n());
            assertEquals(row[1], summary.interquartileMean(), 1e-14);
            assertEquals(row[2], summary.median(), 1e-14);
        }
    }

    @Test
    void theDeviationIsTheSamplesAndTheIntervalStudents() {
        Summary summary = Summary.of(9, 11, 13);
        assertEquals(11, summary.mean());
        assertEquals(2, summary.deviation());
        assertEquals(Interval.t(new double[] {9, 11, 13}, 0.95), summary.interval());
    }

    @Test
    void whatFewValuesCannotGiveIsMissing() {
        assertEquals(new Summary(1, 3, Double.NaN, 3, 3, null), Summary.of(3));
        assertEquals(new Summary(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, null), Summary.of());
    }

    @Test
    void anInfiniteValueTakesTheIntervalAway() {
        Summary summary = Summary.of(1, 2, 3, 4, Double.POSITIVE_INFINITY);
        assertEquals(Double.POSITIVE_INFINITY, summary.mean());
        assertEquals(3, summary.median());
        assertEquals(3, summary.interquartileMean());
        assertNull(summary.interval());
    }

    @Test
    void missingValuesAreRefused() {
        Throwable error = assertThrows(IllegalArgumentException.class, () -> Summary.of(1, Double.NaN));
        assertEquals("value 1 of 2 is missing (NaN): leave missing values out before", error.getMessage());
    }
}
