package org.contexture.experiment;

import org.contexture.setting.Setting;

/**
 * When there are seeds enough: every configuration gets the same seeds, more of them until the mean of a metric is known well enough
 * for all.
 *
 * @param metric a numeric test or validation metric
 * @param halfWidth of the 95 % t interval of its mean over seeds, for every configuration
 * @param min seeds to begin with
 * @param max most seeds
 */
public record SeedRule(
        @Setting(
                        value = "Metric whose mean over seeds is wanted.",
                        byDefault = "bleu",
                        oneOf = {
                            "validLoss",
                            "validPerplexity",
                            "validTokenAccuracy",
                            "testLoss",
                            "testPerplexity",
                            "tokenAccuracy",
                            "exactMatch",
                            "bleu",
                            "chrf",
                            "ter",
                            "lengthRatio",
                            "unknownRate",
                            "repetitionRate"
                        })
                String metric,
        @Setting(
                        value = "Half width of its 95 % interval that is narrow enough, in the metric's unit.",
                        min = 0,
                        aboveMin = true)
                double halfWidth,
        @Setting(value = "Seeds to begin with.", byDefault = "3", min = 2, max = 1000) int min,
        @Setting(value = "Most seeds.", byDefault = "20", min = 2, max = 1000) int max) {
    /** @throws IllegalArgumentException if max is below min */
    public SeedRule {
        if (max < min) {
            throw new IllegalArgumentException(
                    "seeds.until.max is " + max + ", below seeds.until.min, " + min + "; expected at least as many");
        }
    }

    /**
     * How many seeds to go on with, after some that left an interval too wide: as many as would narrow it by the law 1 / √n, but
     * never more than twice as many, because a deviation over few seeds is a poor guess.
     *
     * @param seeds so far, fewer than max
     * @param widest the half width with them
     */
    public int next(int seeds, double widest) {
        double needed = Math.ceil(seeds * (widest / halfWidth) * (widest / halfWidth));
        return (int) Math.min(max, Math.max(seeds + 1, Math.min(needed, 2.0 * seeds)));
    }
}
