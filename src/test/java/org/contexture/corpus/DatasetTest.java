package org.contexture.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DatasetTest {
    private static final SentencePair SHORT = new SentencePair("a b", "x");
    private static final SentencePair LONG = new SentencePair("a b c d", "x y z");
    private static final SentencePair LONG_TARGET = new SentencePair("a", "x y z w");

    private static Corpus corpus(List<SentencePair> train, List<SentencePair> valid, List<SentencePair> test) {
        return new Corpus(train, valid, test, List.of("read"), "cafe");
    }

    private static Draft draft() {
        return Draft.pairs("unread.tsv");
    }

    private static List<SentencePair> texts(List<Example> examples) {
        return examples.stream().map(Example::text).toList();
    }

    private static String refusal(Corpus corpus, Draft draft) {
        return Refusal.of(() -> Dataset.prepare(corpus, draft.settings()));
    }

    @Test
    void sentencesBecomeNumbersWithoutBeginningAndEnd() {
        Dataset dataset = Dataset.prepare(corpus(List.of(SHORT), List.of(), List.of(LONG)), draft().settings());
        assertArrayEquals(new int[] {4, 5}, dataset.train().get(0).source());
        assertArrayEquals(new int[] {4}, dataset.train().get(0).target());
        assertArrayEquals(new int[] {4, 5, 3, 3}, dataset.test().get(0).source());
        assertEquals(List.of("read"), dataset.notes());
        assertEquals("cafe", dataset.sha256());
    }

    @Test
    void vocabulariesComeFromTrainingAloneAndAreSeparate() {
        Dataset dataset = Dataset.prepare(corpus(List.of(SHORT), List.of(LONG), List.of(LONG)), draft().settings());
        assertEquals(
                List.of("a", "b"),
                dataset.source().tokens().subList(4, dataset.source().size()));
        assertEquals(
                List.of("x"),
                dataset.target().tokens().subList(4, dataset.target().size()));
    }

    @Test
    void overlongPairsAreDroppedAndCountedAndTestsKeptWhole() {
        List<SentencePair> pairs = List.of(SHORT, LONG, LONG_TARGET);
        Dataset dataset = Dataset.prepare(
                corpus(pairs, pairs, pairs), draft().maxLength(3, Overlong.DROP).settings());
        assertEquals(List.of(SHORT), texts(dataset.train()));
        assertEquals(List.of(SHORT), texts(dataset.valid()));
        assertEquals(pairs, texts(dataset.test()));
        assertEquals(4, dataset.test().get(1).source().length);
        assertEquals(
                List.of(
                        "read",
                        "2 training pairs longer than corpus.maxLength (3 tokens) dropped",
                        "2 validation pairs longer than corpus.maxLength (3 tokens) dropped",
                        "2 test pairs longer than corpus.maxLength (3 tokens) kept whole"),
                dataset.notes());
    }

    @Test
    void overlongPairsAreTruncatedAndCounted() {
        List<SentencePair> pairs = List.of(SHORT, LONG);
        Dataset dataset = Dataset.prepare(
                corpus(pairs, List.of(), pairs),
                draft().maxLength(2, Overlong.TRUNCATE).settings());
        assertEquals(pairs, texts(dataset.train()));
        assertArrayEquals(new int[] {4, 5}, dataset.train().get(1).source());
        assertArrayEquals(new int[] {4, 5}, dataset.train().get(1).target());
        // What training never sees is not in its vocabulary.
        assertEquals(Vocabulary.UNK, dataset.source().id("c"));
        assertEquals(
                "1 training pairs longer than corpus.maxLength (2 tokens) truncated",
                dataset.notes().get(1));
    }

    @Test
    void aSetThatTheBoundEmptiesIsRefused() {
        Draft draft = draft().maxLength(1, Overlong.DROP);
        String message = refusal(corpus(List.of(SHORT), List.of(), List.of()), draft);
        assertTrue(message.startsWith("every training pair is longer than corpus.maxLength, 1 tokens"), message);
        SentencePair tiny = new SentencePair("a", "x");
        message = refusal(corpus(List.of(tiny), List.of(SHORT), List.of()), draft);
        assertTrue(message.startsWith("every validation pair is longer"), message);
    }

    @Test
    void pairsWithoutATokenNeverReachTheDataset() {
        List<SentencePair> pairs = List.of(SHORT, new SentencePair(" ", "x"), new SentencePair("a", ""));
        Dataset dataset = Dataset.prepare(corpus(pairs, pairs, pairs), draft().settings());
        Stream.of(dataset.train(), dataset.valid(), dataset.test())
                .flatMap(Collection::stream)
                .forEach(example -> assertEquals(SHORT, example.text()));
        assertEquals(
                List.of(
                        "read",
                        "2 training pairs without a token on one side left out",
                        "2 validation pairs without a token on one side left out",
                        "2 test pairs without a token on one side left out"),
                dataset.notes());
        String message = refusal(corpus(List.of(new SentencePair(" ", "x")), List.of(), List.of()), draft());
        assertEquals("no training pair has tokens on both sides", message);
    }

    @Test
    void aCountThatLeavesNoTokenIsRefused() {
        Draft draft = draft();
        draft.minCount = 2;
        String message = refusal(corpus(List.of(SHORT), List.of(), List.of()), draft);
        assertTrue(
                message.startsWith("the source vocabulary is empty: no token occurs corpus.minCount, 2, times"),
                message);
    }

    @Test
    void countAndSizeBoundTheVocabularies() {
        Draft draft = draft();
        draft.minCount = 2;
        draft.maxVocabulary = 1;
        Dataset dataset = Dataset.prepare(corpus(List.of(SHORT, LONG), List.of(), List.of()), draft.settings());
        assertEquals(
                List.of("a"),
                dataset.source().tokens().subList(4, dataset.source().size()));
        assertEquals(
                List.of("x"),
                dataset.target().tokens().subList(4, dataset.target().size()));
    }

    @Test
    void theTokenizerOfTheSettingsCutsTheSentences() {
        SentencePair pair = new SentencePair("Go!", "Geh!");
        Draft draft = draft().tokenizer(TokenizerKind.WORD);
        Dataset dataset = Dataset.prepare(corpus(List.of(pair), List.of(), List.of()), draft.settings());
        assertEquals(
                List.of("Go", "!"),
                dataset.source().tokens(dataset.train().get(0).source()));
        assertEquals(
                "Geh!",
                dataset.tokenizer()
                        .detokenize(
                                dataset.target().tokens(dataset.train().get(0).target())));
    }
}
