package org.contexture.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.contexture.corpus.CorpusSettings;
import org.contexture.corpus.Dataset;
import org.contexture.corpus.Overlong;
import org.contexture.corpus.ScanSplit;
import org.contexture.corpus.Task;
import org.contexture.corpus.TokenizerKind;
import org.contexture.model.Bridge;
import org.contexture.model.Feed;
import org.contexture.model.ModelSettings;
import org.contexture.model.Seq2Seq;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final Dataset DATA = Dataset.load(
            new CorpusSettings(
                    Task.COPY,
                    300,
                    List.of(2, 4),
                    5,
                    ScanSplit.SIMPLE,
                    null,
                    null,
                    null,
                    null,
                    null,
                    TokenizerKind.WHITESPACE,
                    1,
                    null,
                    null,
                    Overlong.DROP,
                    1),
            Path.of(""));

    private static Seq2Seq model() {
        ModelSettings settings =
                new ModelSettings("gru", "last", List.of(Feed.INIT, Feed.STEP, Feed.OUTPUT), Bridge.DENSE, 8, 16);
        return new Seq2Seq(settings, DATA.source().size(), DATA.target().size(), 1);
    }

    private static TrainingSettings settings(int epochs, double learningRate) {
        return new TrainingSettings(epochs, 16, OptimizerKind.ADAM, learningRate, 0.9, 1, 1);
    }

    private static List<Epoch> train(Seq2Seq model, TrainingSettings settings, long seed) {
        List<Epoch> epochs = new ArrayList<>();
        Epoch best = new Trainer(model, DATA, settings, seed).train(epochs::add, (sum, share) -> {});
        double bestLoss = best.score();
        epochs.forEach(e -> assertTrue(bestLoss <= e.score(), best + " is the best"));
        return epochs;
    }

    @Test
    void trainingLearnsAndIsTheSameToTheLastBitWithTheSameSeed() {
        try (Seq2Seq one = model();
                Seq2Seq two = model();
                Seq2Seq other = model()) {
            List<Epoch> first = train(one, settings(6, 0.01), 1);
            List<Epoch> second = train(two, settings(6, 0.01), 1);
            List<Epoch> third = train(other, settings(6, 0.01), 2);
            assertEquals(first, second);
            assertNotEquals(first, third);
            assertTrue(first.get(5).train().loss() < 0.5 * first.get(0).train().loss(), "the loss halves");
        }
    }

    @Test
    void theModelIsLeftWithTheParametersOfItsBestEpoch() {
        try (Seq2Seq model = model()) {
            List<Epoch> epochs = train(model, settings(8, 0.3), 1);
            double best = epochs.stream().mapToDouble(Epoch::score).min().orElseThrow();
            assertTrue(epochs.get(7).score() > best, "with this learning rate the last epoch is not the best");
            assertEquals(
                    best, Evaluation.of(model, DATA.valid(), (e, p, l) -> {}).loss());
        }
    }

    @Test
    void aLossThatIsNotFiniteNamesItsStep() {
        try (Seq2Seq model = model()) {
            TrainingSettings settings = new TrainingSettings(3, 16, OptimizerKind.SGD, 1e6, 0.9, 0, 1);
            model.parameters().get(1).value().writeFlat(0, new float[] {Float.NaN}, 1);
            Trainer trainer = new Trainer(model, DATA, settings, 1);
            DivergedException e =
                    assertThrows(DivergedException.class, () -> trainer.train(epoch -> {}, (sum, share) -> {}));
            assertEquals(1, e.step());
            assertTrue(
                    String.valueOf(e.getMessage()).startsWith("diverged at step 1 (epoch 1): loss NaN"),
                    e.getMessage());
        }
    }

    @Test
    void evaluationShowsEveryTokenOnceAndWeighsTokensNotBatches() {
        try (Seq2Seq model = model()) {
            Set<List<Integer>> seen = new HashSet<>();
            double[] sum = new double[1];
            Evaluation evaluation = Evaluation.of(model, DATA.train(), (example, position, loss) -> {
                assertTrue(seen.add(List.of(example, position)));
                sum[0] += loss;
            });
            int tokens =
                    DATA.train().stream().mapToInt(e -> e.target().length + 1).sum();
            assertEquals(tokens, seen.size());
            assertEquals(tokens, evaluation.tokens());
            assertEquals(sum[0] / tokens, evaluation.loss(), 1e-12);
            assertEquals(Math.exp(evaluation.loss()), evaluation.perplexity(), 1e-9);
        }
    }

    @Test
    void batchesHoldEveryExampleOnceAndAreEvenInLength() {
        List<int[]> batches = Batches.shuffled(DATA.train(), 16, new SplittableRandom(1));
        int[] all = batches.stream().flatMapToInt(Arrays::stream).sorted().toArray();
        assertArrayEquals(
                java.util.stream.IntStream.range(0, DATA.train().size()).toArray(), all);
        long uneven = batches.stream()
                .filter(b -> Arrays.stream(b)
                                .map(k -> DATA.train().get(k).target().length)
                                .distinct()
                                .count()
                        > 2)
                .count();
        assertTrue(uneven <= 1, uneven + " batches mix more than two lengths");
    }
}
