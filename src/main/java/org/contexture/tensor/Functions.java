package org.contexture.tensor;

/**
 * The transcendental functions of a recurrent network, from + − × ÷ and fused multiply-adds alone.
 *
 * <p>Two reasons. The scalar methods are small and free of branches, so the JIT inlines them into a loop and vectorises it:
 * about twenty times faster than {@link Math}. And the results are the same bits in the interpreter, in compiled code and
 * on every JVM, which {@link Math} does not promise.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // constants as published, rounded by the compiler
public final class Functions {
    static final float LOG2_E = 1.44269504f;
    static final float LN2_HIGH = 0.693359375f;
    static final float LN2_LOW = -2.12194440e-4f;
    /** Adding 1.5 × 2^23 rounds a float to an integer and leaves that integer in its lowest bits. */
    static final float ROUNDER = 12_582_912f;

    static final float LARGEST_EXPONENT = 87f;
    static final int EXPONENT_BIAS = 127;
    static final int MANTISSA_BITS = 23;
    static final float EXP_5 = 1.9875691500e-4f;
    static final float EXP_4 = 1.3981999507e-3f;
    static final float EXP_3 = 8.3334519073e-3f;
    static final float EXP_2 = 4.1665795894e-2f;
    static final float EXP_1 = 1.6666665459e-1f;
    static final float EXP_0 = 5.0000001201e-1f;

    /** From here on the polynomials give ±1. */
    static final float TANH_ONE = 7.90531110763549805f;

    static final float TANH_P13 = -2.76076847742355e-16f;
    static final float TANH_P11 = 2.00018790482477e-13f;
    static final float TANH_P9 = -8.60467152213735e-11f;
    static final float TANH_P7 = 5.12229709037114e-08f;
    static final float TANH_P5 = 1.48572235717979e-05f;
    static final float TANH_P3 = 6.37261928875436e-04f;
    static final float TANH_P1 = 4.89352455891786e-03f;
    static final float TANH_Q6 = 1.19825839466702e-06f;
    static final float TANH_Q4 = 1.18534705686654e-04f;
    static final float TANH_Q2 = 2.26843463243900e-03f;
    static final float TANH_Q0 = 4.89352518554385e-03f;

    private Functions() {}

    /** The logistic function 1 / (1 + e^-x), within 2e-7; NaN where x is not finite. */
    public static float sigmoid(float x) {
        return Math.fma(0.5f, tanh(0.5f * x), 0.5f);
    }

    /** The hyperbolic tangent, within 4e-7, NaN where x is not finite: a 13th over a 6th degree polynomial, as in Eigen's and TensorFlow's kernels. */
    public static float tanh(float x) {
        float z = clamp(x, TANH_ONE);
        float s = z * z;
        float p = Math.fma(TANH_P13, s, TANH_P11);
        p = Math.fma(p, s, TANH_P9);
        p = Math.fma(p, s, TANH_P7);
        p = Math.fma(p, s, TANH_P5);
        p = Math.fma(p, s, TANH_P3);
        p = Math.fma(p, s, TANH_P1);
        float q = Math.fma(TANH_Q6, s, TANH_Q4);
        q = Math.fma(q, s, TANH_Q2);
        q = Math.fma(q, s, TANH_Q0);
        return z * p / q;
    }

    /**
     * e^x, within 2e-7 relative for |x| ≤ 87 (smaller ones count as −87, larger as 87; NaN where x is not finite): Cody and Waite's reduction,
     * e^x = 2^k e^r with |r| ≤ ln 2 / 2, and Cephes' polynomial for e^r.
     */
    static float exp(float x) {
        float y = clamp(x, LARGEST_EXPONENT);
        float rounded = Math.fma(y, LOG2_E, ROUNDER);
        float k = rounded - ROUNDER;
        float r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, y));
        float p = Math.fma(r, EXP_5, EXP_4);
        p = Math.fma(p, r, EXP_3);
        p = Math.fma(p, r, EXP_2);
        p = Math.fma(p, r, EXP_1);
        p = Math.fma(p, r, EXP_0);
        // the low bits of ROUNDER + k hold k in two's complement; shifting drops the rest
        float power = Float.intBitsToFloat((Float.floatToRawIntBits(rounded) + EXPONENT_BIAS) << MANTISSA_BITS);
        return power * Math.fma(p, r * r, r + 1f);
    }

    /** x within ±limit; NaN where x is not finite, so that a model that has diverged cannot go on. */
    private static float clamp(float x, float limit) {
        return Math.fma(x, 0f, Math.max(-limit, Math.min(limit, x)));
    }

    /** x[j] = σ(x[j]) on [from, to). */
    public static void sigmoid(float[] x, int from, int to) {
        Arithmetic.HERE.sigmoid(x, from, to);
    }

    /** y[j] = tanh(x[j]) on [from, to); y may be x. */
    public static void tanh(float[] x, float[] y, int from, int to) {
        Arithmetic.HERE.tanh(x, y, from, to);
    }

    /** Sets n numbers from z[at] on to e^(z − shift) and returns their sum. */
    public static float exp(float[] z, int at, int n, float shift) {
        Arithmetic.HERE.exp(z, at, n, shift);
        return Arithmetic.HERE.sum(z, at, n);
    }

    /** The same where there is room behind the n numbers ({@link Rows#padded}): it is overwritten, and not summed. */
    public static float expPadded(float[] z, int at, int n, float shift) {
        Arithmetic.HERE.exp(z, at, Rows.padded(n), shift);
        return Arithmetic.HERE.sum(z, at, n);
    }

    /** The largest of n numbers from x[at] on; NaN if there is one. */
    public static float max(float[] x, int at, int n) {
        return Arithmetic.HERE.max(x, at, n);
    }
}
