package org.contexture.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    private static List<Integer> first(RandomStream stream) {
        return IntStream.range(0, 20).mapToObj(i -> stream.below(1000)).toList();
    }

    @Test
    void seedAndNameDecideTheStream() {
        List<Integer> numbers = first(new RandomStream(1, "a"));
        assertEquals(numbers, first(new RandomStream(1, "a")));
        assertNotEquals(numbers, first(new RandomStream(2, "a")));
        assertNotEquals(numbers, first(new RandomStream(1, "b")));
    }

    @Test
    void everyNumberInTheRangeIsEquallyLikely() {
        RandomStream stream = new RandomStream(7, "uniform");
        int[] counts = new int[8];
        for (int i = 0; i < 60_000; i++) {
            counts[stream.between(2, 7)]++;
        }
        assertEquals(0, counts[0] + counts[1]);
        // 10,000 expected; five standard deviations are 456.
        IntStream.rangeClosed(2, 7).forEach(n -> assertEquals(10_000, counts[n], 456));
    }

    @Test
    void everyOrderIsEquallyLikely() {
        RandomStream stream = new RandomStream(7, "orders");
        Map<List<Integer>, Integer> counts = new HashMap<>();
        for (int i = 0; i < 24_000; i++) {
            List<Integer> list = new ArrayList<>(List.of(1, 2, 3, 4));
            stream.shuffle(list);
            counts.merge(List.copyOf(list), 1, Integer::sum);
        }
        assertEquals(24, counts.size());
        // 1,000 expected; five standard deviations are 155.
        counts.values().forEach(count -> assertTrue(Math.abs(count - 1000) < 155, "count " + count));
    }
}
