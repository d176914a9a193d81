package org.contexture.statistics;

import java.util.function.ToDoubleFunction;

/**
 * Approximate randomization of two systems over one test set, with several replicates (seeds) of each (Clark et al., 2011: "Better
 * hypothesis testing for statistical machine translation: controlling for optimizer instability", and their program MultEval). The
 * statistic is the difference of the systems' mean scores:
 *
 * <pre>
 *   | 1/R Σ_r score(Σ_segments A_r) − 1/R Σ_r score(Σ_segments B_r) |
 * </pre>
 *
 * where A_r holds a vector of sufficient statistics for each segment. For each shuffle and each segment the 2R vectors of both
 * systems are put into the 2R places at random: if the systems did not differ, a segment's outputs could have come from any of the
 * models. With one replicate that is the usual test (Riezler and Maxwell, 2005), draw by draw that of sacreBLEU's
 * {@code --paired-ar} with the same seed.
 *
 * <p>What it does not cover: noise that a seed brings to all segments alike. Shuffling segment by segment averages it away, so that
 * two groups of seeds may differ significantly though new seeds would not. {@link SignFlip} over seeds covers that, but sees the
 * test set as given. A claim about new seeds <em>and</em> new segments should pass both; docs/statistics.md has figures.
 *
 * @param replicates R
 * @param segments in the test set
 * @param scoreA mean over replicates
 * @param scoreB mean over replicates
 * @param shuffles how many
 * @param greater shuffles with a statistic above the observed one
 * @param equal shuffles with the observed one, up to rounding
 */
public record ReplicatedRandomization(
        int replicates, int segments, double scoreA, double scoreB, int shuffles, int greater, int equal) {
    /** As many as sacreBLEU's. */
    public static final int USUAL_SHUFFLES = 10_000;

    /** {@link #of(double[][][], double[][][], ToDoubleFunction, int, long)} with the usual shuffles and the usual seed. */
    public static ReplicatedRandomization of(double[][][] a, double[][][] b, ToDoubleFunction<double[]> score) {
        return of(a, b, score, USUAL_SHUFFLES, Pcg64.USUAL_SEED);
    }

    /**
     * Of two systems' sufficient statistics.
     *
     * @param a [replicate][segment][statistic]
     * @param b of the same shape
     * @param score of summed statistics; it must neither keep nor change the array
     * @param seed the same seed gives the same counts
     * @throws IllegalArgumentException if the shapes differ or are empty, a number is not finite, or there are no shuffles
     */
    public static ReplicatedRandomization of(
            double[][][] a, double[][][] b, ToDoubleFunction<double[]> score, int shuffles, long seed) {
        if (shuffles < 1) {
            throw new IllegalArgumentException("at least one shuffle is needed but there are " + shuffles);
        }
        SegmentStatistics statistics = SegmentStatistics.of(a, b);
        Pcg64 random = new Pcg64(seed);
        Shuffling shuffling =
                a.length == 1 ? new SwapShuffling(statistics, random) : new PooledShuffling(statistics, random);
        double[] scores = scores(statistics.sums(), score);
        double observed = Math.abs(scores[0] - scores[1]);
        double tolerance = Numbers.TOLERANCE * Math.max(Math.abs(scores[0]), Math.abs(scores[1]));
        int greater = 0;
        int equal = 0;
        for (int shuffle = 0; shuffle < shuffles; shuffle++) {
            double[] shuffled = scores(shuffling.next(), score);
            double beyond = Math.abs(shuffled[0] - shuffled[1]) - observed;
            greater += beyond > tolerance ? 1 : 0;
            equal += Math.abs(beyond) <= tolerance ? 1 : 0;
        }
        return new ReplicatedRandomization(a.length, a[0].length, scores[0], scores[1], shuffles, greater, equal);
    }

    /** Mean scores of the first and of the second half of places. */
    private static double[] scores(double[][] sums, ToDoubleFunction<double[]> score) {
        int half = sums.length / 2;
        double a = 0;
        double b = 0;
        for (int r = 0; r < half; r++) {
            a += score.applyAsDouble(sums[r]);
            b += score.applyAsDouble(sums[half + r]);
        }
        return new double[] {a / half, b / half};
    }

    /** {@link #scoreA()} − {@link #scoreB()}. */
    public double difference() {
        return scoreA - scoreB;
    }

    /**
     * (greater + 1) / (shuffles + 1), as MultEval and sacreBLEU count it. It is too small where many shuffles are equal to what was
     * observed: when the systems differ in few segments (two equal systems get the smallest p of all). {@link #pWithTies()} is not.
     */
    public double p() {
        return (greater + 1.0) / (shuffles + 1.0);
    }

    /**
     * (greater + equal + 1) / (shuffles + 1), the p-value of a permutation test (Phipson and Smyth, 2010, equation 2): never too
     * small, and close to {@link #p()} for scores such as BLEU or a loss, which hardly ever tie.
     */
    public double pWithTies() {
        return (greater + equal + 1.0) / (shuffles + 1.0);
    }
}
