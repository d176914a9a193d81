package org.contexture.decoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.contexture.corpus.Batch;
import org.contexture.corpus.Example;
import org.contexture.corpus.SentencePair;
import org.contexture.corpus.Vocabulary;
import org.contexture.model.Bridge;
import org.contexture.model.Feed;
import org.contexture.model.ModelSettings;
import org.contexture.model.Seq2Seq;
import org.contexture.training.Batches;
import org.contexture.training.Optimization;
import org.contexture.training.OptimizerKind;
import org.contexture.training.TrainingSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A model that has learnt to copy four sentences by heart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GreedyTest {
    private final List<Example> sentences = List.of(example(4, 5, 6, 7), example(8), example(6, 6), example(7, 4, 5));
    private final Seq2Seq model = new Seq2Seq(
            new ModelSettings("gru", "last", List.of(Feed.INIT, Feed.STEP, Feed.OUTPUT), Bridge.DENSE, 8, 24), 9, 9, 1);

    private static Example example(int... tokens) {
        return new Example(new SentencePair("", ""), tokens, tokens);
    }

    @BeforeAll
    void learn() {
        Optimization optimization =
                new Optimization(model, new TrainingSettings(1, 4, OptimizerKind.ADAM, 0.01, 0.9, 1, 1, null));
        Batch batch = Batches.batch(sentences, new int[] {0, 1, 2, 3});
        for (int k = 0; k < 200; k++) {
            optimization.step(batch);
        }
    }

    @Test
    void aLearntSentenceIsWrittenWhateverItsPlaceInABatch() {
        List<Example> many = new ArrayList<>();
        for (int k = 0; k < 150; k++) {
            many.add(sentences.get(k % 4));
        }
        List<Hypothesis> hypotheses = Greedy.decode(model, many, 10);
        for (int k = 0; k < many.size(); k++) {
            assertArrayEquals(many.get(k).target(), hypotheses.get(k).tokens(), "sentence " + k);
            assertTrue(hypotheses.get(k).finished());
        }
    }

    @Test
    void theLimitCutsOffAndIsTold() {
        List<Hypothesis> hypotheses = Greedy.decode(model, sentences, 3);
        assertArrayEquals(new int[] {4, 5, 6}, hypotheses.get(0).tokens());
        assertFalse(hypotheses.get(0).finished());
        assertTrue(hypotheses.get(1).finished());
        assertEquals(
                List.of(false, true, true, true),
                hypotheses.stream().map(Hypothesis::finished).toList());
    }

    @Test
    void theMostProbableTokenIsFoundWhereverItIsInALargeVocabulary() {
        ModelSettings settings = new ModelSettings("rnn", "last", List.of(Feed.values()), Bridge.DENSE, 8, 8);
        Seq2Seq large = new Seq2Seq(settings, 9, 2500, 1);
        List<Example> examples = new ArrayList<>();
        for (int k = 0; k < 60; k++) examples.add(example(4 + k % 5, 4 + k / 5 % 5, 4 + k / 25));
        List<Hypothesis> hypotheses = Greedy.endless(large, examples, 60, 2);
        int[] slices = new int[3];
        for (int k = 0; k < examples.size(); k++) {
            int best = mostProbable(large, examples.get(k), 2500);
            slices[best / 1000]++;
            assertEquals(best, hypotheses.get(k).tokens()[0], "sentence " + k);
        }
        assertTrue(slices[0] > 0 && slices[1] > 0 && slices[2] > 0, Arrays.toString(slices));
    }

    /** The word of the largest logit that may follow {@code <s>}. */
    private static int mostProbable(Seq2Seq model, Example example, int vocabulary) {
        float[] logits = new float[vocabulary];
        Batch batch = Batches.batch(List.of(example), new int[] {0});
        model.inference()
                .decode(batch.source())
                .step(new int[] {Vocabulary.BOS}, (row, from, z, at, n) -> System.arraycopy(z, at, logits, from, n));
        int best = Vocabulary.FIRST_WORD - 1;
        for (int j = best; j < vocabulary; j++) if (logits[j] > logits[best]) best = j;
        return best;
    }

    @Test
    void moreSentencesAreDecodedAtOnceWhereTheVocabularyIsLargeAndFewerWhereItIsHuge() {
        assertEquals(512, Greedy.batch(2047));
        assertEquals(1024, Greedy.batch(2048));
        assertEquals(1024, Greedy.batch(8192));
        assertEquals(256, Greedy.batch(32768));
        assertEquals(1, Greedy.batch(1 << 24));
    }

    @Test
    void paddingAndStartAreNeverWritten() {
        Seq2Seq untrained =
                new Seq2Seq(new ModelSettings("rnn", "mean", List.of(Feed.STEP), Bridge.DENSE, 4, 4), 9, 9, 3);
        untrained.parameters().stream()
                .filter(p -> p.name().equals("output.bias"))
                .forEach(p -> p.value().writeFlat(0, new float[] {50, 50}, 2));
        List<Hypothesis> hypotheses = Greedy.decode(untrained, sentences, 6);
        assertTrue(hypotheses.stream()
                .flatMapToInt(h -> Arrays.stream(h.tokens()))
                .allMatch(id -> id != Vocabulary.PAD && id != Vocabulary.BOS));
    }

    @Test
    void anEndlessDecodingTakesExactlyTheStepsAskedFor() {
        for (Hypothesis hypothesis : Greedy.endless(model, sentences, 2, 7)) {
            assertEquals(6, hypothesis.tokens().length, "the seventh step would only see the end");
            assertFalse(Arrays.stream(hypothesis.tokens()).anyMatch(t -> t < Vocabulary.UNK));
        }
    }

    @Test
    void whatWasRememberedOfTokensDoesNotOutliveATrainingStep() {
        assertArrayEquals(logitsAfterTraining(false), logitsAfterTraining(true));
    }

    /** The first logits of a model that was trained a little, and had decoded before or not. */
    private float[] logitsAfterTraining(boolean decodedBefore) {
        ModelSettings settings = new ModelSettings("lstm", "last", List.of(Feed.values()), Bridge.DENSE, 8, 24);
        Seq2Seq changing = new Seq2Seq(settings, 9, 9, 1);
        Optimization optimization =
                new Optimization(changing, new TrainingSettings(1, 4, OptimizerKind.ADAM, 0.02, 0.9, 1, 1, null));
        Batch batch = Batches.batch(sentences, new int[] {0, 1, 2, 3});
        if (decodedBefore) Greedy.decode(changing, sentences, 5);
        optimization.step(batch);
        float[] first = new float[9];
        changing.inference().decode(batch.source()).step(new int[] {1, 1, 1, 1}, (row, from, z, at, n) -> {
            if (row == 0) System.arraycopy(z, at, first, from, n);
        });
        return first;
    }
}
