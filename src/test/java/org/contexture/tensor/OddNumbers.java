package org.contexture.tensor;

import java.util.SplittableRandom;

/** Numbers that arithmetic is tested with. */
final class OddNumbers {
    private static final float[] ODD = {
        0f,
        -0f,
        1f,
        -1f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        1e-30f,
        -1e-30f,
        1e30f,
        -1e30f,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN,
        -86.99f,
        -87f,
        -87.5f,
        87f,
        87.5f,
        7.905311f,
        -7.9053116f
    };

    private OddNumbers() {}

    /** One of those at the ends of what a float can be, or where a function begins to clamp. */
    static float one(SplittableRandom random) {
        return ODD[random.nextInt(ODD.length)];
    }

    /** Ordinary numbers of many sizes. */
    static float[] ordinary(int n, SplittableRandom random) {
        float[] x = new float[n];
        for (int j = 0; j < n; j++) x[j] = (float) (random.nextGaussian() * Math.exp(random.nextDouble(-9, 4)));
        return x;
    }

    /** The same with every fifth number odd, by chance. */
    static float[] odd(int n, SplittableRandom random) {
        float[] x = ordinary(n, random);
        for (int j = 0; j < n; j++) if (random.nextInt(5) == 0) x[j] = one(random);
        return x;
    }
}
