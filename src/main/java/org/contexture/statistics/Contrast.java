package org.contexture.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A difference that was taken in each block of a grid. A block is what stays the same: a seed and a level of every other factor.
 *
 * @param n blocks that had all its values
 * @param leftOut blocks of the full grid (every seed that occurs, every combination of the other factors) that had not
 * @param mean over the n blocks; NaN without any
 * @param interval 95 % t interval of the mean; null below two blocks
 */
public record Contrast(int n, int leftOut, double mean, @Nullable Interval interval) {
    /** Of one difference a block, NaN where a value is missing. */
    static Contrast of(double[] differences) {
        double[] present =
                Arrays.stream(differences).filter(x -> !Double.isNaN(x)).toArray();
        Interval interval = present.length < 2 ? null : Interval.t(present, Interval.USUAL_LEVEL);
        return new Contrast(present.length, differences.length - present.length, Numbers.mean(present), interval);
    }
}
