package org.contexture.metrics;

/** Sums in NumPy's order, whose last bits decide between a difference and its like. */
final class NumPy {
    private static final int BLOCK = 128;

    private NumPy() {}

    /** {@code array.mean()}. */
    static double mean(double[] values) {
        return sum(values, 0, values.length) / values.length;
    }

    /** Pairwise summation: halves of a multiple of eight, and eight partial sums in a block of up to 128. */
    private static double sum(double[] values, int from, int n) {
        if (n > BLOCK) {
            int half = n / 2 - n / 2 % 8;
            return sum(values, from, half) + sum(values, from + half, n - half);
        }
        return n < 8 ? inOrder(values, from, n, 0) : inEights(values, from, n);
    }

    private static double inEights(double[] values, int from, int n) {
        double[] part = new double[8];
        System.arraycopy(values, from, part, 0, 8);
        int i = 8;
        for (; i < n - n % 8; i += 8) {
            for (int k = 0; k < 8; k++) {
                part[k] += values[from + i + k];
            }
        }
        double sum = ((part[0] + part[1]) + (part[2] + part[3])) + ((part[4] + part[5]) + (part[6] + part[7]));
        return inOrder(values, from + i, n - i, sum);
    }

    private static double inOrder(double[] values, int from, int n, double start) {
        double sum = start;
        for (int i = 0; i < n; i++) {
            sum += values[from + i];
        }
        return sum;
    }
}
