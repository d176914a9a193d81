package org.contexture.statistics;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Wilcoxon's signed-rank test (1945) of paired differences, two-sided. Differences of zero are dropped, as Wilcoxon did; the others
 * are ranked by size, equal ones sharing the mean of their ranks. The statistic is the smaller of the two rank sums, of positive
 * and of negative differences.
 *
 * <p>Up to {@value #MOST_EXACT} differences p is twice the share of the 2^n ways to sign these very ranks, shared ones included,
 * whose rank sum is at most the statistic. Beyond, the normal approximation with continuity and tie correction:
 *
 * <pre>
 *   z = (T + ½ − n(n+1)/4) / sqrt( n(n+1)(2n+1)/24 − Σ_ties (t³ − t)/48 ),   p = 2 Φ(z)
 * </pre>
 *
 * <p>Both are {@code scipy.stats.wilcoxon}'s ({@code method="exact"} and a full permutation test where ranks are shared;
 * {@code correction=True}).
 *
 * @param n differences that are not zero
 * @param zeros differences that were dropped
 * @param statistic T, the smaller rank sum
 * @param p the p-value; 1 where nothing differs
 * @param exact whether all signs were counted
 */
public record Wilcoxon(int n, int zeros, double statistic, double p, boolean exact) {
    /** The most differences of which all signs are counted: 2^50 still fits into a long. */
    public static final int MOST_EXACT = 50;

    /**
     * Of the differences of pairs.
     *
     * @throws IllegalArgumentException without differences, or if one is not finite
     */
    public static Wilcoxon of(double[] differences) {
        Numbers.requireFinite(differences, 1);
        double[] present = Arrays.stream(differences).filter(d -> d != 0).toArray();
        SignedRanks ranks = SignedRanks.of(present);
        int n = present.length;
        boolean exact = n <= MOST_EXACT;
        double p = exact ? exact(ranks) : approximate(ranks);
        // Where both rank sums are the mean, p would be above 1.
        return new Wilcoxon(n, differences.length - n, ranks.smallerDoubled() / 2.0, Math.min(1, p), exact);
    }

    /** 2 P(rank sum ≤ T), by counting how many of the 2^n ways give each sum. */
    private static double exact(SignedRanks ranks) {
        long[] ways = new long[ranks.totalDoubled() + 1];
        ways[0] = 1;
        for (int rank : ranks.doubled()) {
            for (int sum = ways.length - 1; sum >= rank; sum--) {
                ways[sum] += ways[sum - rank];
            }
        }
        long extreme = Arrays.stream(ways, 0, ranks.smallerDoubled() + 1).sum();
        return Math.scalb(2.0 * extreme, -ranks.doubled().length);
    }

    private static double approximate(SignedRanks ranks) {
        double n = ranks.doubled().length;
        double mean = n * (n + 1) / 4;
        double variance = n * (n + 1) * (2 * n + 1) / 24 - ranks.tieTerm() / 48;
        double distance = ranks.smallerDoubled() / 2.0 + 0.5 - mean;
        return 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(distance / Math.sqrt(variance));
    }
}
