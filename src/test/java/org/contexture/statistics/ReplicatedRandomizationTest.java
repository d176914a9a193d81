package org.contexture.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplicatedRandomizationTest {
    /** Like BLEU's, no sum of segment scores. */
    private static double percent(double[] sums) {
        return 100 * sums[0] / sums[1];
    }

    private static double[][] first(int segments) {
        return IntStream.range(0, segments)
                .mapToObj(k -> new double[] {k * 7 % 5 + 2, k * 3 % 4 + 5})
                .toArray(double[][]::new);
    }

    private static double[][] second(int segments) {
        return IntStream.range(0, segments)
                .mapToObj(k -> new double[] {k * 11 % 5 + 2 - (k % 3 == 0 ? 1 : 0), k * 5 % 4 + 5})
                .toArray(double[][]::new);
    }

    /**
     * sacreBLEU's {@code _paired_ar_test} in NumPy 2.4.6, seed 12345: {@code pos = default_rng(12345).integers(2, size=(10000, 40),
     * dtype=bool)}, scores of {@code pos @ A + ~pos @ B} and {@code ~pos @ A + pos @ B}; 1,975 differ more and 93 as much.
     */
    @Test
    void withOneReplicateItShufflesAsSacreBleuDoes() {
        ReplicatedRandomization test = ReplicatedRandomization.of(
                new double[][][] {first(40)}, new double[][][] {second(40)}, ReplicatedRandomizationTest::percent);
        assertEquals(61.53846153846154, test.scoreA(), 1e-12);
        assertEquals(56.15384615384615, test.scoreB(), 1e-12);
        assertEquals(5.384615384615387, test.difference(), 1e-12);
        assertEquals(10_000, test.shuffles());
        assertEquals(1975, test.greater());
        assertEquals(93, test.equal());
        assertEquals(1976 / 10001.0, test.p());
        assertEquals(2069 / 10001.0, test.pWithTies());
    }

    /** NumPy went through all (4!)^3 ways to place two times two replicates of three segments: 448 above and 40 equal. */
    @Test
    void severalReplicatesAreShuffledAmongAllPlaces() {
        double[][][] a = {{{3, 4}, {2, 5}, {4, 6}}, {{4, 5}, {1, 3}, {5, 6}}};
        double[][][] b = {{{1, 4}, {2, 4}, {3, 6}}, {{2, 5}, {1, 4}, {3, 5}}};
        int shuffles = 100_000;
        ReplicatedRandomization test =
                ReplicatedRandomization.of(a, b, ReplicatedRandomizationTest::percent, shuffles, 1);
        assertEquals(22.85714285714287, test.difference(), 1e-12);
        assertShare(448 / 13824.0, test.greater(), shuffles);
        assertShare(40 / 13824.0, test.equal(), shuffles);
    }

    private static void assertShare(double p, int count, int of) {
        assertEquals(p, (double) count / of, 4 * Math.sqrt(p * (1 - p) / of));
    }

    /** Five segments differ, all in favour of A: of 2^5 equally likely ways two are as extreme and none more. */
    @Test
    void tiesMakeTheUsualCountTooSmall() {
        double[][][] a = {{{1}, {1}, {1}, {1}, {1}, {0}, {1}}};
        double[][][] b = {{{0}, {0}, {0}, {0}, {0}, {0}, {1}}};
        ReplicatedRandomization test = ReplicatedRandomization.of(a, b, sums -> sums[0] / 7, 10_000, 1);
        assertEquals(1 / 10001.0, test.p());
        assertEquals(2 / 32.0, test.pWithTies(), 4 * Math.sqrt(2 / 32.0 * 30 / 32.0 / 10_000));
    }

    @Test
    void equalSystemsAreAlwaysEqual() {
        double[][][] same = {first(20), first(20), first(20)};
        ReplicatedRandomization test =
                ReplicatedRandomization.of(same, same, ReplicatedRandomizationTest::percent, 100, 1);
        assertEquals(0, test.difference());
        assertEquals(100, test.equal());
        assertEquals(1, test.pWithTies());
    }

    @Test
    void theSeedDecidesAlone() {
        double[][][] a = {first(40), first(40)};
        double[][][] b = {second(40), second(40)};
        ReplicatedRandomization once = ReplicatedRandomization.of(a, b, ReplicatedRandomizationTest::percent, 500, 7);
        assertEquals(once, ReplicatedRandomization.of(a, b, ReplicatedRandomizationTest::percent, 500, 7));
        assertNotEquals(once, ReplicatedRandomization.of(a, b, ReplicatedRandomizationTest::percent, 500, 8));
        assertEquals(2, once.replicates());
        assertEquals(40, once.segments());
    }

    /** The size that it is meant for: five replicates each, 1,000 segments, ten numbers, 10,000 shuffles. */
    @Test
    void aWholeTestSetIsShuffledTenThousandTimes() {
        Pcg64 random = new Pcg64(5);
        ReplicatedRandomization test =
                ReplicatedRandomization.of(wide(0.0, random), wide(0.01, random), sums -> Arrays.stream(sums)
                        .sum());
        assertTrue(test.difference() < 0);
        assertTrue(test.pWithTies() < 0.01);
    }

    private static double[][][] wide(double shift, Pcg64 random) {
        double[][][] system = new double[5][1000][10];
        for (double[][] replicate : system) {
            for (double[] segment : replicate) {
                Arrays.setAll(segment, k -> random.nextDouble() + shift);
            }
        }
        return system;
    }

    @Test
    void shapesThatDoNotMatchAreRefused() {
        double[][][] one = {{{1}, {2}}};
        for (double[][][] other : new double[][][][] {{}, {{{1}}}, {{{1}, {2, 3}}}, {{{1}, {2}}, {{1}, {2}}}}) {
            assertThrows(IllegalArgumentException.class, () -> ReplicatedRandomization.of(one, other, sums -> sums[0]));
        }
        double[][][] missing = {{{1}, {Double.NaN}}};
        assertThrows(IllegalArgumentException.class, () -> ReplicatedRandomization.of(one, missing, sums -> sums[0]));
        assertThrows(IllegalArgumentException.class, () -> ReplicatedRandomization.of(one, one, sums -> sums[0], 0, 1));
    }
}
