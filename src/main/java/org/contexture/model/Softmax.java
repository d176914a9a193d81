package org.contexture.model;

import org.contexture.tensor.Functions;

/** The softmax of one row of logits, with its loss and gradient. Losses are in nats. */
public final class Softmax {
    private static final int FEW = 64;

    private Softmax() {}

    /** The index of the largest of z[0 … n), the first of equals; −1 if there is a NaN. */
    static int argMax(float[] z, int n) {
        return indexOf(Functions.max(z, n), z, n);
    }

    /** The largest of z[0 … n); NaN if there is one. */
    public static float max(float[] z, int n) {
        return Functions.max(z, n);
    }

    /** The first index of a value in z[0 … n), or −1. */
    public static int indexOf(float value, float[] z, int n) {
        for (int j = 0; j < n; j++) {
            if (z[j] == value) {
                return j;
            }
        }
        return -1;
    }

    /** Whether an index is the arg max of z[0 … n). Where it is not, a few logits mostly show it. */
    static boolean isArgMax(int index, float[] z, int n) {
        return maxOfFew(z, n) <= z[index] && argMax(z, n) == index;
    }

    /** The largest of the first few of z[0 … n). */
    static float maxOfFew(float[] z, int n) {
        float max = z[0];
        for (int j = 1; j < Math.min(FEW, n); j++) {
            max = Math.max(max, z[j]);
        }
        return max;
    }

    /**
     * From e^(z − shift) and their sum over all tokens to the gradient of scale × loss: scale × (softmax − one-hot of target).
     *
     * @param target where in z[0 … n) the reference is; elsewhere if it is not among these
     */
    static void gradient(float[] exponentials, int n, float sum, int target, float scale) {
        float factor = scale / sum;
        for (int j = 0; j < n; j++) {
            exponentials[j] *= factor;
        }
        if (target >= 0 && target < n) exponentials[target] -= scale;
    }
}
