package org.contexture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.contexture.results.ConfigurationTable;
import org.contexture.results.Results;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tech.tablesaw.api.Table;

/** Of nine configurations with two seeds each, three go on after the first epoch and one after the third. */
class HalvingTest {
    private static final String SWEEP =
            """
            corpus:   { task: reverse, size: 200, length: [2, 4], symbols: 5 }
            model:    { embedding: 8, hidden: 8 }
            training: { epochs: 5, batch: 16, optimizer: sgd, clip: 0 }
            sweep:
              model.cell: [rnn, gru, lstm]
              training.learningRate: [0.01, 0.5, 1.0e+6]
            seeds: [1, 2]
            halving: { first: 1, factor: 3 }
            """;

    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    HalvingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("sweep.yaml"), SWEEP);
    }

    private int run(String results, String... more) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "run",
                folder.resolve("sweep.yaml").toString(),
                "--results",
                folder.resolve(results).toString(),
                "--in-process"));
        arguments.addAll(List.of(more));
        return commandLine.execute(arguments.toArray(String[]::new));
    }

    private Results results(String name) {
        return Results.load(folder.resolve(name).resolve("sweep"));
    }

    @Test
    void theWorseConfigurationsArePrunedAndTheDivergedOnesNeverWin() {
        assertEquals(1, run("a"), "diverged trials are not ok: " + err);
        Table trials = results("a").trials();
        Table ok = trials.where(trials.stringColumn("state").isEqualTo("ok"));
        assertEquals(2, ok.rowCount(), out::toString);
        assertEquals(1, ok.stringColumn("configuration").unique().size());
        assertEquals(6, trials.stringColumn("state").countOccurrences("diverged"));
        assertEquals(10, trials.stringColumn("state").countOccurrences("pruned"));
        assertTrue(
                out.toString().contains("Halving: after epoch 1, 3 of 9 configurations go on by validLoss"),
                out::toString);
        assertTrue(out.toString().contains("Halving: after epoch 3, 1 of 3 configurations go on"), out::toString);
        Table epochs = results("a").epochs();
        assertEquals(
                2 * 5 + 4 * 3 + 6 * 1, epochs.rowCount(), "five, three and one epoch for two, four and six trials");
    }

    /** Where more is better, a value that is no number must not count as the most. */
    @Test
    void theDivergedOnesNeverWinByAccuracyEither() throws IOException {
        Files.writeString(
                folder.resolve("sweep.yaml"), SWEEP.replace("{ first: 1", "{ metric: validTokenAccuracy, first: 1"));
        assertEquals(1, run("a"), err::toString);
        Table trials = results("a").trials();
        assertEquals(2, trials.stringColumn("state").countOccurrences("ok"), out::toString);
        assertEquals(6, trials.stringColumn("state").countOccurrences("diverged"));
        assertEquals(10, trials.stringColumn("state").countOccurrences("pruned"));
    }

    @Test
    void prunedTrialsAreInNoMeanAndCounted() {
        run("a");
        ConfigurationTable table = ConfigurationTable.of(results("a").trials());
        for (ConfigurationTable.Row row : table.rows()) {
            assertEquals(2, row.seeds() + row.failed() + row.pruned(), row::toString);
            assertEquals(0, row.open());
        }
        assertTrue(out.toString().contains("Pruned:  10 trials by halving; they are in no mean"), out::toString);
    }

    /** What an interruption leaves is ranked as if it had not been. */
    @Test
    void theSameRankingComesOutAgainAfterAnInterruptionAndWithOtherWorkers() throws IOException {
        run("a", "--workers", "1");
        run("b", "--workers", "3");
        Path results = folder.resolve("b/sweep");
        String expected = Files.readString(folder.resolve("a/sweep/trials.csv"));
        assertEquals(expected, Files.readString(results.resolve("trials.csv")));
        Table trials = results("b").trials();
        for (int row = 0; row < trials.rowCount(); row += 2) { // as if it had been killed while it pruned
            if (trials.stringColumn("state").get(row).equals("pruned")) {
                Files.delete(results("b")
                        .trialFolder(trials.stringColumn("trial").get(row))
                        .resolve("outcome.json"));
            }
        }
        run("b");
        assertEquals(expected, Files.readString(results.resolve("trials.csv")));
    }
}
