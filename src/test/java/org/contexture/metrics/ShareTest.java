package org.contexture.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShareTest {
    @Test
    void aOneWordPrefixOfFourWordsHasATokenAccuracyOfAQuarter() {
        Share tokens = Share.tokens(List.of(List.of("a")), List.of(List.of("a", "b", "c", "d")));
        assertEquals(new Share(1, 4), tokens);
        assertEquals(0.25, tokens.share());
    }

    @Test
    void tokensCountOnlyAtTheirOwnPosition() {
        assertEquals(new Share(1, 3), Share.tokens(List.of(List.of("a", "c", "b")), List.of(List.of("a", "b", "c"))));
    }

    @Test
    void aPrefixIsNoExactMatch() {
        List<List<String>> references = List.of(List.of("a", "b"), List.of("c"), List.of());
        List<List<String>> hypotheses = List.of(List.of("a"), List.of("c"), List.of());
        assertEquals(new Share(2, 3), Share.exactMatch(hypotheses, references));
    }

    @Test
    void sharesOfUnequalPartsAddUpByTheirCounts() {
        assertEquals(0.4, new Share(1, 1).plus(new Share(1, 4)).share());
    }

    @Test
    void aSentenceRepeatsWhatItHasSaidItself() {
        List<List<String>> sentences = List.of(List.of("a", "b", "a", "b", "a"), List.of("a", "b"), List.of());
        assertEquals(new Share(2, 5), Share.repeated(sentences, 2));
        assertEquals(new Share(0, 0), Share.repeated(sentences, 6));
    }

    @Test
    void nothingToGetRightIsNotANumber() {
        assertEquals(Double.NaN, new Share(0, 0).share());
    }

    @Test
    void moreRightThanThereWereIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Share(2, 1));
    }

    @Test
    void guessingAmongEightTokensHasPerplexityEight() {
        assertEquals(8.0, Perplexity.of(Math.log(8)), 1e-12);
        assertEquals(1.0, Perplexity.of(0));
    }
}
