package org.contexture.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.contexture.tensor.Functions;
import org.junit.jupiter.api.Test;

class SoftmaxTest {
    private static final int AT = 2;

    /** n zeros between larger numbers, which belong to others. */
    private static float[] zeros(int n) {
        float[] z = new float[AT + n + AT];
        Arrays.fill(z, 9);
        Arrays.fill(z, AT, AT + n, 0);
        return z;
    }

    @Test
    void theArgMaxIsFoundAtEveryPlace() {
        for (int n = 1; n < 140; n++) {
            for (int place = 0; place < n; place++) {
                float[] z = zeros(n);
                z[AT + place] = 3;
                assertEquals(3, Softmax.max(z, AT, n));
                assertEquals(place, Softmax.indexOf(3, z, AT, n));
                assertTrue(Softmax.isArgMax(place, z, AT, n), place + " of " + n);
                assertFalse(Softmax.isArgMax((place + 1) % n, z, AT, n) && n > 1, "after " + place + " of " + n);
            }
        }
    }

    @Test
    void amongEqualLogitsTheFirstIsTheArgMax() {
        float[] z = {0, 2, 1, 2};
        assertEquals(1, Softmax.indexOf(2, z, 0, 4));
        assertTrue(Softmax.isArgMax(1, z, 0, 4));
        assertFalse(Softmax.isArgMax(3, z, 0, 4));
    }

    @Test
    void whatIsNotThereHasNoIndex() {
        assertEquals(-1, Softmax.indexOf(9, zeros(5), AT, 5));
        assertEquals(-1, Softmax.indexOf(Float.NaN, new float[] {Float.NaN}, 0, 1));
    }

    @Test
    void theLargestOfFewIsThatOfTheFirstSixtyFour() {
        float[] z = zeros(65);
        z[AT + 64] = 3;
        assertEquals(0, Softmax.maxOfFew(z, AT, 65));
        z[AT + 63] = 2;
        assertEquals(2, Softmax.maxOfFew(z, AT, 65));
        assertEquals(0, Softmax.maxOfFew(z, AT, 63));
    }

    @Test
    void hugeLogitsDoNotOverflow() {
        float[] z = {1000, 1000, -1000};
        assertEquals(2, Functions.exp(z, 0, 3, Functions.max(z, 0, 3)), 1e-6);
        assertEquals(1, z[0], 1e-7);
        assertEquals(0, z[2], 1e-7);
    }

    @Test
    void aNotANumberIsNotHidden() {
        float[] z = {0, Float.NaN, 1};
        assertTrue(Float.isNaN(Softmax.max(z, 0, 3)));
        assertFalse(Softmax.isArgMax(2, z, 0, 3));
        assertTrue(Float.isNaN(Functions.exp(z, 0, 3, 1)));
    }
}
