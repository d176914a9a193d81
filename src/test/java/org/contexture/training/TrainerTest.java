package org.contexture.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
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
        return new TrainingSettings(epochs, 16, OptimizerKind.ADAM, learningRate, 0.9, 1, 1, null);
    }

    /** Collects epochs and stops after the steps, counted from 1, that the predicate refuses. */
    private static Trainer.Watcher watcher(List<Epoch> epochs, IntPredicate goOn) {
        int[] steps = new int[1];
        return new Trainer.Watcher() {
            @Override
            public void epoch(Epoch epoch) {
                epochs.add(epoch);
            }

            @Override
            public boolean step(int epoch, Evaluation epochSoFar, double share) {
                return goOn.test(++steps[0]);
            }
        };
    }

    private static List<Epoch> train(Seq2Seq model, TrainingSettings settings, long seed) {
        List<Epoch> epochs = new ArrayList<>();
        Trainer trainer = new Trainer(model, DATA, settings, seed);
        assertTrue(trainer.train(settings.epochs(), watcher(epochs, step -> true)));
        double bestLoss = trainer.restoreBest().score();
        epochs.forEach(e -> assertTrue(bestLoss <= e.score(), bestLoss + " is the best"));
        return epochs;
    }

    @Test
    void trainingLearnsAndIsTheSameToTheLastBitWithTheSameSeed() {
        Seq2Seq one = model();
        Seq2Seq two = model();
        Seq2Seq other = model();
        List<Epoch> first = train(one, settings(6, 0.01), 1);
        List<Epoch> second = train(two, settings(6, 0.01), 1);
        List<Epoch> third = train(other, settings(6, 0.01), 2);
        assertEquals(first, second);
        assertNotEquals(first, third);
        assertTrue(first.get(5).train().loss() < 0.5 * first.get(0).train().loss(), "the loss halves");
    }

    @Test
    void theModelIsLeftWithTheParametersOfItsBestEpoch() {
        Seq2Seq model = model();
        List<Epoch> epochs = train(model, settings(8, 0.3), 1);
        double best = epochs.stream().mapToDouble(Epoch::score).min().orElseThrow();
        assertTrue(epochs.get(7).score() > best, "with this learning rate the last epoch is not the best");
        assertEquals(best, Evaluation.of(model, DATA.valid(), (e, p, l) -> {}).loss());
    }

    @Test
    void aLossThatIsNotFiniteNamesItsStep() {
        Seq2Seq model = model();
        TrainingSettings settings = new TrainingSettings(3, 16, OptimizerKind.SGD, 1e6, 0.9, 0, 1, null);
        model.parameters().get(1).value().writeFlat(0, new float[] {Float.NaN}, 1);
        Trainer trainer = new Trainer(model, DATA, settings, 1);
        DivergedException e =
                assertThrows(DivergedException.class, () -> trainer.train(3, watcher(new ArrayList<>(), step -> true)));
        assertEquals(1, e.step());
        assertTrue(String.valueOf(e.getMessage()).startsWith("diverged at step 1 (epoch 1): loss NaN"), e.getMessage());
    }

    @Test
    void trainingThatStopsAfterAnyStepGoesOnToTheSameBits() throws IOException {
        for (OptimizerKind kind : OptimizerKind.values()) {
            TrainingSettings settings = new TrainingSettings(3, 16, kind, 0.01, 0.9, 1, 1, null);
            Seq2Seq straight = model();
            List<Epoch> expected = train(straight, settings, 1);
            for (int stop : new int[] {1, 10, 17, 18, 40}) {
                assertEquals(expected, interrupted(settings, stop, straight), kind + " stopped at step " + stop);
            }
        }
    }

    /** Trains until a step, and on in another model; the parameters must be those of a model trained straight through. */
    private static List<Epoch> interrupted(TrainingSettings settings, int stop, Seq2Seq straight) throws IOException {
        List<Epoch> epochs = new ArrayList<>();
        ByteArrayOutputStream checkpoint = new ByteArrayOutputStream();
        Seq2Seq before = model();
        Seq2Seq after = model();
        Trainer stopped = new Trainer(before, DATA, settings, 1);
        assertFalse(stopped.train(settings.epochs(), watcher(epochs, step -> step < stop)));
        stopped.save(new CheckpointOutput(checkpoint));
        after.parameters().get(0).value().writeFlat(0, new float[] {123}, 1);
        Trainer resumed = new Trainer(after, DATA, settings, 1);
        resumed.load(new CheckpointInput(new ByteArrayInputStream(checkpoint.toByteArray())));
        assertTrue(resumed.train(settings.epochs(), watcher(epochs, step -> true)));
        resumed.restoreBest();
        for (int k = 0; k < straight.parameters().size(); k++) {
            assertArrayEquals(
                    straight.parameters().get(k).value().toArray(),
                    after.parameters().get(k).value().toArray());
        }

        return epochs;
    }

    @Test
    void aCheckpointOfAnotherShapeOrCutOffIsRefused() throws IOException {
        ByteArrayOutputStream checkpoint = new ByteArrayOutputStream();
        TrainingSettings settings = settings(2, 0.01);
        Seq2Seq small = model();
        Seq2Seq large = new Seq2Seq(
                new ModelSettings("gru", "last", List.of(Feed.INIT), Bridge.DENSE, 8, 17),
                DATA.source().size(),
                DATA.target().size(),
                1);
        new Trainer(small, DATA, settings, 1).save(new CheckpointOutput(checkpoint));
        byte[] bytes = checkpoint.toByteArray();
        Trainer other = new Trainer(large, DATA, settings, 1);
        assertThrows(StreamCorruptedException.class, () -> other.load(input(bytes)));
        Trainer same = new Trainer(small, DATA, settings, 1);
        assertThrows(EOFException.class, () -> same.load(input(Arrays.copyOf(bytes, bytes.length - 1))));
    }

    private static CheckpointInput input(byte[] bytes) {
        return new CheckpointInput(new ByteArrayInputStream(bytes));
    }

    @Test
    void patienceEndsTrainingAfterSoManyEpochsWithoutABetterOne() {
        Seq2Seq model = model();
        TrainingSettings settings = new TrainingSettings(40, 16, OptimizerKind.ADAM, 0.3, 0.9, 1, 1, 2);
        List<Epoch> epochs = train(model, settings, 1);
        int best = epochs.stream()
                .min(Comparator.comparingDouble(Epoch::score))
                .orElseThrow()
                .number();
        assertEquals(best + 2, epochs.size());
        assertTrue(epochs.size() < 40, "with this learning rate the loss does not fall for long");
    }

    @Test
    void evaluationShowsEveryTokenOnceAndWeighsTokensNotBatches() {
        Seq2Seq model = model();
        Set<List<Integer>> seen = new HashSet<>();
        double[] sum = new double[1];
        Evaluation evaluation = Evaluation.of(model, DATA.train(), (example, position, loss) -> {
            assertTrue(seen.add(List.of(example, position)));
            sum[0] += loss;
        });
        int tokens = DATA.train().stream().mapToInt(e -> e.target().length + 1).sum();
        assertEquals(tokens, seen.size());
        assertEquals(tokens, evaluation.tokens());
        assertEquals(sum[0] / tokens, evaluation.loss(), 1e-12);
        assertEquals(Math.exp(evaluation.loss()), evaluation.perplexity(), 1e-9);
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
