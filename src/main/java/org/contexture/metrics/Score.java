package org.contexture.metrics;

import org.jspecify.annotations.Nullable;

/**
 * A score, what it is made of and how it came about.
 *
 * @param name of the metric, such as chrF2
 * @param parts the score itself among them
 * @param confidence of the score over resampled segments; null if it was not asked for
 */
public record Score(String name, Metric.Parts parts, Signature signature, @Nullable Confidence confidence) {
    /**
     * Mean and 95 % interval of a score over bootstrap resamples of the segments (Koehn, 2004).
     *
     * @param mean over resamples
     * @param halfWidth half the distance of the 2.5 % and 97.5 % quantiles
     */
    public record Confidence(double mean, double halfWidth) {
        String text(int decimals) {
            return "(μ = " + Decimals.fixed(mean, decimals) + " ± " + Decimals.fixed(halfWidth, decimals) + ")";
        }
    }

    /** The number. */
    public double value() {
        return parts.score();
    }

    /** The number, and its confidence if there is one: {@code 48.53 (μ = 48.1 ± 2.2)}. */
    public String number(int decimals) {
        return Decimals.fixed(value(), decimals) + (confidence == null ? "" : " " + confidence.text(decimals));
    }

    /** sacreBLEU's line: name, signature, number, parts. */
    public String line(int decimals, boolean shortSignature) {
        String verbose = parts.verbose();
        return name + "|" + (shortSignature ? signature.shortForm() : signature) + " = " + number(decimals)
                + (verbose.isEmpty() ? "" : " " + verbose);
    }

    /** The line with two decimals and the whole signature. */
    @Override
    public String toString() {
        return line(2, false);
    }
}
