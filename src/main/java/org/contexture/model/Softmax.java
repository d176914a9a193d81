package org.contexture.model;

import org.contexture.tensor.Functions;

/** The softmax of one row of logits, with its loss and gradient. Losses are in nats. */
public final class Softmax {
    private Softmax() {}

    /** The largest of z[0 … n), by eight independent running maxima, which the CPU can overlap. */
    static float max(float[] z, int n) {
        float a = z[0], b = a, c = a, d = a, e = a, f = a, g = a, h = a;
        int j = 0;
        for (; j + 8 <= n; j += 8) {
            a = larger(z[j], a);
            b = larger(z[j + 1], b);
            c = larger(z[j + 2], c);
            d = larger(z[j + 3], d);
            e = larger(z[j + 4], e);
            f = larger(z[j + 5], f);
            g = larger(z[j + 6], g);
            h = larger(z[j + 7], h);
        }
        float max = larger(larger(larger(a, b), larger(c, d)), larger(larger(e, f), larger(g, h)));
        for (; j < n; j++) {
            max = larger(z[j], max);
        }
        return max;
    }

    /** Unlike Math.max a bare comparison: NaN is found by the loss, and signed zeros do not matter here. */
    private static float larger(float x, float y) {
        return x > y ? x : y;
    }

    /** The sum of z[0 … n) in eight partial sums: faster than one, and as deterministic. */
    static float sum(float[] z, int n) {
        float a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
        int j = 0;
        for (; j + 8 <= n; j += 8) {
            a += z[j];
            b += z[j + 1];
            c += z[j + 2];
            d += z[j + 3];
            e += z[j + 4];
            f += z[j + 5];
            g += z[j + 6];
            h += z[j + 7];
        }
        float sum = (a + b) + (c + d) + ((e + f) + (g + h));
        for (; j < n; j++) {
            sum += z[j];
        }
        return sum;
    }

    /** Replaces logits z[0 … n) by e^(z − max) and returns log Σ e^z = max + log Σ e^(z − max). */
    static double exponentiate(float[] z, int n, float max) {
        for (int j = 0; j < n; j++) {
            z[j] -= max;
        }
        Functions.exp(z, n);
        return max + StrictMath.log(sum(z, n));
    }

    /** The index of the largest of z[0 … n), the first of equals; −1 if there is a NaN at every place. */
    public static int argMax(float[] z, int n) {
        return firstOf(max(z, n), z);
    }

    /** The first place of a value, or −1. */
    static int firstOf(float value, float[] z) {
        for (int j = 0; j < z.length; j++) {
            if (z[j] == value) {
                return j;
            }
        }
        return -1;
    }

    /** From e^(z − max) to the gradient of scale × loss: scale × (softmax − one-hot of target). */
    static void gradient(float[] exponentials, int n, int target, float scale) {
        float factor = scale / sum(exponentials, n);
        for (int j = 0; j < n; j++) {
            exponentials[j] *= factor;
        }
        exponentials[target] -= scale;
    }
}
