package org.contexture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.contexture.experiment.JsonFile;
import org.contexture.results.Results;
import org.contexture.tensor.Machine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Kept results are run again; what is changed in the kept ones must be found. */
class ReproduceCommandTest {
    private static final String ENGINE = "0".repeat(64);

    private static Path shared = Path.of("");

    private final Path kept;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** A copy of one run's results for each test. */
    ReproduceCommandTest(@TempDir Path folder) throws IOException {
        kept = folder.resolve("kept");
        Path original = shared.resolve("results/small");
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Files.copy(file, kept.resolve(original.relativize(file).toString()));
            }
        }
    }

    @BeforeAll
    static void run(@TempDir Path folder) throws IOException {
        shared = folder;
        Files.writeString(shared.resolve("pairs.tsv"), "a b c\tc b a\nb c\tc b\nc a\ta c\nb a\ta b\n".repeat(15));
        Files.writeString(
                shared.resolve("small.yaml"),
                """
                corpus:   { train: { pairs: pairs.tsv }, test: { fraction: 0.2 } }
                model:    { embedding: 6, hidden: 6 }
                training: { epochs: 3, batch: 8 }
                sweep:    { model.cell: [rnn, gru] }
                """);
        String results = shared.resolve("results").toString();
        assertEquals(0, Main.run("run", shared.resolve("small.yaml").toString(), "--results", results, "--in-process"));
        Path plan = shared.resolve("results/small/plan.json");
        String text = Files.readString(plan);
        String engine = String.valueOf(JsonFile.read(plan).get("engine"));
        write(plan, text.replace(engine, ENGINE).replace("\"../..\"", "\"" + shared + "\""));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private int reproduce(String... more) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(Stream.concat(Stream.of("reproduce", kept.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(kept)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(kept.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }

    /** Changes the eighth digit behind the point of a number of gru. */
    private void change(String table, int row, String column) throws IOException {
        Path file = kept.resolve(table);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        List<String> header = List.of(lines.get(0).split(",", -1));
        int fromEnd = header.size() - header.indexOf("\"" + column + "\"");
        List<Integer> rows = IntStream.range(0, lines.size())
                .filter(k -> lines.get(k).startsWith("\"gru-s1\""))
                .boxed()
                .toList();
        String[] cells = lines.get(rows.get(row)).split(",", -1); // lists have commas too, but stand before all metrics
        int index = cells.length - fromEnd;
        StringBuilder cell = new StringBuilder(cells[index]);
        int digit = cell.indexOf(".") + 8;
        cell.setCharAt(digit, cell.charAt(digit) == '3' ? '4' : '3');
        cells[index] = cell.toString();
        lines.set(rows.get(row), String.join(",", cells));
        Files.write(file, lines);
    }

    private void provenance(Map<String, String> facts) {
        write(kept.resolve("provenance.json"), JsonFile.pretty(new TreeMap<>(facts)));
    }

    @Test
    void keptTrialsAreReproducedBitForBitAndNothingIsTouched() throws IOException {
        Map<String, String> before = contents();
        assertEquals(0, reproduce(), () -> out + "" + err);
        assertTrue(out.toString().contains("every value is compared bit for bit."), out.toString());
        assertTrue(out.toString().contains("Reproduced: 2 trials; all losses are equal bit for bit."), out.toString());
        assertEquals(before, contents());
    }

    @Test
    void thePlanAndTheTablesAreEnoughAndTheNewResultsCanBeKept() throws IOException {
        try (Stream<Path> files = Files.walk(kept.resolve("trials"))) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Files.delete(kept.resolve("timings.csv"));
        Files.delete(kept.resolve("lengths.csv"));
        Path again = kept.resolveSibling("again");
        assertEquals(0, reproduce("gru-s1", "--workers", "1", "--keep", again.toString()), () -> out + "" + err);
        assertTrue(out.toString().contains("Running 1 of 2 trials again"), out.toString());
        assertTrue(Files.isRegularFile(again.resolve("epochs.csv")));
        assertEquals(2, reproduce("--keep", again.toString()));
        assertTrue(err.toString().contains("is not empty"), err.toString());
    }

    @Test
    void theFirstEpochAndMetricThatDifferAreNamedWithWhatHasChanged() throws IOException {
        change("epochs.csv", 1, "trainLoss");
        change("trials.csv", 0, "testLoss");
        assertEquals(1, reproduce());
        String said = out.toString();
        assertTrue(said.contains("first gru-s1, epoch 2, trainLoss: kept "), said);
        assertTrue(said.contains("  gru-s1, testLoss: kept "), said);
        assertTrue(said.contains("What has changed since:"), said);
        assertTrue(said.matches("(?s).*engine +kept  0000.*"), said);
        assertEquals(0, reproduce("rnn-s1"), () -> out + "" + err);
        assertEquals(0, reproduce("--tolerance", "1e-6"), () -> out + "" + err);
        assertTrue(out.toString().contains("every number is compared within 1.0E-6 relative."), out.toString());
        assertTrue(out.toString().contains("relative from the kept one"), out.toString());
    }

    @Test
    void ofAnotherArithmeticLossesMayDifferByAThousandthAndItIsSaid() throws IOException {
        provenance(Map.of("cpu", "c", "arithmetic", "another"));
        change("epochs.csv", 1, "trainLoss");
        assertEquals(0, reproduce("gru-s1"), () -> out + "" + err);
        assertTrue(
                out.toString().contains("The kept results tell of another arithmetic or of none: losses are compared"),
                "" + out);
        Path epochs = kept.resolve("epochs.csv");
        write(epochs, Files.readString(epochs).replaceFirst("(\"gru-s1\",\"2\",)\"[0-9.]+\"", "$1\"9.5\""));
        assertEquals(1, reproduce("gru-s1"));
        assertTrue(out.toString().contains("gru-s1, epoch 2, trainLoss: kept 9.5, now "), out.toString());
        assertTrue(out.toString().matches("(?s).*arithmetic +kept  another.*"), out.toString());
    }

    @Test
    void anotherCpuIsNoExcuse() throws IOException {
        Map<String, String> facts = new TreeMap<>(Machine.here().facts());
        facts.put("cpu", "another");
        provenance(facts);
        change("epochs.csv", 1, "trainLoss");
        assertEquals(1, reproduce("gru-s1"));
        assertTrue(
                out.toString().contains("The arithmetic is the same: every value is compared bit for bit."), "" + out);
        assertTrue(out.toString().matches("(?s).*cpu +kept  another.*"), out.toString());
    }

    @Test
    void resultsFromBeforeTheArithmeticWasToldAreReproducedWithinAThousandth() throws IOException {
        provenance(Map.of("cpu", "c", "blas", "b", "nd4j", "n"));
        change("epochs.csv", 1, "trainLoss");
        assertEquals(0, reproduce("gru-s1"), () -> out + "" + err);
        assertTrue(out.toString().contains("of another arithmetic or of none: losses are compared"), "" + out);
    }

    @Test
    void positionsLengthsAndTextsAreComparedToo() throws IOException {
        for (String table : List.of("positions.csv", "lengths.csv")) {
            String before = Files.readString(kept.resolve(table));
            change(table, 0, "loss");
            assertEquals(1, reproduce("gru-s1"), table);
            assertTrue(out.toString().contains("1 value differs"), out.toString());
            write(kept.resolve(table), before);
        }
        Path texts = Results.load(kept).trialFolder("gru-s1").resolve("hypotheses.txt");
        List<String> lines = new ArrayList<>(Files.readAllLines(texts));
        lines.set(1, "b b b b");
        Files.write(texts, lines);
        assertEquals(1, reproduce("gru-s1"));
        assertTrue(out.toString().contains("first gru-s1, hypotheses.txt, line 2: kept b b b b, now "), "" + out);
    }

    @Test
    void anotherCorpusIsToldBeforeAnythingIsTrained() throws IOException {
        Path other = Files.createDirectory(kept.resolveSibling("other"));
        Files.writeString(other.resolve("pairs.tsv"), "a b\tb a\nc a\ta c\na c\tc a\nb c\tc b\nc b\tb c\n".repeat(12));
        assertEquals(1, reproduce("--base", other.toString()), () -> out + "" + err);
        assertTrue(out.toString().contains("the corpus of rnn-s1 is another now, so nothing was trained"), "" + out);
        assertFalse(out.toString().contains("Running"), out.toString());
    }

    @Test
    void whatCannotBeRunAgainIsOneClearError() throws IOException {
        assertError("has no trial lstm-s1; expected one of rnn-s1, gru-s1", "lstm-s1");
        assertError("--workers is 0", "--workers", "0");
        assertError("--tolerance is -1.0", "--tolerance", "-1");
        assertError("is no folder", "--base", "nowhere");
        Path trials = kept.resolve("trials.csv");
        write(trials, Files.readString(trials).replace("\"ok\"", "\"killed\""));
        assertError("trial gru-s1 is killed", "gru-s1");
        assertError("no trial that ended ok or diverged");
        write(kept.resolve("plan.json"), "{\"trials\": [\"gru-s1\"]}");
        assertError("found gru-s1 among its trials");
        Files.delete(kept.resolve("plan.json"));
        assertError("holds no plan.json");
    }

    private void assertError(String part, String... arguments) {
        assertEquals(2, reproduce(arguments), out::toString);
        assertTrue(err.toString().contains(part), err.toString());
    }
}
