package org.contexture.statistics;

/**
 * How probable it is that one system scores higher than another: 1 if always, ½ if neither does more often, 0 if never. It looks at
 * the order alone: a probability of 1 may be an improvement of a hair's breadth.
 */
public final class ProbabilityOfImprovement {
    private ProbabilityOfImprovement() {}

    /**
     * P(A &gt; B) + ½ P(A = B) over all pairs of a value of A and a value of B, whatever their seeds: Mann and Whitney's U (1947)
     * divided by n m (Agarwal et al., 2021, section 4.3).
     *
     * @throws IllegalArgumentException if either has no values, or one is missing (NaN)
     */
    public static double of(double[] a, double[] b) {
        requireValues(a, b);
        double halves = 0;
        for (double x : a) {
            for (double y : b) {
                halves += halves(x, y);
            }
        }
        return halves / 2 / a.length / b.length;
    }

    /**
     * The same over pairs of equal seeds alone: the share of seeds with which A scores higher, and half of those with which both
     * score the same.
     *
     * @throws IllegalArgumentException unless there are as many values of both, none missing
     */
    public static double paired(double[] a, double[] b) {
        Numbers.requirePairs(a, b);
        requireValues(a, b);
        double halves = 0;
        for (int i = 0; i < a.length; i++) {
            halves += halves(a[i], b[i]);
        }
        return halves / 2 / a.length;
    }

    private static int halves(double x, double y) {
        return x > y ? 2 : x == y ? 1 : 0;
    }

    private static void requireValues(double[] a, double[] b) {
        if (a.length == 0 || b.length == 0) {
            throw new IllegalArgumentException("both systems need values");
        }
        Numbers.refuseMissing(a);
        Numbers.refuseMissing(b);
    }
}
