package org.contexture.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackingTest {
    @Test
    void theLongestSentenceComesFirstAndStepsFollowOneAnother() {
        Packing packing = Packing.of(new int[] {1, 3, 2, 1});
        assertArrayEquals(
                new int[] {1, 2, 0, 3},
                IntStream.range(0, 4).map(packing::sentence).toArray());
        assertArrayEquals(
                new int[] {4, 2, 1}, IntStream.range(0, 3).map(packing::size).toArray());
        assertArrayEquals(
                new int[] {0, 4, 6}, IntStream.range(0, 3).map(packing::offset).toArray());
        assertArrayEquals(
                new int[] {6, 5, 2, 3},
                IntStream.range(0, 4).map(packing::lastRow).toArray());
        assertArrayEquals(new int[] {2, 0, 1, 3}, packing.places());
        assertEquals(7, packing.tokens());
    }

    @Test
    void anEmptySentenceIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Packing.of(new int[] {2, 0}));
        assertThrows(IllegalArgumentException.class, () -> Packing.of(new int[0]));
    }

    @Test
    void tokensArePackedByStepAndDistinctOnesFound() {
        PackedTokens tokens = PackedTokens.of(new int[][] {{9}, {4, 9, 5}, {7, 4}});
        int[] ids = IntStream.range(0, 6).map(tokens::id).toArray();
        assertArrayEquals(new int[] {4, 7, 9, 9, 4, 5}, ids);
        assertArrayEquals(new int[] {4, 5, 7, 9}, tokens.distinct());
        assertArrayEquals(new int[] {0, 2, 3, 3, 0, 1}, tokens.indices());
    }

    @Test
    void aBatchReadsStartPlusTargetAndPredictsTargetPlusEnd() {
        Batch batch = Batch.of(List.of(example(new int[] {5, 6}, 7), example(new int[] {8}, 9, 10)));
        int[] inputs = IntStream.range(0, 5).map(batch.target()::id).toArray();
        int[] outputs = IntStream.range(0, 5).map(batch::output).toArray();
        assertArrayEquals(new int[] {Vocabulary.BOS, Vocabulary.BOS, 9, 7, 10}, inputs);
        assertArrayEquals(new int[] {9, 7, 10, Vocabulary.EOS, Vocabulary.EOS}, outputs);
        assertEquals(1, batch.sourcePlace(0), "the longer target belongs to the shorter source");
        assertEquals(5, batch.targetTokens());
    }

    @Test
    void everyRowKnowsThePlaceOfItsSentence() {
        Packing packing = Packing.of(new int[] {2, 1});
        assertArrayEquals(new int[] {0, 1, 0}, PackedRows.places(packing));
    }

    private static Example example(int[] source, int... target) {
        return new Example(new SentencePair("", ""), source, target);
    }
}
