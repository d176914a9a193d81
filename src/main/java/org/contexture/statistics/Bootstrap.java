package org.contexture.statistics;

import java.util.Arrays;

/**
 * The percentile bootstrap without a lower limit to the number of values, so that its coverage at few values can be measured. In
 * NumPy: {@code percentile(x[default_rng(seed).integers(n, size=(resamples, n))].mean(1), [2.5, 97.5])}.
 */
final class Bootstrap {
    private Bootstrap() {}

    static Interval percentile(double[] values, double level, int resamples, long seed) {
        Numbers.requireFinite(values, 1);
        Numbers.requireLevel(level);
        if (resamples < 1) {
            throw new IllegalArgumentException("at least one resample is needed but there are " + resamples);
        }
        double[] means = means(values, resamples, new Pcg64(seed));
        Arrays.sort(means);
        double low = quantile(means, (1 - level) / 2);
        double high = quantile(means, (1 + level) / 2);
        return new Interval(low, high, level, IntervalKind.BOOTSTRAP);
    }

    private static double[] means(double[] values, int resamples, Pcg64 random) {
        double[] means = new double[resamples];
        for (int r = 0; r < resamples; r++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[random.below(values.length)];
            }
            means[r] = sum / values.length;
        }
        return means;
    }

    /** Between the two nearest of the sorted numbers, linearly (type 7 of Hyndman and Fan, 1996; NumPy's default). */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
