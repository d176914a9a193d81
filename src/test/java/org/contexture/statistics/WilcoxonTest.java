package org.contexture.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;

class WilcoxonTest {
    /** The example in the documentation of {@code scipy.stats.wilcoxon}. */
    @Test
    void darwinsPlantsHaveSciPysDocumentedValues() {
        double[] darwin = {6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75};
        assertEquals(new Wilcoxon(15, 0, 24, 0.041259765625, true), Wilcoxon.of(darwin));
    }

    /** {@code wilcoxon(d, method=PermutationMethod(n_resamples=inf))} of SciPy 1.17.1. */
    @Test
    void sharedRanksAreCountedAsTheyAre() {
        double[] d = {1, 1, -1, 2, 2, -3, 4, 4, 5};
        assertEquals(new Wilcoxon(9, 0, 8, 0.0859375, true), Wilcoxon.of(d));
        double[] rounded = Arrays.stream(d).map(x -> (x + 3) / 10 - 0.3).toArray();
        assertEquals(Wilcoxon.of(d), Wilcoxon.of(rounded));
    }

    /** {@code wilcoxon([1, 2, -3, 4, 5, 6])} of SciPy 1.17.1: as if the zeros were not there. */
    @Test
    void zerosAreDropped() {
        assertEquals(new Wilcoxon(6, 2, 3, 0.15625, true), Wilcoxon.of(new double[] {0, 0, 1, 2, -3, 4, 5, 6}));
        assertEquals(new Wilcoxon(0, 3, 0, 1, true), Wilcoxon.of(new double[3]));
    }

    @Test
    void withoutTiesCommonsMathCountsTheSame() {
        Pcg64 random = new Pcg64(3);
        for (int n = 2; n <= 20; n++) {
            double[] d = IntStream.range(0, n)
                    .mapToDouble(i -> random.nextDouble() - 0.3)
                    .toArray();
            double p = new WilcoxonSignedRankTest().wilcoxonSignedRankTest(d, new double[n], true);
            assertEquals(p, Wilcoxon.of(d).p(), 1e-12);
        }
    }

    /** {@code wilcoxon(d, method="exact")} and {@code wilcoxon(d, method="asymptotic", correction=True)} of SciPy 1.17.1. */
    @Test
    void upToFiftyAreExactAndMoreApproximate() {
        Wilcoxon fifty = Wilcoxon.of(spread(50));
        assertEquals(new Wilcoxon(50, 0, 424, fifty.p(), true), fifty);
        assertEquals(0.039015525521861605, fifty.p(), 1e-14);
        Wilcoxon more = Wilcoxon.of(spread(51));
        assertEquals(new Wilcoxon(51, 0, 449, more.p(), false), more);
        assertEquals(0.045367051815176064, more.p(), 1e-12);
    }

    private static double[] spread(int n) {
        return IntStream.range(0, n)
                .mapToDouble(k -> (k * 37 % 101 - 40.3) / 10)
                .toArray();
    }

    /** {@code wilcoxon(d, method="asymptotic", correction=True)} of SciPy 1.17.1. */
    @Test
    void theApproximationMindsTies() {
        double[] d = {
            11, 5, 6, 10, 4, 8, 9, -4, -7, -2, -3, 10, 11, -8, 2, 9, -6, 8, -6, 1, 9, -2, -1, -3, 7, -3, 12, 1, 2, 2, 4,
            3, 2, 12, 8, 8, 6, 5, -1, 12, 1, -4, 9, -5, 10, 4, -6, -8, 1, -8, -6, 2, 12, 1, 8, 11, 9, 5, 1, 2
        };
        Wilcoxon test = Wilcoxon.of(d);
        assertEquals(454, test.statistic());
        assertEquals(0.0006882223916533503, test.p(), 1e-14);
    }

    /** Both rank sums are the mean, from which the continuity correction must not lead away. */
    @Test
    void perfectBalanceHasPOne() {
        assertEquals(1, Wilcoxon.of(balanced(25)).p());
        assertEquals(1, Wilcoxon.of(balanced(30)).p());
    }

    private static double[] balanced(int pairs) {
        return IntStream.range(0, 2 * pairs)
                .mapToDouble(i -> i % 2 == 0 ? 1 : -1)
                .toArray();
    }

    @Test
    void nothingAndMissingValuesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Wilcoxon.of(new double[0]));
        assertThrows(IllegalArgumentException.class, () -> Wilcoxon.of(new double[] {1, Double.NaN}));
    }
}
