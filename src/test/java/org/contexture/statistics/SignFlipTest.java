package org.contexture.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignFlipTest {
    /** Fisher's own example, Darwin's plants (1935, section 21): 1,726 of 32,768 ways; also SciPy 1.17.1's permutation_test. */
    @Test
    void darwinsPlantsHaveFishersP() {
        double[] darwin = {6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75};
        assertEquals(new SignFlip(15, 1726 / 32768.0, false, 2 / 32768.0), SignFlip.of(darwin));
    }

    @Test
    void equalSignsGiveTheSmallestP() {
        for (int n = 1; n <= SignFlip.MOST_EXACT; n++) {
            SignFlip test =
                    SignFlip.of(IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray());
            assertEquals(2 / Math.pow(2, n), test.p());
            assertEquals(test.p(), test.smallestP());
        }
    }

    /** 0.1 + 0.2 is not 0.3 in doubles; as whole numbers the same differences give 2^5 ways. */
    @Test
    void equalSumsCountWhateverTheirRounding() {
        double[] whole = {1, 2, 3, -3, 6, -4};
        double[] tenths = Arrays.stream(whole).map(d -> d / 10).toArray();
        assertEquals(SignFlip.of(whole), SignFlip.of(tenths));
        assertEquals(byHand(whole), SignFlip.of(whole).p());
    }

    private static double byHand(double[] whole) {
        int extreme = 0;
        for (int way = 0; way < 1 << whole.length; way++) {
            int signs = way;
            double sum = IntStream.range(0, whole.length)
                    .mapToDouble(i -> (signs >> i & 1) * 2 * whole[i] - whole[i])
                    .sum();
            extreme += Math.abs(sum) >= Math.abs(Arrays.stream(whole).sum()) ? 1 : 0;
        }
        return extreme / Math.pow(2, whole.length);
    }

    /** A zero doubles both the ways and those at least as extreme. */
    @Test
    void zerosStayInAndChangeNothing() {
        assertEquals(
                SignFlip.of(new double[] {1, 2, 3}).p(),
                SignFlip.of(new double[] {1, 0, 2, 3, 0}).p());
        assertEquals(1, SignFlip.of(new double[7]).p());
        assertEquals(1, SignFlip.of(new double[20]).p());
    }

    @Test
    void onlySixPairsAndMoreCanReachFivePercent() {
        assertFalse(SignFlip.of(new double[] {1, 2, 3, 4, 5}).canReach(0.05));
        assertTrue(SignFlip.of(new double[] {1, 2, 3, 4, 5, 6}).canReach(0.05));
        assertFalse(SignFlip.of(new double[] {1, 2, 3, 4, 5, 6}).canReach(0.03));
    }

    /**
     * 21,640 of {@code s = where(default_rng(12345).integers(2, size=(100000, 18), dtype=bool), d, -d)} have an |s.sum(1)| at least
     * as large in NumPy 2.4.6, which also counts 0.21600341796875 of all 2^18 ways.
     */
    @Test
    void manyPairsAreSampledAsInNumPy() {
        double[] d = IntStream.range(0, 18)
                .mapToDouble(k -> (k * 29 % 53 - 18) / 7.0)
                .toArray();
        SignFlip test = SignFlip.of(d);
        assertEquals(new SignFlip(18, 21641 / 100001.0, true, 1 / 100001.0), test);
        double standardError = Math.sqrt(0.216 * (1 - 0.216) / SignFlip.DRAWS);
        assertEquals(0.21600341796875, test.p(), 4 * standardError);
        assertNotEquals(test.p(), SignFlip.of(d, 1).p());
    }

    @Test
    void nothingAndInfinityAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> SignFlip.of(new double[0]));
        assertThrows(IllegalArgumentException.class, () -> SignFlip.of(new double[] {1, Double.NEGATIVE_INFINITY}));
    }
}
