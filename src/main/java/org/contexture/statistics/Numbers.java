package org.contexture.statistics;

import java.util.Arrays;

/** What every statistic here needs of an array of numbers. */
final class Numbers {
    /**
     * Numbers nearer to each other than this share of their size count as equal: differences of scores near 100 carry rounding
     * errors of 1e-14, which would tear apart ties of, say, two shares of the same test set.
     */
    static final double TOLERANCE = 1e-10;

    private Numbers() {}

    /** @throws IllegalArgumentException if a number is NaN; whoever has missing values leaves them out, and says so */
    static void refuseMissing(double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                throw new IllegalArgumentException(
                        "value " + i + " of " + values.length + " is missing (NaN): leave missing values out before");
            }
        }
    }

    /** @throws IllegalArgumentException if a number is NaN or infinite, or there are fewer than so many */
    static void requireFinite(double[] values, int atLeast) {
        if (values.length < atLeast) {
            throw new IllegalArgumentException(
                    "at least " + atLeast + " values are needed but there are " + values.length);
        }
        refuseMissing(values);
        for (double x : values) {
            if (Double.isInfinite(x)) {
                throw new IllegalArgumentException("finite values are needed but one is " + x);
            }
        }
    }

    /** @throws IllegalArgumentException unless 0 &lt; level &lt; 1 */
    static void requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a level must lie between 0 and 1 but is " + level);
        }
    }

    /** Σ x / n; NaN of nothing. */
    static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /** sqrt(Σ (x − mean)² / (n − 1)); NaN below two values. */
    static double deviation(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    }

    /** a − b, pair by pair. */
    static double[] differences(double[] a, double[] b) {
        double[] differences = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            differences[i] = a[i] - b[i];
        }
        return differences;
    }

    /** @throws IllegalArgumentException unless both are as long */
    static void requirePairs(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    "pairs are needed, but there are " + a.length + " values and " + b.length);
        }
    }
}
