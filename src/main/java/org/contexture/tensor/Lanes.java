package org.contexture.tensor;

/**
 * Sums and maxima in a fixed number of partial results side by side. The JIT may not reorder a float sum, but it vectorises
 * lane[j] = lane[j] + x[j]; the order is always the same, so the result is too.
 */
final class Lanes {
    static final int COUNT = 1024;

    private final float[] lane = new float[COUNT];
    private final float[] part = new float[COUNT];

    /** Sets the first lanes to x[0 … n), n at most {@link #COUNT}. */
    void set(float[] x, int n) {
        System.arraycopy(x, 0, lane, 0, n);
    }

    /** Adds x[0 … n), n at most what was set. */
    void add(float[] x, int n) {
        for (int j = 0; j < n; j++) lane[j] += x[j];
    }

    private void raise(float[] x, int n) {
        for (int j = 0; j < n; j++) lane[j] = Math.max(lane[j], x[j]);
    }

    /** The sum of the first lanes. */
    float sum(int lanes) {
        return sum(lane, lanes);
    }

    /** The sum of x[0 … n), in eight partial sums that the CPU can overlap. */
    static float sum(float[] x, int n) {
        float a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
        int j = 0;
        for (; j + 8 <= n; j += 8) {
            a += x[j];
            b += x[j + 1];
            c += x[j + 2];
            d += x[j + 3];
            e += x[j + 4];
            f += x[j + 5];
            g += x[j + 6];
            h += x[j + 7];
        }
        float sum = (a + b) + (c + d) + ((e + f) + (g + h));
        for (; j < n; j++) sum += x[j];
        return sum;
    }

    /** The largest of x[0 … n); NaN if there is one. */
    float max(float[] x, int n) {
        int first = Math.min(COUNT, n);
        set(x, first);
        for (int from = first; from < n; from += COUNT) {
            int count = Math.min(COUNT, n - from);
            System.arraycopy(x, from, part, 0, count);
            raise(part, count);
        }
        return top(first);
    }

    /** Halves the lanes until few are left. */
    private float top(int lanes) {
        int n = lanes;
        while (n > 32) {
            int half = n / 2;
            System.arraycopy(lane, n - half, part, 0, half);
            raise(part, half);
            n -= half;
        }
        float max = lane[0];
        for (int j = 1; j < n; j++) max = Math.max(max, lane[j]);
        return max;
    }
}
