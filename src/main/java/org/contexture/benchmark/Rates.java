package org.contexture.benchmark;

import java.util.Arrays;
import org.contexture.tensor.OpenBlas;

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

    /** Floating-point operations a second of 1024³ single-precision products by ND4J's OpenBLAS on one thread, median of five. */
    static double sgemm() {
        OpenBlas products = new OpenBlas(SIZE);
        products.multiply();
        double[] rates = new double[PRODUCTS];
        for (int k = 0; k < PRODUCTS; k++) {
            long start = System.nanoTime();
            products.multiply();
            rates[k] = 2.0 * SIZE * SIZE * SIZE / seconds(start);
        }
        return median(rates);
    }

    /** Seconds since a reading of {@link System#nanoTime()}. */
    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
