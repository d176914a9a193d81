package org.contexture.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static final List<List<String>> SENTENCES =
            List.of(List.of("b", "a", "c"), List.of("c", "Z", "b", "c"), List.of("é", "a"));

    private static List<String> known(Vocabulary vocabulary) {
        return vocabulary.tokens().subList(4, vocabulary.size());
    }

    @Test
    void theMostFrequentComeFirstAndTiesGoByText() {
        assertEquals(List.of("c", "a", "b", "Z", "é"), known(Vocabulary.of(SENTENCES, 1, null)));
    }

    @Test
    void rareTokensAreUnknown() {
        assertEquals(List.of("c", "a", "b"), known(Vocabulary.of(SENTENCES, 2, null)));
        assertEquals(Vocabulary.UNK, Vocabulary.of(SENTENCES, 2, null).id("Z"));
    }

    @Test
    void theSizeIsBoundedWithoutTheReservedFour() {
        Vocabulary vocabulary = Vocabulary.of(SENTENCES, 1, 2);
        assertEquals(List.of("<pad>", "<s>", "</s>", "<unk>", "c", "a"), vocabulary.tokens());
        assertEquals(6, vocabulary.size());
    }

    @Test
    void theReservedFourHaveTheirNumbers() {
        Vocabulary vocabulary = Vocabulary.of(List.of(), 1, null);
        assertEquals("<pad>", vocabulary.token(Vocabulary.PAD));
        assertEquals("<s>", vocabulary.token(Vocabulary.BOS));
        assertEquals("</s>", vocabulary.token(Vocabulary.EOS));
        assertEquals("<unk>", vocabulary.token(Vocabulary.UNK));
        assertEquals(4, vocabulary.size());
    }

    @Test
    void aCorpusCannotInjectAReservedToken() {
        Vocabulary vocabulary = Vocabulary.of(List.of(List.of("</s>", "</s>", "<s>", "<pad>", "<unk>", "a")), 1, null);
        assertEquals(List.of("a"), known(vocabulary));
        assertArrayEquals(new int[] {3, 4, 3, 3, 3}, vocabulary.ids(List.of("</s>", "a", "<s>", "<pad>", "<unk>")));
    }

    @Test
    void idsAndTokensAreInverse() {
        Vocabulary vocabulary = Vocabulary.of(SENTENCES, 1, null);
        assertArrayEquals(new int[] {4, 8, 3, 5}, vocabulary.ids(List.of("c", "é", "new", "a")));
        assertEquals(List.of("c", "é", "<unk>", "a"), vocabulary.tokens(new int[] {4, 8, 3, 5}));
    }
}
