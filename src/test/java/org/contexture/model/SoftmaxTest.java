package org.contexture.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.contexture.tensor.Functions;
import org.junit.jupiter.api.Test;

class SoftmaxTest {
    @Test
    void theArgMaxIsFoundAtEveryPlace() {
        for (int n = 1; n < 40; n++) {
            for (int place = 0; place < n; place++) {
                float[] z = new float[n];
                z[place] = 3;
                assertEquals(place, Softmax.argMax(z, n));
            }
        }
    }

    @Test
    void amongEqualLogitsTheFirstIsTheArgMax() {
        assertEquals(1, Softmax.argMax(new float[] {0, 2, 1, 2}, 4));
    }

    @Test
    void hugeLogitsNeitherOverflowNorLoseTheirLoss() {
        float[] z = {1000, 1000, -1000};
        float sum = Functions.exp(z, Functions.max(z, 3), z, 3);
        assertEquals(2, sum, 1e-6);
        Softmax.gradient(z, 3, sum, 0, 0.5f);
        assertEquals(-0.25, z[0], 1e-7);
        assertEquals(0.25, z[1], 1e-7);
        assertEquals(0, z[2], 1e-7);
    }

    @Test
    void aNotANumberIsNotHidden() {
        float[] z = {0, Float.NaN, 1};
        assertTrue(Float.isNaN(Functions.max(z, 3)));
        assertTrue(Float.isNaN(Functions.exp(z, 1, z, 3)));
    }
}
