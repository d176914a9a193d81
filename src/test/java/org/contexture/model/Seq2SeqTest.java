package org.contexture.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.contexture.corpus.Batch;
import org.contexture.corpus.Example;
import org.contexture.corpus.Packing;
import org.contexture.tensor.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class Seq2SeqTest {
    private static final List<Feed> ALL = List.of(Feed.INIT, Feed.STEP, Feed.OUTPUT);

    static Stream<Arguments> combinations() {
        return Stream.of("rnn", "gru", "lstm")
                .flatMap(cell -> Stream.of("last", "mean", "max").map(context -> Arguments.of(cell, context)));
    }

    private static Seq2Seq model(String cell, String context, List<Feed> feed, Bridge bridge) {
        ModelSettings settings = new ModelSettings(cell, context, feed, bridge, 6, 9);
        return new Seq2Seq(settings, Sentences.VOCABULARY, Sentences.VOCABULARY, 5);
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void aSentencesLossDoesNotDependOnItsNeighboursOrTheirOrder(String cell, String context) {
        List<Example> examples = Sentences.random(20, 9, 1);
        Seq2Seq model = model(cell, context, ALL, Bridge.DENSE);
        double[] together = losses(model, examples);
        List<Example> shuffled = new ArrayList<>(examples);
        Collections.reverse(shuffled);
        double[] reversed = losses(model, shuffled);
        for (int s = 0; s < examples.size(); s++) {
            double alone = losses(model, List.of(examples.get(s)))[0];
            assertEquals(alone, together[s], 1e-5 * alone, "sentence " + s);
            assertEquals(alone, reversed[examples.size() - 1 - s], 1e-5 * alone, "sentence " + s + " reversed");
        }
    }

    /** The summed loss of each example. */
    private static double[] losses(Seq2Seq model, List<Example> examples) {
        Batch batch = Batch.of(examples);
        BatchLoss loss = model.evaluate(batch);
        Packing packing = batch.target().packing();
        double[] sums = new double[examples.size()];
        for (int t = 0; t < packing.steps(); t++) {
            for (int b = 0; b < packing.size(t); b++) {
                sums[packing.sentence(b)] += loss.losses()[packing.offset(t) + b];
            }
        }
        return sums;
    }

    /** PyTorch's values do not cover the copied start, so its gradients are checked against differences. */
    @ParameterizedTest
    @CsvSource({"rnn", "gru", "lstm"})
    void gradientsOfACopiedStartAreThoseOfTheLoss(String cell) {
        Batch batch = Batch.of(Sentences.random(5, 4, 2));
        Seq2Seq model = model(cell, "last", List.of(Feed.INIT), Bridge.COPY);
        model.train(batch, 1f);
        for (Parameter parameter : model.parameters()) {
            float[] gradient = parameter.gradient().toArray(parameter.value().rows());
            double[] differences = differences(model, batch, parameter);
            double norm = norm(differences);
            for (int k = 0; k < gradient.length; k++) {
                assertEquals(differences[k], gradient[k], 0.01 * norm + 2e-4, parameter.name() + "[" + k + "]");
            }
        }
    }

    private static double[] differences(Seq2Seq model, Batch batch, Parameter parameter) {
        float step = 4e-3f;
        float[] values = parameter.value().toArray();
        double[] differences = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            float value = values[k];
            double above = lossWith(model, batch, parameter, values, k, value + step);
            double below = lossWith(model, batch, parameter, values, k, value - step);
            lossWith(model, batch, parameter, values, k, value);
            differences[k] = (above - below) / (2 * step);
        }
        return differences;
    }

    private static double lossWith(
            Seq2Seq model, Batch batch, Parameter parameter, float[] values, int k, float value) {
        values[k] = value;
        parameter.value().writeFlat(0, values, values.length);
        return model.evaluate(batch).sum();
    }

    private static double norm(double[] x) {
        return Math.sqrt(java.util.Arrays.stream(x).map(v -> v * v).sum());
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherSeedOthers() {
        Batch batch = Batch.of(Sentences.random(7, 5, 3));
        Seq2Seq one = model("gru", "mean", ALL, Bridge.DENSE);
        Seq2Seq two = model("gru", "mean", ALL, Bridge.DENSE);
        Seq2Seq other = new Seq2Seq(
                new ModelSettings("gru", "mean", ALL, Bridge.DENSE, 6, 9),
                Sentences.VOCABULARY,
                Sentences.VOCABULARY,
                6);
        assertArrayEquals(one.train(batch, 1f).losses(), two.train(batch, 1f).losses());
        assertTrue(Math.abs(one.evaluate(batch).sum() - other.evaluate(batch).sum()) > 1e-3);
    }

    /** Buffers are reused between batches; what a longer batch left in them must not be read. */
    @ParameterizedTest
    @MethodSource("combinations")
    void aBatchAfterALargerOneHasTheSameLossAndGradients(String cell, String context) {
        Batch small = Batch.of(Sentences.random(3, 4, 4));
        Batch large = Batch.of(Sentences.random(40, 12, 5));
        Seq2Seq fresh = model(cell, context, ALL, Bridge.DENSE);
        Seq2Seq used = model(cell, context, ALL, Bridge.DENSE);
        used.train(large, 1f);
        assertArrayEquals(fresh.train(small, 1f).losses(), used.train(small, 1f).losses());
        for (int p = 0; p < fresh.parameters().size(); p++) {
            Parameter expected = fresh.parameters().get(p);
            Parameter actual = used.parameters().get(p);
            int rows = expected.value().rows();
            assertArrayEquals(
                    expected.gradient().toArray(rows), actual.gradient().toArray(rows), expected.name());
        }
    }

    @Test
    void parametersAreCounted() {
        Seq2Seq model = model("lstm", "last", ALL, Bridge.DENSE);
        int v = Sentences.VOCABULARY, e = 6, h = 9;
        int encoder = v * e + 4 * h * (e + h + 2);
        int decoder = v * e + 4 * h * (e + h + h + 2) + h * h + h + v * (h + e + h) + v;
        assertEquals(encoder + decoder, model.parameterCount());
    }

    @Test
    void combinationsInWhichNothingOfTheSourceArrivesAreRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> new ModelSettings("gru", "last", List.of(), Bridge.DENSE, 4, 4));
        assertThrows(IllegalArgumentException.class, () -> new ModelSettings("gruu", "last", ALL, Bridge.DENSE, 4, 4));
        assertThrows(IllegalArgumentException.class, () -> new ModelSettings("gru", "first", ALL, Bridge.DENSE, 4, 4));
        assertThrows(IllegalArgumentException.class, () -> new ModelSettings("gru", "mean", ALL, Bridge.COPY, 4, 4));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ModelSettings("gru", "last", List.of(Feed.STEP), Bridge.COPY, 4, 4));
    }
}
