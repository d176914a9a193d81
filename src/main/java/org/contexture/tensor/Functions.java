package org.contexture.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * The transcendental functions of a recurrent network, from + − × ÷ alone.
 *
 * <p>Two reasons. The scalar methods are small and free of branches, so the JIT inlines them into a loop and vectorises it:
 * about twenty times faster than {@link Math}. And the results are the same bits in the interpreter, in compiled code and
 * on every JVM, which {@link Math} does not promise.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // constants as published, rounded by the compiler
public final class Functions {
    private static final float LOG2_E = 1.44269504f;
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    /** Adding 1.5 × 2^23 rounds a float to an integer and leaves that integer in its lowest bits. */
    private static final float ROUNDER = 12_582_912f;

    private static final float SMALLEST_EXPONENT = -87f;
    private static final float LARGEST_EXPONENT = 88f;
    private static final int EXPONENT_BIAS = 127;
    private static final int MANTISSA_BITS = 23;

    private Functions() {}

    /** The logistic function 1 / (1 + e^-x), within 2e-7. */
    public static float sigmoid(float x) {
        return 0.5f * tanh(0.5f * x) + 0.5f;
    }

    /** The hyperbolic tangent, within 4e-7: a 13th over a 6th degree polynomial, as in Eigen's and TensorFlow's kernels. */
    public static float tanh(float x) {
        float z = Math.max(-7.90531110763549805f, Math.min(7.90531110763549805f, x));
        float s = z * z;
        float p = -2.76076847742355e-16f * s + 2.00018790482477e-13f;
        p = p * s - 8.60467152213735e-11f;
        p = p * s + 5.12229709037114e-08f;
        p = p * s + 1.48572235717979e-05f;
        p = p * s + 6.37261928875436e-04f;
        p = p * s + 4.89352455891786e-03f;
        float q = 1.19825839466702e-06f * s + 1.18534705686654e-04f;
        q = q * s + 2.26843463243900e-03f;
        q = q * s + 4.89352518554385e-03f;
        return z * p / q;
    }

    /** The largest of x[0 … n); NaN if there is one. */
    public static float max(float[] x, int n) {
        return SCRATCH.get().lanes.max(x, n);
    }

    /**
     * Sets e[0 … n) to e^(x − shift), within 2e-7 relative for −87 ≤ x − shift ≤ 88 (smaller ones count as −87, larger as
     * 88), and returns the sum. The arrays may be the same.
     *
     * <p>Cody and Waite's reduction: e^x = 2^k e^r with |r| ≤ ln 2 / 2. Making the float 2^k takes integer operations on its
     * bits, which the JIT does not vectorise beside float ones; two passes through a small native scratch let each loop
     * have one type.
     */
    public static float exp(float[] x, float shift, float[] e, int n) {
        Scratch scratch = SCRATCH.get();
        int first = Math.min(Lanes.COUNT, n);
        scratch.exp(x, shift, e, first);
        if (n == first) return Lanes.sum(e, n);
        scratch.lanes.set(e, first);
        for (int from = first; from < n; from += Lanes.COUNT) {
            int count = Math.min(Lanes.COUNT, n - from);
            System.arraycopy(x, from, scratch.value, 0, count);
            scratch.exp(scratch.value, shift, scratch.value, count);
            scratch.lanes.add(scratch.value, count);
            System.arraycopy(scratch.value, 0, e, from, count);
        }
        return scratch.lanes.sum(first);
    }

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    private static final class Scratch {
        final Lanes lanes = new Lanes();
        final float[] value = new float[Lanes.COUNT];
        final float[] rounded = new float[Lanes.COUNT];
        final float[] power = new float[Lanes.COUNT];
        final int[] bits = new int[Lanes.COUNT];
        final FloatBuffer floats;
        final IntBuffer ints;

        Scratch() {
            ByteBuffer bytes =
                    ByteBuffer.allocateDirect(Lanes.COUNT * Float.BYTES).order(ByteOrder.nativeOrder());
            floats = bytes.asFloatBuffer();
            ints = bytes.asIntBuffer();
        }

        void exp(float[] x, float shift, float[] e, int n) {
            round(x, shift, e, rounded, n);
            floats.put(0, rounded, 0, n);
            ints.get(0, bits, 0, n);
            powersOfTwo(bits, n);
            ints.put(0, bits, 0, n);
            floats.get(0, power, 0, n);
            finish(e, rounded, power, n);
        }

        private static void round(float[] x, float shift, float[] clamped, float[] rounded, int n) {
            for (int j = 0; j < n; j++) {
                clamped[j] = Math.max(SMALLEST_EXPONENT, Math.min(LARGEST_EXPONENT, x[j] - shift));
                rounded[j] = clamped[j] * LOG2_E + ROUNDER;
            }
        }

        /** The low bits of ROUNDER + k hold k in two's complement; shifting drops the rest. */
        private static void powersOfTwo(int[] bits, int n) {
            for (int j = 0; j < n; j++) {
                bits[j] = (bits[j] + EXPONENT_BIAS) << MANTISSA_BITS;
            }
        }

        private static void finish(float[] x, float[] rounded, float[] power, int n) {
            for (int j = 0; j < n; j++) {
                x[j] = power[j] * expNearZero(x[j], rounded[j] - ROUNDER);
            }
        }

        /** e^r for r = x − k ln 2 (Cephes' expf polynomial). */
        private static float expNearZero(float x, float k) {
            float r = x - k * LN2_HIGH - k * LN2_LOW;
            float p = 1.9875691500e-4f * r + 1.3981999507e-3f;
            p = p * r + 8.3334519073e-3f;
            p = p * r + 4.1665795894e-2f;
            p = p * r + 1.6666665459e-1f;
            p = p * r + 5.0000001201e-1f;
            return p * r * r + r + 1f;
        }
    }
}
