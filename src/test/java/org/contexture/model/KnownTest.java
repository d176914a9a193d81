package org.contexture.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.contexture.corpus.PackedTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownTest {
    private static final int VOCABULARY = 700;
    private static final int STEPS = 4;

    @Test
    void onlyNewTokensGetRows() {
        Known known = new Known(10, 10);
        assertArrayEquals(new int[] {3, 5}, known.meet(new int[] {3, 5}));
        assertArrayEquals(new int[] {4, 9}, known.meet(new int[] {4, 5, 9}));
        assertEquals(2, known.firstNew());
        assertEquals(4, known.count());
        assertEquals(1, known.row(5));
        assertEquals(3, known.row(9));
    }

    @Test
    void whereThereIsNoRoomAllAreForgottenButTheTokensOfTheStep() {
        Known known = new Known(10, 3);
        known.meet(new int[] {3, 5});
        assertArrayEquals(new int[] {1, 2, 5}, known.meet(new int[] {1, 2, 5}));
        assertEquals(0, known.firstNew());
        assertEquals(2, known.row(5));
        assertArrayEquals(new int[] {1, 2, 3, 4}, known.meet(new int[] {1, 2, 3, 4}));
    }

    @Test
    void parametersThatChangedMakeAnotherGeneration() {
        Known known = new Known(10, 3);
        known.meet(new int[] {3});
        known.forget();
        assertEquals(1, known.generation());
        assertArrayEquals(new int[] {3}, known.meet(new int[] {3}));
    }

    /** What is known changes no bit: not where rows are spread over several arrays, nor where there is no room for all. */
    @ParameterizedTest
    @CsvSource({"rnn, 1024", "gru, 1024", "lstm, 1024", "lstm, 50"})
    void decodingGivesTheSameWhateverIsKnown(String cell, int rowsInferred) {
        ModelSettings settings = new ModelSettings(cell, "mean", List.of(Feed.values()), Bridge.DENSE, 7, 6);
        Tiling tiling = new Tiling(1024, 1024, rowsInferred, 256);
        Seq2Seq model = new Seq2Seq(settings, VOCABULARY, VOCABULARY, 1, tiling);
        float[][] expected = logits(model, new Known(VOCABULARY, 1));
        assertArrayEquals(expected, logits(model, new Known(VOCABULARY, VOCABULARY)));
        assertArrayEquals(expected, logits(model, new Known(VOCABULARY, 170)));
    }

    /** All logits of some steps, [step · row][token], of 150 sentences that read mostly different tokens. */
    private static float[][] logits(Seq2Seq model, Known known) {
        SplittableRandom random = new SplittableRandom(1);
        int rows = 150;
        int[][] sources = new int[rows][];
        Arrays.setAll(sources, b -> tokens(random, 1 + b % 5));
        Decoding decoding = model.decode(PackedTokens.of(sources), known);
        float[][] logits = new float[STEPS * rows][VOCABULARY];
        for (int t = 0; t < STEPS; t++) {
            int first = t * rows;
            decoding.step(tokens(random, rows), (row, from, z, at, n) -> {
                System.arraycopy(z, at, logits[first + row], from, n);
            });
        }
        return logits;
    }

    private static int[] tokens(SplittableRandom random, int count) {
        return random.ints(count, 4, VOCABULARY).toArray();
    }
}
