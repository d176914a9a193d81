package org.contexture.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class HolmTest {
    /** By hand: 4 · 0.005, 3 · 0.01, then max(0.03, 2 · 0.03), then max(0.06, 0.04). */
    @Test
    void stepsDownFromTheSmallestAndNeverFalls() {
        assertArrayEquals(new double[] {0.03, 0.06, 0.06, 0.02}, Holm.adjust(0.01, 0.04, 0.03, 0.005), 1e-15);
    }

    @Test
    void isCappedAtOneAndKeepsOneAlone() {
        assertArrayEquals(new double[] {1, 1, 1}, Holm.adjust(0.4, 0.9, 0.5));
        assertArrayEquals(new double[] {0.03}, Holm.adjust(0.03));
        assertArrayEquals(new double[0], Holm.adjust());
    }

    @Test
    void equalPsStayEqual() {
        assertArrayEquals(new double[] {0.06, 0.06, 0.06}, Holm.adjust(0.02, 0.02, 0.02), 1e-15);
    }

    @Test
    void whatIsNoPIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Holm.adjust(0.5, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Holm.adjust(1.5));
        assertThrows(IllegalArgumentException.class, () -> Holm.adjust(-0.1));
    }
}
