package org.contexture.benchmark;

import java.util.Arrays;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.Matrix;

/** Medians, and the rate of this machine's matrix products. */
final class Rates {
    private static final int SIZE = 1024;
    private static final int PRODUCTS = 5;

    private Rates() {}

    /** The middle one, or the mean of the middle two. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Floating-point operations a second of 1024³ single-precision products on the threads in force, median of five. */
    static double sgemm() {
        try (Matrix a = Matrix.zeros(SIZE, SIZE);
                Matrix b = Matrix.zeros(SIZE, SIZE);
                Matrix c = Matrix.zeros(SIZE, SIZE)) {
            Gemm.nn(a.all(), b.all(), Gemm.SET, c.all());
            double[] rates = new double[PRODUCTS];
            for (int k = 0; k < PRODUCTS; k++) {
                long start = System.nanoTime();
                Gemm.nn(a.all(), b.all(), Gemm.SET, c.all());
                rates[k] = 2.0 * SIZE * SIZE * SIZE / seconds(start);
            }
            return median(rates);
        }
    }

    /** Seconds since a reading of {@link System#nanoTime()}. */
    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
