package org.contexture.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class FunctionsTest {
    @Test
    void tanhAndSigmoidStayWithinTheirStatedErrors() {
        for (int k = -200_000; k <= 200_000; k++) {
            float x = k * 1e-4f;
            assertEquals(Math.tanh(x), Functions.tanh(x), 4e-7, "tanh " + x);
            assertEquals(1 / (1 + Math.exp(-x)), Functions.sigmoid(x), 2e-7, "sigmoid " + x);
        }
    }

    /** Odd lengths and places, so that vectors and what is left over of them are both looked at. */
    @Test
    void rangesStayWithinTheStatedErrorsToo() {
        float[] x = new float[40_003];
        for (int k = 0; k < x.length; k++) x[k] = -20f + k * 1e-3f;
        float[] tanh = new float[x.length], sigmoid = x.clone(), exp = x.clone();
        Functions.tanh(x, tanh, 1, x.length - 1);
        Functions.sigmoid(sigmoid, 1, x.length - 1);
        Functions.exp(exp, 1, x.length - 2, 2.5f);
        for (int k = 1; k < x.length - 1; k++) {
            assertEquals(Math.tanh(x[k]), tanh[k], 4e-7, "tanh " + x[k]);
            assertEquals(1 / (1 + Math.exp(-x[k])), sigmoid[k], 2e-7, "sigmoid " + x[k]);
            assertEquals(1, exp[k] / Math.exp(x[k] - 2.5f), 2e-7, "exp " + x[k]);
        }
        for (int k : new int[] {0, x.length - 1}) {
            assertEquals(0, tanh[k]);
            assertEquals(x[k], sigmoid[k]);
            assertEquals(x[k], exp[k]);
        }
    }

    @Test
    void aNumberAloneIsComputedAsInARange() {
        float[] x = new float[1001];
        for (int k = 0; k < x.length; k++) x[k] = -100f + k * 0.2f;
        float[] tanh = x.clone(), sigmoid = x.clone(), exp = x.clone();
        Functions.tanh(tanh, tanh, 0, x.length);
        Functions.sigmoid(sigmoid, 0, x.length);
        Functions.exp(exp, 0, x.length, 0);
        for (int k = 0; k < x.length; k++) {
            assertEquals(Functions.tanh(x[k]), tanh[k]);
            assertEquals(Functions.sigmoid(x[k]), sigmoid[k]);
            assertEquals(Functions.exp(x[k]), exp[k]);
        }
    }

    @Test
    void aSumIsThatOfSixteenPartialSumsAddedInHalves() {
        for (int n = 0; n < 200; n++) {
            float[] x = new float[n + 3];
            for (int k = 0; k < x.length; k++) x[k] = (float) Math.sin(k * k) * 9;
            float sum = Functions.exp(x, 2, n, 1);
            float[] partial = new float[16];
            for (int j = 0; j < n; j++) partial[j % 16] += x[2 + j];
            assertEquals(halves(partial, 0, 1), sum, n + " numbers");
        }
    }

    /** The sum of every step-th partial sum from one on, which is that of its even ones and its odd ones. */
    private static float halves(float[] partial, int from, int step) {
        return step == 16 ? partial[from] : halves(partial, from, 2 * step) + halves(partial, from + step, 2 * step);
    }

    @Test
    void tanhIsOddAndNeverLeavesMinusOneToOne() {
        for (float x : new float[] {0f, 1e-30f, 0.3f, 8f, 100f, Float.MAX_VALUE}) {
            assertEquals(-Functions.tanh(x), Functions.tanh(-x));
            assertTrue(Math.abs(Functions.tanh(x)) <= 1f, "tanh " + x);
        }
    }

    @Test
    void expStaysWithinItsStatedError() {
        float[] x = new float[173_999];
        for (int k = 0; k < x.length; k++) {
            x[k] = -87f + k * 1e-3f;
        }
        float[] e = x.clone();
        Functions.exp(e, 0, e.length, 0);
        for (int k = 0; k < x.length; k++) {
            assertEquals(1, e[k] / Math.exp(x[k]), 2e-7, "exp " + x[k]);
        }
    }

    @Test
    void expClampsWhatAFloatCannotHold() {
        float[] x = {-1e9f, -87f, 1e9f, 87f, 5f};
        Functions.exp(x, 0, 4, 0);
        assertEquals(Math.exp(-87), x[0], 1e-44);
        assertEquals(x[0], x[1]);
        assertEquals(Math.exp(87), x[2], 1e31);
        assertEquals(x[2], x[3]);
        assertEquals(5f, x[4], "only n numbers are replaced");
    }

    @Test
    void whatIsNotFiniteStaysVisible() {
        for (float x : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            float[] e = {x, 0};
            Functions.exp(e, 0, 1, 0);
            assertTrue(Float.isNaN(e[0]), "exp " + x);
            assertTrue(Float.isNaN(Functions.tanh(x)), "tanh " + x);
            assertTrue(Float.isNaN(Functions.sigmoid(x)), "sigmoid " + x);
        }
    }

    @Test
    void roomBehindARowIsOverwrittenAndNotSummed() {
        for (int n = 1; n < 50; n++) {
            float[] x = new float[2 + Rows.padded(n) + 1], y = new float[x.length];
            for (int k = 0; k < x.length; k++) x[k] = y[k] = (float) Math.sin(k * k) * 9;
            float before = x[1], after = x[x.length - 1];
            assertEquals(Functions.exp(y, 2, n, 1), Functions.expPadded(x, 2, n, 1), n + " numbers");
            for (int j = 2; j < 2 + n; j++) assertEquals(y[j], x[j], j + " of " + n);
            assertEquals(before, x[1]);
            assertEquals(after, x[x.length - 1]);
        }
    }

    /** The same bits on every JVM and before and after compilation: a change of this sum is a change of all results. */
    @Test
    void theBitsAreTheSameOnEveryJvm() {
        float[] x = new float[10_000];
        for (int k = 0; k < x.length; k++) {
            x[k] = -40f + k * 0.008f;
        }
        long first = checksum(x);
        for (int k = 0; k < 200; k++) {
            assertEquals(first, checksum(x), "after " + k + " runs");
        }
        assertEquals(EXPECTED, first);
    }

    private static final long EXPECTED = 2_052_736_513L;

    private static long checksum(float[] x) {
        float[] e = Arrays.copyOf(x, x.length);
        Functions.exp(e, 0, e.length, 0);
        CRC32 crc = new CRC32();
        for (int k = 0; k < x.length; k++) {
            int bits = Float.floatToRawIntBits(e[k])
                    ^ Float.floatToRawIntBits(Functions.tanh(x[k]))
                    ^ Integer.rotateLeft(Float.floatToRawIntBits(Functions.sigmoid(x[k])), 7);
            for (int shift = 0; shift < 32; shift += 8) {
                crc.update(bits >>> shift);
            }
        }
        return crc.getValue();
    }

    @Test
    void maximumAndSumCountEveryPlaceWhateverTheLength() {
        for (int n : new int[] {1, 2, 16, 17, 100, 1023, 1024, 1025, 2048, 3000}) {
            for (int place = 0; place < n; place += 1 + n / 97) {
                float[] x = new float[n];
                Arrays.fill(x, -90);
                x[place] = 3;
                assertEquals(3, Functions.max(x, 0, n), place + " of " + n);
                assertEquals(1, Functions.exp(x, 0, n, 3), 1e-6, place + " of " + n);
                assertEquals(1, x[place], 1e-6);
            }
            float[] ones = new float[n];
            assertEquals(n, Functions.exp(ones, 0, n, 0), "a sum of " + n + " ones");
        }
    }
}
