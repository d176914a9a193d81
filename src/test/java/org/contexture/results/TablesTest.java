package org.contexture.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.contexture.setting.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

class TablesTest {
    private final Path folder;

    TablesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private TrialFolders twoTrials() {
        return new TrialFolders(folder, "gru-s1", "gru-s2", "lstm-s1")
                .begun(
                        "gru-s1",
                        "gru",
                        1,
                        "\"model.cell\": \"gru\", \"model.feed\": [\"init\", \"step\"], \"corpus.testLimit\": null")
                .ended("gru-s1", "ok", "\"testLoss\": 1.5, \"signature\": \"a|b\"")
                .file(
                        "gru-s1",
                        "metrics.jsonl",
                        "{\"epoch\": 1, \"trainLoss\": 2.5}\n{\"epoch\": 2, \"trainLoss\": 2, \"validLoss\": 3}\n")
                .file("gru-s1", "positions.csv", "position,tokens,loss\n1,20,0.5\n2,18,0.25\n")
                .file(
                        "gru-s1",
                        "tokens.csv",
                        "\"sentence\",\"position\",\"token\",\"loss\"\n\"1\",\"1\",\" \",\"0.5\"\n")
                .file(
                        "gru-s1",
                        "timings.json",
                        "{\"seconds\": 1.5, \"targetTokensPerSecond\": 1e5, \"host\": \"h\", \"start\": \"2026-11-24T00:00:00Z\"}")
                .begun(
                        "gru-s2",
                        "gru",
                        2,
                        "\"model.cell\": \"gru\", \"model.feed\": [\"init\", \"step\"], \"corpus.testLimit\": null");
    }

    @Test
    void aRowATrialHoldsSettingsOutcomeAndStateInPlanOrder() {
        twoTrials();
        Table trials = Tables.write(folder).trials();
        assertEquals(
                List.of(
                        "trial",
                        "configuration",
                        "seed",
                        "model.cell",
                        "model.feed",
                        "corpus.testLimit",
                        "parameters",
                        "state",
                        "bestEpoch",
                        "testLoss",
                        "signature",
                        "message",
                        "log"),
                trials.columnNames());
        assertEquals(
                List.of("gru-s1", "gru-s2", "lstm-s1"),
                trials.stringColumn("trial").asList());
        assertEquals(
                List.of("ok", "running", "planned"),
                trials.stringColumn("state").asList());
        assertEquals("[\"init\",\"step\"]", trials.stringColumn("model.feed").get(0));
        assertEquals(1.5, trials.doubleColumn("testLoss").getDouble(0));
        assertTrue(trials.doubleColumn("testLoss").isMissing(1));
        assertEquals(2, trials.longColumn("seed").getLong(1));
        assertTrue(trials.longColumn("seed").isMissing(2));
    }

    @Test
    void epochsPositionsAndTimingsSayWhichTrialTheyAreOf() {
        twoTrials();
        Results results = Tables.write(folder);
        assertEquals(
                List.of("trial", "epoch", "trainLoss", "validLoss"),
                results.epochs().columnNames());
        assertEquals(2.0, results.epochs().doubleColumn("trainLoss").getDouble(1));
        assertEquals(
                List.of("gru-s1", "gru-s1"),
                results.positions().stringColumn("trial").asList());
        assertEquals(0.25, results.positions().doubleColumn("loss").getDouble(1));
        assertEquals(
                "2026-11-24T00:00:00Z", results.timings().stringColumn("start").get(0));
    }

    @Test
    void oneLineLoadsWhatWasWrittenAndTheTokensOfATrial() {
        twoTrials();
        Tables.write(folder);
        Results results = Results.load(folder);
        assertEquals(3, results.trials().rowCount());
        assertEquals(" ", results.tokens("gru-s1").stringColumn("token").get(0));
        assertMessage("has no trial \"nosuch\"", () -> results.tokens("nosuch"));
        assertMessage("tokens.csv is missing", () -> results.tokens("gru-s2"));
    }

    @Test
    void writingTwiceGivesTheSameBytesAndLeavesNothingElse() throws IOException {
        twoTrials();
        Tables.write(folder);
        List<byte[]> first = bytes();
        Tables.write(folder);
        List<byte[]> second = bytes();
        assertEquals(8, first.size());
        for (int i = 0; i < first.size(); i++) {
            assertEquals(new String(first.get(i), UTF_8), new String(second.get(i), UTF_8));
        }
    }

