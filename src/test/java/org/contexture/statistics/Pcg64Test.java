package org.contexture.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * All numbers were printed by NumPy 2.4.6, and NumPy 1.24.2 prints the same. The third seed has more than 32 bits, so that its
 * upper half counts.
 */
class Pcg64Test {
    private static final long[] SEEDS = {0, 12_345, (1L << 32) + 7};

    /** {@code default_rng(seed).bit_generator.random_raw(4)}. */
    @Test
    void rawNumbersAreNumPys() {
        String[][] raw = {
            {"11749869230777074271", "4976686463289251617", "755828109848996024", "304881062738325533"},
            {"4193609425186963869", "5843160025838961886", "14708796524633321433", "12474696839993944336"},
            {"14206593023844375757", "2064693230803885548", "3488237491050697490", "2950653773223070179"},
        };
        for (int i = 0; i < SEEDS.length; i++) {
            Pcg64 random = new Pcg64(SEEDS[i]);
            LongStream drawn = LongStream.generate(random::nextLong).limit(4);
            assertArrayEquals(raw[i], drawn.mapToObj(Long::toUnsignedString).toArray());
        }
    }

    /** {@code default_rng(seed).integers(0, 7, size=12)}. */
    @Test
    void smallIntegersAreNumPys() {
        int[][] drawn = {
            {5, 4, 3, 1, 2, 0, 0, 0, 1, 5, 4, 6},
            {4, 1, 5, 2, 1, 5, 4, 4, 6, 2, 5, 2},
            {6, 5, 6, 0, 1, 1, 1, 1, 3, 3, 4, 3},
        };
        for (int i = 0; i < SEEDS.length; i++) {
            assertArrayEquals(drawn[i], below(7, 12, SEEDS[i]));
        }
    }

    /** {@code default_rng(seed).integers(0, 2_000_000_000, size=6)}: so large a bound rejects half of all 32-bit numbers' ends. */
    @Test
    void largeIntegersAreNumPys() {
        int[][] drawn = {
            {1701248451, 1273923374, 1022272959, 539573427, 615658845, 81947047},
            {1398430062, 454672044, 1577293976, 408353787, 1594730914, 1285367138},
            {1740520095, 1540281901, 1751712551, 223854488, 378195466, 438492999},
        };
        for (int i = 0; i < SEEDS.length; i++) {
            assertArrayEquals(drawn[i], below(2_000_000_000, 6, SEEDS[i]));
        }
    }

    private static int[] below(int n, int size, long seed) {
        Pcg64 random = new Pcg64(seed);
        return IntStream.generate(() -> random.below(n)).limit(size).toArray();
    }

    /** {@code default_rng(seed).integers(2, size=40, dtype=bool)}: more than one 32-bit number's bits. */
    @Test
    void truthValuesAreNumPys() {
        String[] drawn = {
            "1111101001000001010000111001101111110011",
            "1011100110000011111111110100110110110001",
            "1011001100111010100100110111101110101000",
        };
        for (int i = 0; i < SEEDS.length; i++) {
            Pcg64 random = new Pcg64(SEEDS[i]);
            assertEquals(
                    drawn[i],
                    IntStream.range(0, 40)
                            .mapToObj(k -> random.nextBoolean() ? "1" : "0")
                            .collect(Collectors.joining()));
        }
    }

    /** {@code default_rng(seed).random(4)}. */
    @Test
    void fractionsAreNumPys() {
        double[][] drawn = {
            {0.6369616873214543, 0.2697867137638703, 0.04097352393619469, 0.016527635528529094},
            {0.22733602246716966, 0.31675833970975287, 0.7973654573327341, 0.6762546707509746},
            {0.7701409510034741, 0.1119272443176843, 0.18909773329712753, 0.15995526155905015},
        };
        for (int i = 0; i < SEEDS.length; i++) {
            Pcg64 random = new Pcg64(SEEDS[i]);
            assertArrayEquals(
                    drawn[i],
                    IntStream.range(0, 4).mapToDouble(k -> random.nextDouble()).toArray());
        }
    }

    /** {@code r = default_rng(12345); r.integers(0, 10), r.integers(0, 1), r.random(), r.integers(0, 10), r.integers(0, 10)}. */
    @Test
    void halfANumberWaitsWhileAWholeOneIsDrawn() {
        Pcg64 random = new Pcg64(12_345);
        assertEquals(6, random.below(10));
        assertEquals(0, random.below(1));
        assertEquals(0.31675833970975287, random.nextDouble());
        assertEquals(2, random.below(10));
        assertEquals(2, random.below(10));
    }

    @Test
    void negativeSeedsAndEmptyRangesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Pcg64(-1));
        assertThrows(IllegalArgumentException.class, () -> new Pcg64(1).below(0));
    }
}
