package org.contexture.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.contexture.corpus.Batch;
import org.contexture.corpus.Packing;
import org.contexture.tensor.Parameter;
import org.contexture.tensor.Rows;
import org.contexture.training.Optimization;
import org.contexture.training.OptimizerKind;
import org.contexture.training.TrainingSettings;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The same numbers as PyTorch: contexts, logits, loss and every gradient of each cell, context and feed, and the
 * parameters along five steps of training. {@code -Dcontexture.golden=DIR} checks another folder of the same format.
 */
class PyTorchGoldenTest {
    private static final double CLOSE = 1e-5;
    private static final double GRADIENT = 1e-4;

    @TestFactory
    Stream<DynamicTest> everyFileIsReproduced() throws IOException, URISyntaxException {
        Path folder = folder();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> golden =
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
            assertFalse(golden.isEmpty(), "no .json file in " + folder);
            boolean builtIn = System.getProperty("contexture.golden", "").isBlank();
            assertTrue(!builtIn || golden.size() == 63 + 2, "of 65 built-in files there are " + golden.size());
            return golden.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
        }
    }

    private static Path folder() throws URISyntaxException {
        String given = System.getProperty("contexture.golden", "");
        return given.isBlank()
                ? Path.of(Objects.requireNonNull(PyTorchGoldenTest.class.getResource("pytorch"))
                        .toURI())
                : Path.of(given);
    }

    private static void check(Path file) throws IOException {
        Golden golden = Golden.read(file);
        check(golden, Tiling.of(golden.targetVocabulary(), golden.hidden()));
        check(golden, new Tiling(2, 3, 2, 3));
    }

    /** However the output layer cuts its work. */
    private static void check(Golden golden, Tiling tiling) {
        Seq2Seq model = golden.model(tiling);
        if (golden.isTraining()) {
            checkTraining(golden, model);
        } else {
            checkContexts(golden, model);
            checkLogits(golden, model);
            checkDecoding(golden, model);
            checkLossAndGradients(golden, model);
        }
    }

    private static void checkContexts(Golden golden, Seq2Seq model) {
        Batch batch = golden.batch();
        float[] contexts = model.encode(batch.source());
        for (int b = 0; b < batch.size(); b++) {
            double[] expected = golden.context(batch.source().packing().sentence(b));
            for (int k = 0; k < expected.length; k++) {
                assertEquals(expected[k], contexts[Rows.at(b, expected.length) + k], CLOSE, "context");
            }
        }
    }

    private static void checkLogits(Golden golden, Seq2Seq model) {
        Batch batch = golden.batch();
        Packing packing = batch.target().packing();
        int[] seen = new int[1];
        model.logits(batch, WholeRows.reader(golden.targetVocabulary(), (row, z) -> {
            seen[0]++;
            for (int t = 0; t < packing.steps(); t++) {
                int b = row - packing.offset(t);
                if (b >= 0 && b < packing.size(t)) {
                    assertClose(golden.logits(packing.sentence(b), t), z, "logits of row " + row);
                }
            }
        }));
        assertEquals(golden.tokens(), seen[0]);
    }

    /** The decoder that writes token by token is the one that was trained. */
    private static void checkDecoding(Golden golden, Seq2Seq model) {
        Batch batch = golden.batch();
        Decoding decoding = model.inference().decode(batch.source());
        int[] sentences = new int[batch.size()];
        for (int b = 0; b < sentences.length; b++) {
            sentences[b] = batch.source().packing().sentence(b);
        }
        for (int t = 0; t < batch.target().packing().steps(); t++) {
            int step = t;
            int[] tokens = new int[sentences.length];
            for (int b = 0; b < tokens.length; b++) {
                tokens[b] = golden.targetInput(sentences[b], t);
            }
            LogitsReader reader = WholeRows.reader(golden.targetVocabulary(), (row, z) -> {
                if (step < golden.targetLength(sentences[row])) {
                    assertClose(golden.logits(sentences[row], step), z, "decoded logits at step " + step);
                }
            });
            decoding.step(tokens, reader::read);
        }
    }

    private static void checkLossAndGradients(Golden golden, Seq2Seq model) {
        BatchLoss evaluated = model.evaluate(golden.batch());
        assertEquals(golden.loss(), evaluated.sum(), CLOSE * golden.loss(), "loss");
        BatchLoss trained = model.train(golden.batch(), 1f);
        assertEquals(golden.loss(), trained.sum(), CLOSE * golden.loss(), "loss of the training pass");
        assertEquals(golden.tokens(), trained.tokens());
        for (Parameter parameter : model.parameters()) {
            double[] expected = golden.gradient(parameter.name());
            float[] actual = parameter.gradient().toArray(parameter.value().rows());
            double norm = Math.sqrt(Stream.of(expected)
                    .flatMapToDouble(java.util.Arrays::stream)
                    .map(g -> g * g)
                    .sum());
            assertNotNull(actual);
            assertEquals(expected.length, actual.length, parameter.name());
            for (int k = 0; k < actual.length; k++) {
                assertEquals(
                        expected[k],
                        actual[k],
                        GRADIENT * norm + 1e-8,
                        "gradient of " + parameter.name() + "[" + k + "]");
            }
        }
    }

    private static void checkTraining(Golden golden, Seq2Seq model) {
        OptimizerKind kind = golden.optimizer();
        double rate = kind == OptimizerKind.ADAM ? 0.01 : 0.1;
        TrainingSettings settings = new TrainingSettings(1, 4, kind, rate, 0.9, golden.clip(), 1, null);
        Optimization optimization = new Optimization(model, settings);
        for (int k = 0; k < golden.steps(); k++) {
            BatchLoss loss = optimization.step(golden.batch());
            double expected = golden.stepLoss(k);
            assertEquals(expected, loss.sum() / loss.tokens(), CLOSE * expected, "loss before step " + k);
            for (Parameter parameter : model.parameters()) {
                double[] after = golden.stepParameter(k, parameter.name());
                assertClose(after, parameter.value().toArray(), parameter.name() + " after step " + k);
            }
        }
        assertTrue(golden.steps() >= 5, "a training file has five steps");
    }

    private static void assertClose(double[] expected, float[] actual, String what) {
        assertEquals(expected.length, actual.length, what);
        for (int k = 0; k < expected.length; k++) {
            assertEquals(expected[k], actual[k], CLOSE, what + "[" + k + "]");
        }
    }
}
