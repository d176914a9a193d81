package org.contexture.model;

import org.contexture.tensor.Functions;

/** What is looked for in one row of logits. */
public final class Softmax {
    private static final int FEW = 64;

    private Softmax() {}

    /** The largest of n logits from z[at] on; NaN if there is one. */
    public static float max(float[] z, int at, int n) {
        return Functions.max(z, at, n);
    }

    /** How far from {@code at} the first of n logits is that equals a value; −1 if there is none. */
    public static int indexOf(float value, float[] z, int at, int n) {
        for (int j = 0; j < n; j++) {
            if (z[at + j] == value) {
                return j;
            }
        }
        return -1;
    }

    /** Whether a token has the largest of n logits, and is the first of equals. Where it is not, a few logits mostly show it. */
    static boolean isArgMax(int token, float[] z, int at, int n) {
        return maxOfFew(z, at, n) <= z[at + token] && indexOf(max(z, at, n), z, at, n) == token;
    }

    /** The largest of the first few of n logits. */
    static float maxOfFew(float[] z, int at, int n) {
        return max(z, at, Math.min(FEW, n));
    }
}
