package org.contexture.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction (1979: "A simple sequentially rejective multiple test procedure") for testing several hypotheses at
 * once. Rejecting those whose adjusted p is at most α keeps the probability of any false rejection at or below α, however the
 * tests depend on each other.
 */
public final class Holm {
    private Holm() {}

    /**
     * The adjusted p-values, in the order of the given ones. With p_(1) ≤ … ≤ p_(m):
     *
     * <pre>
     *   adjusted_(i) = max over j ≤ i of min(1, (m − j + 1) p_(j))
     * </pre>
     *
     * @throws IllegalArgumentException if a p is not in [0, 1]
     */
    public static double[] adjust(double... p) {
        for (double x : p) {
            if (!(x >= 0 && x <= 1)) {
                throw new IllegalArgumentException("a p-value must lie in 0..1 but is " + x);
            }
        }
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int j = 0; j < p.length; j++) {
            largest = Math.max(largest, Math.min(1, (p.length - j) * p[order[j]]));
            adjusted[order[j]] = largest;
        }
        return adjusted;
    }
}
