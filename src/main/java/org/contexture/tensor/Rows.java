package org.contexture.tensor;

/** Sums over rows and growing heap arrays: what layers share around their products. */
public final class Rows {
    private Rows() {}

    /** The array itself if it holds n numbers, else a larger one; growing forgets its content. */
    public static float[] atLeast(float[] array, int n) {
        return array.length >= n ? array : new float[n + n / 4];
    }

    /** target[to + j] += source[from + j] for n numbers. */
    public static void add(float[] source, int from, float[] target, int to, int n) {
        for (int j = 0; j < n; j++) {
            target[to + j] += source[from + j];
        }
    }

    /** target[j] += source[j] on [from, to): with one index for both, the JIT vectorises it. */
    public static void addRange(float[] source, float[] target, int from, int to) {
        for (int j = from; j < to; j++) {
            target[j] += source[j];
        }
    }

    /** Writes the column sums of rows × width numbers to sums[offset …). */
    public static void sum(float[] packed, int rows, float[] sums, int offset, int width) {
        for (int row = 0; row < rows; row++) {
            add(packed, row * width, sums, offset, width);
        }
    }
}
