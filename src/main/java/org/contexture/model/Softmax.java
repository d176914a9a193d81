package org.contexture.model;

import org.contexture.tensor.Functions;

/** The softmax of one row of logits, with its loss and gradient. Losses are in nats. */
public final class Softmax {
    private static final int FEW = 64;

    private Softmax() {}

    /** The index of the largest of z[0 … n), the first of equals; −1 if there is a NaN. */
    public static int argMax(float[] z, int n) {
        float max = Functions.max(z, n);
        for (int j = 0; j < n; j++) {
            if (z[j] == max) {
                return j;
            }
        }
        return -1;
    }

    /** Whether an index is the arg max. Where it is not, a few logits mostly show it. */
    static boolean isArgMax(int index, float[] z) {
        float value = z[index];
        for (int j = 0; j < Math.min(FEW, z.length); j++) {
            if (z[j] > value) {
                return false;
            }
        }
        return argMax(z, z.length) == index;
    }

    /** From e^(z − shift) and their sum to the gradient of scale × loss: scale × (softmax − one-hot of target). */
    static void gradient(float[] exponentials, int n, float sum, int target, float scale) {
        float factor = scale / sum;
        for (int j = 0; j < n; j++) {
            exponentials[j] *= factor;
        }
        exponentials[target] -= scale;
    }
}