    private List<byte[]> bytes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .map(file -> Files.isDirectory(file) ? new byte[0] : read(file))
                    .toList();
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aPlanWithoutAnyTrialFolderStillGivesTablesWithColumns() {
        new TrialFolders(folder, "a", "b");
        Tables.write(folder);
        Results results = Results.load(folder);
        assertEquals(
                List.of("planned", "planned"),
                results.trials().stringColumn("state").asList());
        assertEquals(List.of("trial", "epoch"), results.epochs().columnNames());
        assertEquals(
                List.of("trial", "position", "tokens", "loss"),
                results.positions().columnNames());
        assertEquals(ColumnType.DOUBLE, results.timings().column("seconds").type());
        assertEquals(0, results.timings().rowCount());
    }

    @Test
    void aPublishedFolderMayLeaveOutTimingsButNotTrials() throws IOException {
        twoTrials();
        Tables.write(folder);
        Files.delete(folder.resolve("timings.csv"));
        assertEquals(0, Results.load(folder).timings().rowCount());
        Files.delete(folder.resolve("trials.csv"));
        assertMessage("holds no trials.csv", () -> Results.load(folder));
    }

    @Test
    void theLineAKilledRunnerLeftUnfinishedIsDropped() {
        new TrialFolders(folder, "a")
                .begun("a", "a", 1, "")
                .file("a", "metrics.jsonl", "{\"epoch\": 1, \"trainLoss\": 2.5}\n{\"epoch\": 2, \"trainLo");
        assertEquals(1, Tables.write(folder).epochs().rowCount());
    }

    @Test
    void aWholeLastLineWithoutItsLineEndCounts() {
        new TrialFolders(folder, "a")
                .begun("a", "a", 1, "")
                .file("a", "metrics.jsonl", "{\"epoch\": 1, \"trainLoss\": 2.5}");
        assertEquals(1, Tables.write(folder).epochs().rowCount());
    }

    @Test
    void aTornLineElsewhereIsAnErrorNamingFileAndLine() {
        new TrialFolders(folder, "a")
                .begun("a", "a", 1, "")
                .file("a", "metrics.jsonl", "{\"epoch\": 1}\n{\"epoch\": 2, \"trainLo{\"epoch\": 3}\n{\"epoch\": 4}\n");
        assertMessage("metrics.jsonl:2 should hold one JSON object", () -> Tables.write(folder));
    }

    @Test
    void anAbsurdlyLongMetricsLineIsRefused() {
        new TrialFolders(folder, "a")
                .begun("a", "a", 1, "")
                .file("a", "metrics.jsonl", "{\"epoch\": 1}\n{\"x\": \"" + "x".repeat(Json.LONGEST_LINE));
        assertMessage("metrics.jsonl:2 is longer than 1 MB", () -> Tables.write(folder));
    }

    @Test
    void twoColumnsOfOneNameAreRefused() {
        new TrialFolders(folder, "a").begun("a", "a", 1, "\"State\": 1");
        assertMessage("two columns named \"state\"", () -> Tables.write(folder));
    }

    @Test
    void textWhereANumberBelongsIsRefused() {
        new TrialFolders(folder, "a").begun("a", "a", 1, "").file("a", "timings.json", "{\"seconds\": \"fast\"}");
        assertMessage("The column seconds of the table timings", () -> Tables.write(folder));
    }

    @Test
    void anUnknownStateIsRefused() {
        new TrialFolders(folder, "a").begun("a", "a", 1, "").ended("a", "fine", "");
        assertMessage("has the state \"fine\" where one of [ok, diverged, failed, ", () -> Tables.write(folder));
    }

    @Test
    void aFolderWithoutAPlanIsRefused() {
        assertMessage("holds no plan.json", () -> Tables.write(folder));
        assertMessage("holds no datapackage.json", () -> Results.load(folder));
    }

    private static void assertMessage(String part, org.junit.jupiter.api.function.Executable executable) {
        String message =
                String.valueOf(assertThrows(UserError.class, executable).getMessage());
        assertTrue(message.contains(part), message);
    }
}
