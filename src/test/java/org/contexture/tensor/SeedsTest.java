package org.contexture.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeedsTest {
    @Test
    void aStreamDependsOnSeedAndNameAlone() {
        long expected = Seeds.stream(1, "shuffling").nextLong();
        assertEquals(expected, Seeds.stream(1, "shuffling").nextLong());
        assertNotEquals(expected, Seeds.stream(2, "shuffling").nextLong());
        assertNotEquals(expected, Seeds.stream(1, "init.weight").nextLong());
    }

    @Test
    void aPermutationHoldsEveryIndexOnceAndEveryOrderIsEquallyLikely() {
        SplittableRandom random = Seeds.stream(3, "test");
        int[] counts = new int[6];
        for (int k = 0; k < 60_000; k++) {
            int[] order = Seeds.permutation(3, random);
            assertArrayEquals(new int[] {0, 1, 2}, Arrays.stream(order).sorted().toArray());
            counts[order[0] * 2 + (order[1] > order[2] ? 1 : 0)]++;
        }
        IntStream.of(counts).forEach(c -> assertEquals(10_000, c, 500));
    }

    @Test
    void initialNumbersHaveTheirDistribution() {
        SplittableRandom random = Seeds.stream(1, "test");
        double sum = 0, squares = 0;
        Initializer normal = new Initializer.Normal();
        Initializer uniform = Initializer.Uniform.fan(16);
        int n = 200_000;
        for (int k = 0; k < n; k++) {
            float x = normal.draw(random);
            sum += x;
            squares += x * x;
            assertTrue(Math.abs(uniform.draw(random)) <= 0.25f);
        }
        assertEquals(0, sum / n, 0.01);
        assertEquals(1, squares / n, 0.02);
    }
}
