package org.contexture.model;

import org.contexture.tensor.Functions;

/** The softmax of one row of logits, with its loss and gradient. Losses are in nats. */
public final class Softmax {
    private Softmax() {}

    /** The index of the largest of z[0 … n), the first of equals; −1 if there is a NaN. */
    public static int argMax(float[] z, int n) {
        return firstOf(Functions.max(z, n), z);
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

    /** From e^(z − max) and their sum to the gradient of scale × loss: scale × (softmax − one-hot of target). */
    static void gradient(float[] exponentials, int n, float sum, int target, float scale) {
        float factor = scale / sum;
        for (int j = 0; j < n; j++) {
            exponentials[j] *= factor;
        }
        exponentials[target] -= scale;
    }
}
