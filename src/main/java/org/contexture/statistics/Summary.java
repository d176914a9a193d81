package org.contexture.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One metric of one configuration over seeds.
 *
 * @param n how many values there are
 * @param mean Σ x / n
 * @param deviation sqrt(Σ (x − mean)² / (n − 1)); NaN below two values
 * @param median the middle value, or the mean of the two in the middle
 * @param interquartileMean the mean without the lowest and the highest ⌊n / 4⌋ values, as rliable has it (Agarwal et al., 2021:
 *     "Deep reinforcement learning at the edge of the statistical precipice", section 4.3; {@code scipy.stats.trim_mean(x, 0.25)}):
 *     less easily moved by a stray seed than the mean, less wasteful than the median
 * @param interval 95 % t interval of the mean; null below two values and where a value is infinite
 */
public record Summary(
        int n, double mean, double deviation, double median, double interquartileMean, @Nullable Interval interval) {
    /**
     * Of these values. Without any, every number is NaN.
     *
     * @throws IllegalArgumentException if a value is missing (NaN)
     */
    public static Summary of(double... values) {
        Numbers.refuseMissing(values);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = values.length;
        // Finite values may add up to an infinity.
        boolean finite = Double.isFinite(Numbers.mean(values)) && Double.isFinite(Numbers.deviation(values));
        return new Summary(
                n,
                Numbers.mean(values),
                Numbers.deviation(values),
                middle(sorted, (n - 1) / 2),
                middle(sorted, n / 4),
                n > 1 && finite ? Interval.t(values, Interval.USUAL_LEVEL) : null);
    }

    /** The mean of sorted values without so many at either end. */
    private static double middle(double[] sorted, int cut) {
        return sorted.length == 0 ? Double.NaN : Numbers.mean(Arrays.copyOfRange(sorted, cut, sorted.length - cut));
    }
}
