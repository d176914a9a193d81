package org.contexture.statistics;

import org.jspecify.annotations.Nullable;

/**
 * Two systems that were run with the same seeds, compared seed by seed: what both owe to a seed cancels out of a difference.
 *
 * @param n seeds
 * @param meanDifference Σ (a_i − b_i) / n
 * @param interval 95 % t interval of it; null below two seeds
 * @param signFlip the test that the verdict rests on
 * @param wilcoxon the same question asked of ranks: less moved by a stray seed
 * @param probabilityOfImprovement P(A &gt; B) + ½ P(A = B) over all n² pairs
 * @param pairedImprovement the same over the n pairs of equal seeds
 * @param verdict of the sign-flip test alone, without correction for others: {@link Family} corrects
 */
public record PairedComparison(
        int n,
        double meanDifference,
        @Nullable Interval interval,
        SignFlip signFlip,
        Wilcoxon wilcoxon,
        double probabilityOfImprovement,
        double pairedImprovement,
        Verdict verdict) {
    /**
     * Of the values of A and B, in the same order of seeds.
     *
     * @throws IllegalArgumentException unless there are as many values of both, at least one, all finite
     */
    public static PairedComparison of(double[] a, double[] b) {
        Numbers.requirePairs(a, b);
        Numbers.requireFinite(a, 1);
        Numbers.requireFinite(b, 1);
        double[] differences = Numbers.differences(a, b);
        SignFlip signFlip = SignFlip.of(differences);
        return new PairedComparison(
                a.length,
                Numbers.mean(differences),
                a.length < 2 ? null : Interval.t(differences, Interval.USUAL_LEVEL),
                signFlip,
                Wilcoxon.of(differences),
                ProbabilityOfImprovement.of(a, b),
                ProbabilityOfImprovement.paired(a, b),
                Verdict.of(signFlip.p(), signFlip.smallestP()));
    }
}
