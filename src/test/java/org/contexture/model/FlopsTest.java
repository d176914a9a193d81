package org.contexture.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.contexture.corpus.Batch;
import org.contexture.corpus.Example;
import org.contexture.corpus.SentencePair;
import org.junit.jupiter.api.Test;

/** Counted by hand: two pairs, five source tokens of which four differ, targets {@code <s> 4 4} and {@code <s> 5}. */
class FlopsTest {
    private static final int V = 10;
    private static final int E = 2;
    private static final int H = 3;
    private static final Batch BATCH = Batch.of(List.of(
            new Example(new SentencePair("", ""), new int[] {4, 5, 6}, new int[] {4, 4}),
            new Example(new SentencePair("", ""), new int[] {4, 7}, new int[] {5})));

    private static long flops(String cell, Feed... feed) {
        return new Flops(new ModelSettings(cell, "last", List.of(feed), Bridge.DENSE, E, H), V).ofStep(BATCH);
    }

    @Test
    void everyPlaceOfTheContextAddsItsProducts() {
        long encoder = 4 * E * H + (5 - 2) * H * H;
        long decoder = 3 * E * H + 5 * H * H;
        long output = V * 5 * H;
        assertEquals(6 * (encoder + decoder + output + 2 * H * H), flops("rnn", Feed.INIT));
        assertEquals(6 * (encoder + decoder - 2 * H * H + output + 2 * H * H), flops("rnn", Feed.STEP), "s_0 is zero");
        assertEquals(
                6 * (encoder + decoder - 2 * H * H + output + V * (3 * E + 2 * H)),
                flops("rnn", Feed.OUTPUT),
                "three distinct tokens, two sentences");
    }

    @Test
    void aCellPaysForEachOfItsGates() {
        long gates = 4 * E * H + (5 - 2) * H * H + 3 * E * H + 5 * H * H;
        assertEquals(6 * 3 * gates, flops("lstm", Feed.INIT) - flops("rnn", Feed.INIT));
    }

    @Test
    void decodingMultipliesForwardAlone() {
        long steps = 7;
        long distinct = 5;
        long encoder = 4 * E * H + (5 - 2) * H * H;
        long decoder = distinct * E * H + 2 * steps * H * H;
        long contexts = 2L * (H * H + H * H + V * H);
        long output = V * (2 * steps * H + distinct * E);
        ModelSettings all = new ModelSettings("rnn", "last", List.of(Feed.values()), Bridge.DENSE, E, H);
        assertEquals(2 * (encoder + decoder + contexts + output), new Flops(all, V).ofDecoding(BATCH.source(), 7, 5));
    }
}
