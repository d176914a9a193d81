package org.contexture.statistics;

import java.util.Arrays;

/**
 * Fisher's sign-flip permutation test of paired differences (Fisher, 1935: "The Design of Experiments", section 21), two-sided. If
 * the two systems do not differ, each difference might as well have the other sign. p is the share of all 2^n ways to sign the
 * differences whose |mean| is at least the observed one:
 *
 * <pre>
 *   p = #{ s ∈ {−1, 1}^n : |Σ s_i d_i| ≥ |Σ d_i| } / 2^n
 * </pre>
 *
 * It assumes no distribution, only that differences are symmetric about zero when nothing differs. A difference of zero stays in:
 * it is the same with either sign.
 *
 * @param n pairs
 * @param p the p-value
 * @param sampled false where all ways were counted (n ≤ {@value #MOST_EXACT}); true where {@value #DRAWS} random ones were drawn,
 *     with p = (at least as extreme + 1) / (draws + 1) (Phipson and Smyth, 2010, equation 2)
 * @param smallestP the smallest p that so many pairs can give, whatever their differences: 2 / 2^n, or 1 / (draws + 1) if sampled
 */
public record SignFlip(int n, double p, boolean sampled, double smallestP) {
    /** The most pairs of which all 2^n ways are counted. */
    public static final int MOST_EXACT = 16;

    /** Random ways for more pairs. */
    public static final int DRAWS = 100_000;

    /** {@link #of(double[], long)} with the usual seed. */
    public static SignFlip of(double[] differences) {
        return of(differences, Pcg64.USUAL_SEED);
    }

    /**
     * Of the differences of pairs.
     *
     * @param seed of the random signs, which up to {@value #MOST_EXACT} pairs have no use for
     * @throws IllegalArgumentException without differences, or if one is not finite
     */
    public static SignFlip of(double[] differences, long seed) {
        Numbers.requireFinite(differences, 1);
        int n = differences.length;
        if (n <= MOST_EXACT) {
            return new SignFlip(n, exact(differences), false, Math.scalb(2.0, -n));
        }
        return new SignFlip(n, sampled(differences, new Pcg64(seed)), true, 1.0 / (DRAWS + 1));
    }

    /** Whether so many pairs could give a p of at most alpha at all; asked of n alone, so it may decide what is tested. */
    public boolean canReach(double alpha) {
        return smallestP <= alpha;
    }

    // All signs turned round give the same |sum|, so the last difference keeps its sign.
    private static double exact(double[] differences) {
        int ways = 1 << (differences.length - 1);
        double bound = bound(differences);
        int extreme = 0;
        for (int way = 0; way < ways; way++) {
            double sum = 0;
            for (int i = 0; i < differences.length; i++) {
                sum += (way >> i & 1) == 0 ? differences[i] : -differences[i];
            }
            extreme += Math.abs(sum) >= bound ? 1 : 0;
        }
        return (double) extreme / ways;
    }

    private static double sampled(double[] differences, Pcg64 random) {
        double bound = bound(differences);
        int extreme = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (double difference : differences) {
                sum += random.nextBoolean() ? difference : -difference;
            }
            extreme += Math.abs(sum) >= bound ? 1 : 0;
        }
        return (extreme + 1.0) / (DRAWS + 1.0);
    }

    /** |Σ d| less what rounding may take from an equal sum. */
    private static double bound(double[] differences) {
        double size = Arrays.stream(differences).map(Math::abs).sum();
        return Math.abs(Arrays.stream(differences).sum()) - Numbers.TOLERANCE * size;
    }
}
