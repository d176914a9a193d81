package org.contexture.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.contexture.chart.Chart;
import org.contexture.chart.Mark.Line;
import org.contexture.chart.Mark.Point;
import org.contexture.setting.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tech.tablesaw.api.Table;

@Isolated
class LabTest {
    private static final String COPY =
            """
            corpus: { task: copy, size: 400, length: [1, 4], symbols: 5 }
            model: { cell: gru, context: %s, embedding: 16, hidden: 32 }
            training: { epochs: %d, batch: 16, learningRate: 0.01 }
            """;

    private static TrainedModel train(String context, int epochs) {
        return quietly(() -> Lab.train(COPY.formatted(context, epochs)));
    }

    private static <T> T quietly(Supplier<T> training) {
        PrintStream out = System.out;
        System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        try {
            return training.get();
        } finally {
            System.setOut(out);
        }
    }

    @Test
    void aModelTrainedInACellTranslates() {
        TrainedModel model = train("last", 12);
        String word = model.data().source().token(4);
        assertEquals(word, model.translate(word));
        assertEquals(2, model.learningCurve().panels().get(0).marks().size());
        assertTrue(model.exactMatch() > 0.3, "exact match " + model.exactMatch());
        assertTrue(model.testLoss() < 1, "test loss " + model.testLoss());
    }

    @Test
    void theModelHasTheParametersOfItsBestEpoch() {
        String restless = COPY.formatted("last", 8).replace("learningRate: 0.01", "learningRate: 0.3");
        TrainedModel model = quietly(() -> Lab.train(restless));
        Line valid = (Line) model.learningCurve().panels().get(0).marks().get(1);
        double best = valid.points().stream().mapToDouble(Point::y).min().orElseThrow();
        assertEquals(best, model.loss(model.data().valid()), 1e-12);
    }

    @Test
    void theSameTextTrainsTheSameModel() {
        TrainedModel first = train("mean", 1);
        TrainedModel second = train("mean", 1);
        assertEquals(first.testLoss(), second.testLoss());
        assertEquals(first.parameters(), second.parameters());
    }

    @Test
    void wordsItDoesNotKnowAreUnknown() {
        TrainedModel model = train("last", 1);
        assertEquals(List.of("<unk>", "<unk>"), model.tokens("never seen"));
        UserError empty = assertThrows(UserError.class, () -> model.translate("  "));
        assertTrue(String.valueOf(empty.getMessage()).contains("There is no token"));
    }

    @Test
    void sharesAreThoseOfTheContext() {
        TrainedModel last = train("last", 1);
        TrainedModel max = train("max", 1);
        String sentence = String.join(" ", last.data().source().tokens().subList(4, 7));
        assertEquals("[0.0, 0.0, 1.0]", Arrays.toString(last.shares(sentence)));
        assertEquals(1, Arrays.stream(max.shares(sentence)).sum(), 1e-6);
        assertNotEquals(1, max.shares(sentence)[2]);
    }

    @Test
    void aSweepOfModelsIsLookedAtSideBySide() {
        TrainedModels models =
                quietly(() -> Lab.trainAll(COPY.formatted("last", 2) + "sweep: { model.context: [last, max] }\n"));
        assertEquals(List.of("last", "max"), List.copyOf(models.names()));
        assertEquals(
                models.get("max").testLoss(),
                models.summary().doubleColumn("testLoss").get(1));
        assertEquals(List.of("last", "max"), models.lossByLength().series());
        assertEquals(List.of("last", "max"), models.lossByPosition().series());
        String word = models.get("last").data().source().token(4);
        assertEquals(
                List.of(word, word),
                models.shares(word + " " + word).panels().get(0).x().categories());
        UserError none = assertThrows(UserError.class, () -> models.get("mean"));
        assertTrue(String.valueOf(none.getMessage()).contains("expected one of last, max"));
    }

    @Test
    void aProbeReadsTheLastWordFromTheLastState() {
        TrainedModels models = quietly(() -> Lab.trainAll(COPY.formatted("last", 3)));
        ProbedWords probed = models.probe(2, 3);
        assertEquals(
                List.of("model", "length", "position", "accuracy"),
                probed.table().columnNames());
        assertEquals(5, probed.table().rowCount());
        assertTrue(probed.table().doubleColumn("accuracy").get(1) > 0.9, probed.toString());
        assertEquals(probed.table().print(), models.probe(2, 3).table().print());
        Line ofThree = line(probed.byPosition(3));
        assertNotEquals(ofThree.points().get(0).y(), ofThree.points().get(2).y(), "each position has its own words");
        assertEquals(3, line(probed.byPosition(3)).points().size());
        assertEquals(2, line(probed.byLength()).points().size());
        UserError none = assertThrows(UserError.class, () -> probed.byPosition(7));
        assertTrue(String.valueOf(none.getMessage()).contains("No sentence of 7 tokens"));
    }

    private static Line line(Chart chart) {
        return (Line) chart.panels().get(0).marks().get(0);
    }

    @Test
    void provenanceIsATableOfFacts(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("provenance.json"),
                "{\"jvm\":{\"version\":\"17\"},\"long\":\"" + "x".repeat(200) + "\"}");
        Table facts = TrialProvenance.of(file);
        assertEquals(List.of("jvm.version", "long"), facts.stringColumn("fact").asList());
        assertEquals(80, facts.stringColumn("value").get(1).length());
        UserError missing = assertThrows(UserError.class, () -> TrialProvenance.of(folder.resolve("none.json")));
        assertTrue(String.valueOf(missing.getMessage()).contains("was not published"));
    }

    @Test
    void aMistakeInTheTextIsToldAtItsLineAndColumn() {
        UserError error =
                assertThrows(UserError.class, () -> Lab.train("corpus: { task: copy }\nmodel: { cel: gru }\n"));
        String message = String.valueOf(error.getMessage());
        assertTrue(message.startsWith("experiment:2:10"), message);
        assertFalse(message.contains("/tmp"), message);
    }

    @Test
    void aSweepIsNoModel() {
        UserError error = assertThrows(UserError.class, () -> Lab.train("corpus: { task: copy }\nseeds: [1, 2]\n"));
        assertTrue(String.valueOf(error.getMessage()).contains("2 trials where one model was to be trained"));
    }

    @Test
    void lossesByPlaceAddUpToTheTestLoss() {
        TrainedModel model = train("mean", 2);
        for (Table losses : List.of(model.lossByPosition(), model.lossByLength())) {
            double sum = 0;
            long tokens = 0;
            for (int row = 0; row < losses.rowCount(); row++) {
                tokens += losses.longColumn("tokens").getLong(row);
                sum += losses.longColumn("tokens").getLong(row)
                        * losses.doubleColumn("loss").getDouble(row);
            }
            assertEquals(model.testLoss(), sum / tokens, 1e-9, losses.name());
        }
        assertEquals(1, model.lossByPosition().longColumn("position").get(0));
        assertEquals(5, model.lossByPosition().rowCount(), "four words and </s>");
    }
}
