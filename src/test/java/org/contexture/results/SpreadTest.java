package org.contexture.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.contexture.statistics.Interval;
import org.contexture.statistics.Summary;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void theDeviationIsTheSamplesAndHasTwoDigits() {
        assertEquals("0.912 ± 0.014", Spread.of(0.898, 0.912, 0.926).toString());
        assertEquals("10.0 ± 1.4", Spread.of(9, 11).toString());
        assertEquals("1234 ± 141", Spread.of(1134, 1334).toString());
        assertEquals("0.25 ± 0.50", of(3, 0.25, 0.5).toString());
        assertEquals("0.25 ± 0.10", of(3, 0.25, 0.0996).toString());
    }

    @Test
    void oneSeedStandsAlone() {
        assertEquals("0.9123", Spread.of(0.91234).toString());
        assertEquals("", Spread.of().toString());
    }

    @Test
    void missingValuesAreLeftOut() {
        assertEquals(Spread.of(2.0), Spread.of(Double.NaN, 2.0));
        assertEquals(1, Spread.of(Double.NaN, 2.0).n());
    }

    @Test
    void extremesKeepTheirDigitsWithoutGrowingWide() {
        assertEquals("2.000 ± 1.4e-08", Spread.of(2 - 1e-8, 2 + 1e-8).toString());
        assertEquals("1.000 ± 0", Spread.of(1, 1).toString());
        assertEquals("1.000e-300", Spread.number(1e-300));
        assertEquals("123456", Spread.number(123456));
        assertEquals("0", Spread.number(0));
        assertEquals("∞", Spread.of(Double.POSITIVE_INFINITY, 1).toString());
    }

    @Test
    void fromTenValuesOnThereIsABootstrapIntervalToo() {
        assertNull(Spread.of(1, 2, 3, 4, 5, 6, 7, 8, 9).bootstrap());
        Interval interval =
                Objects.requireNonNull(Spread.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10).bootstrap());
        assertTrue(interval.low() > 3 && interval.low() < 5 && interval.high() > 6 && interval.high() < 8);
    }

    private static Spread of(int n, double mean, double deviation) {
        return new Spread(new Summary(n, mean, deviation, mean, mean, null), null);
    }
}
