package org.contexture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import java.util.stream.Stream;
import org.contexture.experiment.ResultFolder;
import org.contexture.results.Results;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tech.tablesaw.api.Table;

/** What a user meets at the terminal: output, errors and exit codes, and that results repeat to the last byte. */
class MainTest {
    private static final String SMALL =
            """
            question: Does it run?
            corpus:   { task: reverse, size: 200, length: [2, 4], symbols: 5 }
            model:    { embedding: 8, hidden: 8 }
            training: { epochs: 2, batch: 16 }
            sweep:
              model.cell: [rnn, gru]
              model.context: [last, max]
            seeds: [1, 2]
            """;

    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    MainTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("small.yaml"), SMALL);
    }

    private int contexture(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }

    private int run(String results, String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "run",
                folder.resolve("small.yaml").toString(),
                "--results",
                folder.resolve(results).toString(),
                "--in-process")); // processes of their own are tested elsewhere
        arguments.addAll(List.of(more));
        return contexture(arguments.toArray(String[]::new));
    }

    @Test
    void aSweepLandsInTablesThatLoadInOneLine() {
        assertEquals(0, run("a"), () -> err.toString());
        Results results = Results.load(folder.resolve("a/small"));
        assertEquals(8, results.trials().rowCount());
        assertEquals(16, results.epochs().rowCount());
        assertEquals(5 * 8, results.positions().rowCount(), "four tokens and </s> at most");
        assertEquals(
                List.of("ok"), results.trials().stringColumn("state").unique().asList());
        assertTrue(out.toString().contains("Does it run?"), out.toString());
        assertTrue(out.toString().contains(" ± "), "a mean and a deviation over seeds: " + out);
        assertTrue(results.tokens("gru-max-s2").rowCount() > 40);
    }

    /** The rounds are the same again when everything is there already, and a narrow interval ends them. */
    @Test
    void seedsAreAddedToAllConfigurationsUntilIntervalsAreNarrow() throws IOException {
        Files.writeString(
                folder.resolve("small.yaml"),
                SMALL.replace(
                        "seeds: [1, 2]", "seeds: { until: { metric: testLoss, halfWidth: 0.001, min: 2, max: 5 } }"));
        assertEquals(0, run("a"), () -> err.toString());
        String first = rounds();
        assertTrue(first.matches("(?s)Seeds: with 2, .*so there will be 4\\..*but 5 seeds are the most\\.\\s*"), first);
        assertEquals(4 * 5, Results.load(folder.resolve("a/small")).trials().rowCount());
        assertEquals(0, run("a"));
        assertEquals(first, rounds());
        Files.writeString(
                folder.resolve("small.yaml"),
                SMALL.replace("seeds: [1, 2]", "seeds: { until: { metric: testLoss, halfWidth: 90, max: 5 } }"));
        assertEquals(0, run("b"));
        assertEquals(4 * 3, Results.load(folder.resolve("b/small")).trials().rowCount());
        assertTrue(rounds().contains("; 90.0 is asked for."), out.toString());
    }

    private Path trial(String id) {
        return Results.load(folder.resolve("a/small")).trialFolder(id);
    }

    private String rounds() {
        return out.toString().lines().filter(line -> line.startsWith("Seeds:")).reduce("", (a, b) -> a + b + "\n");
    }

    /** Loss by token, by position and in all, and exact match from the text files, are the same facts. */
    @Test
    void whatATrialKeepsAgreesWithItsMetrics() throws IOException {
        assertEquals(0, run("a"));
        Results results = Results.load(folder.resolve("a/small"));
        Table trial =
                results.trials().where(results.trials().stringColumn("trial").isEqualTo("gru-last-s1"));
        double testLoss = trial.doubleColumn("testLoss").get(0);
        Table positions = results.positions()
                .where(results.positions().stringColumn("trial").isEqualTo("gru-last-s1"));
        double sum = 0, tokens = 0;
        for (int row = 0; row < positions.rowCount(); row++) {
            assertEquals(row + 1, positions.longColumn("position").get(row));
            sum += positions.longColumn("tokens").get(row)
                    * positions.doubleColumn("loss").get(row);
            tokens += positions.longColumn("tokens").get(row);
        }
        assertEquals(testLoss, sum / tokens, 1e-9);
        Table each = results.tokens("gru-last-s1");
        assertEquals(tokens, each.rowCount());
        assertEquals(1, each.numberColumn("position").min(), "positions count from 1");
        assertEquals(1, each.numberColumn("sentence").min(), "sentences count from 1");
        assertEquals(testLoss, each.doubleColumn("loss").mean(), 1e-9);
        checkLengths(results, testLoss, tokens);
        Path files = results.trialFolder("gru-last-s1");
        List<String> hypotheses = Files.readAllLines(files.resolve("hypotheses.txt"));
        List<String> references = Files.readAllLines(files.resolve("references.txt"));
        assertEquals(20, hypotheses.size(), "a tenth of 200 pairs is the test set");
        assertEquals(20, Files.readAllLines(files.resolve("sources.txt")).size());
        long exact = java.util.stream.IntStream.range(0, 20)
                .filter(k -> hypotheses.get(k).equals(references.get(k)))
                .count();
        assertEquals(exact / 20.0, trial.doubleColumn("exactMatch").get(0), 1e-12);
        assertTrue(Files.readString(files.resolve("log.txt")).contains("validLoss"));
    }

    @Test
    void aSecondRunWithOtherWorkersGivesTheSameBytes() throws IOException {
        assertEquals(0, run("one", "--workers", "1"));
        assertEquals(0, run("three", "--workers", "3"));
        assertEquals(contents("one/small"), contents("three/small"));
    }

    /** All files but those that hold wall-clock values. */
    private Map<String, String> contents(String name) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        Path root = folder.resolve(name);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String relative = root.relativize(file).toString();
                if (!relative.contains("timings")
                        && !relative.contains("provenance")
                        && !List.of(".owner", "status.json").contains(relative)) {
                    contents.put(relative, Files.readString(file));
                }
            }
        }
        assertTrue(contents.size() > 8 * 7, contents.keySet().toString());
        return contents;
    }

    @Test
    void theDearestTrialStartsFirstWhateverTheFilesOrder() throws IOException {
        Files.writeString(
                folder.resolve("small.yaml"),
                SMALL.replaceFirst("(?s)sweep:.*", "sweep: { model.hidden: [4, 16, 8] }\n"));
        assertEquals(0, run("a", "--workers", "1"), err::toString);
        List<String> ended =
                out.toString().lines().filter(line -> line.contains("  ok  ")).toList();
        assertEquals(3, ended.size(), out.toString());
        assertTrue(ended.get(0).contains("hidden16"), ended.get(0));
        assertTrue(ended.get(1).contains("hidden8"), ended.get(1));
        assertTrue(ended.get(2).contains("hidden4"), ended.get(2));
    }

    @Test
    void finishedTrialsAreKeptAndOnlyMissingOnesRun() throws IOException {
        assertEquals(0, run("a", "--workers", "1"));
        Path kept = trial("gru-last-s1").resolve("outcome.json");
        Path missing = trial("gru-last-s2").resolve("outcome.json");
        String expected = Files.readString(missing);
        Object before = Files.getLastModifiedTime(kept);
        Files.delete(missing);
        assertEquals(0, run("a", "--workers", "1"));
        assertTrue(out.toString().contains("7 that ended before are kept"), out.toString());
        assertEquals(expected, Files.readString(missing));
        assertEquals(before, Files.getLastModifiedTime(kept));
    }

    @Test
    void resultsOfOtherSettingsAreNeverOverwrittenOrReused() throws IOException {
        assertEquals(0, run("a"));
        Path old = trial("gru-last-s1");
        String metrics = Files.readString(old.resolve("metrics.jsonl"));
        Files.writeString(folder.resolve("small.yaml"), SMALL.replace("epochs: 2", "epochs: 3"));
        assertEquals(0, run("a"));
        assertTrue(
                out.toString()
                        .contains(
                                "Not reused: results of 8 trials of the same name, because training.epochs was 2 and is 3;"),
                out.toString());
        assertEquals(24, Results.load(folder.resolve("a/small")).epochs().rowCount());
        assertNotEquals(old, trial("gru-last-s1"));
        assertEquals(metrics, Files.readString(old.resolve("metrics.jsonl")));
    }

    @Test
    void resultsOfAnotherCorpusAreNeverTakenForThese() throws IOException {
        Path pairs = folder.resolve("pairs.tsv");
        Files.writeString(pairs, "a b\tb a\nc d\td c\na c\tc a\n".repeat(4));
        Files.writeString(
                folder.resolve("small.yaml"),
                SMALL.replaceFirst("corpus:.*", "corpus: { train: { pairs: pairs.tsv }, valid: none }"));
        assertEquals(0, run("a"), err::toString);
        assertTrue(out.toString().contains("corpus.test: none"), out.toString());
        Files.writeString(pairs, "b b\tb b\n", java.nio.file.StandardOpenOption.APPEND);
        assertEquals(0, run("a"));
        assertTrue(out.toString().contains("because the sentence pairs are others"), out.toString());
    }

    @Test
    void aFailedTrialIsRunAgainIfThatIsAskedFor() throws IOException {
        assertEquals(0, run("a"));
        Path outcome = trial("rnn-max-s1").resolve("outcome.json");
        String ok = Files.readString(outcome);
        Files.writeString(outcome, "{\"state\": \"failed\", \"message\": \"a full disk\", \"metrics\": {}}");
        assertEquals(1, run("a"));
        assertTrue(out.toString().contains("(to run them again: --retry 'failed')"), out.toString());
        assertEquals(1, run("a", "--retry", "timeout,killed"));
        assertEquals(0, run("a", "--retry", "failed"));
        assertEquals(ok, Files.readString(outcome));
        assertTrue(out.toString().contains("7 that ended before are kept"), out.toString());
    }

    @Test
    void aModelThatDivergesInItsLastStepIsNotOk() throws IOException {
        Files.writeString(
                folder.resolve("small.yaml"),
                """
                corpus:   { task: reverse, size: 60, length: [2, 4], symbols: 5, valid: none }
                model:    { cell: rnn, feed: [output], embedding: 64, hidden: 64 }
                training: { epochs: 1, batch: 16, optimizer: sgd, clip: 0, momentum: 1, learningRate: 1.0e+6 }
                """);
        assertEquals(1, run("a"));
        assertEquals(
                "diverged",
                Results.load(folder.resolve("a/small"))
                        .trials()
                        .stringColumn("state")
                        .get(0));
    }

    /** A trial whose folder cannot be made is told; the others end and the tables are written. */
    @Test
    void aTrialThatCannotWriteDoesNotEndTheSweep() throws IOException {
        assertEquals(0, run("a"));
        String name = String.valueOf(trial("gru-last-s2").getFileName());
        Files.move(folder.resolve("a"), folder.resolve("elsewhere"));
        Files.createDirectories(folder.resolve("a/small/trials"));
        Files.writeString(folder.resolve("a/small/trials").resolve(name), "a file where a folder should be");
        assertEquals(1, run("a", "--workers", "2"), err::toString);
        assertTrue(out.toString().contains("Open:    1 unfinished, such as gru-last-s2"), out.toString());
        assertEquals(
                7,
                Results.load(folder.resolve("a/small"))
                        .trials()
                        .stringColumn("state")
                        .countOccurrences("ok"));
    }

    @Test
    void twoRunsNeverShareAFolder() {
        try (ResultFolder first = ResultFolder.take(folder.resolve("a/small"))) {
            assertEquals(2, run("a"));
            assertTrue(err.toString().contains("in use by another run"), err.toString());
            assertFalse(Files.exists(first.trials()));
        }
        assertEquals(0, run("a"));
    }

    @Test
    void trialsThatTheFileNoLongerHasAreTold() throws IOException {
        assertEquals(0, run("a"));
        Files.writeString(folder.resolve("small.yaml"), SMALL.replace("[1, 2]", "[1]"));
        assertEquals(0, run("a"));
        assertTrue(out.toString().contains("4 trials there are not in this plan"), out.toString());
    }

    @Test
    void aDivergedTrialIsARowAndTheOthersGoOn() throws IOException {
        Files.writeString(
                folder.resolve("small.yaml"),
                SMALL.replace("batch: 16", "batch: 16, optimizer: sgd, clip: 0")
                        .replace("  model.cell: [rnn, gru]", "  training.learningRate: [0.1, 1.0e+6]"));
        assertEquals(1, run("a"));
        Results results = Results.load(folder.resolve("a/small"));
        assertEquals(4, results.trials().stringColumn("state").countOccurrences("ok"));
        assertEquals(4, results.trials().stringColumn("state").countOccurrences("diverged"));
        assertTrue(results.trials().stringColumn("message").asList().stream()
                .anyMatch(m -> m.startsWith("diverged at step ")));
        assertTrue(out.toString().contains("log.txt"), out.toString());
    }

    @Test
    void theFirstBadEndStopsARunThatShouldFailFast() throws IOException {
        Files.writeString(
                folder.resolve("small.yaml"),
                SMALL.replace("batch: 16", "batch: 16, optimizer: sgd, clip: 0")
                        .replace("  model.cell: [rnn, gru]", "  training.learningRate: [1.0e+6, 0.1]"));
        assertEquals(1, run("a", "--fail-fast", "--workers", "1"), err::toString);
        Table trials = Results.load(folder.resolve("a/small")).trials();
        assertEquals(1, trials.stringColumn("state").countOccurrences("diverged"), out::toString);
        assertEquals(7, trials.stringColumn("state").countOccurrences("planned"), out::toString);
        assertTrue(out.toString().contains("Open:    7 unfinished"), out::toString);
    }

    @Test
    void limitsThatCannotBeAreToldBeforeAnythingRuns() {
        assertEquals(2, run("a", "--timeout", "30m"));
        assertTrue(err.toString().contains("expected them without --in-process"), err::toString);
        assertEquals(2, run("a", "--checkpoint", "soon"));
        assertTrue(err.toString().contains("found 'soon'; expected a time such as 90s, 30m, 2h or 1d"), err::toString);
        assertEquals(2, contexture("run", folder.resolve("small.yaml").toString(), "--memory", "100m"));
        assertTrue(err.toString().contains("expected at least 256m"), err::toString);
        assertEquals(2, run("a", "--retry", "faild"));
        assertTrue(err.toString().contains("--retry: found 'faild'; expected some of diverged, failed"), err::toString);
        assertFalse(Files.exists(folder.resolve("a")), "nothing was started");
    }

    @Test
    void tablesThatDifferFromTheExpectedOnesFailTheRun() throws IOException {
        assertEquals(0, run("a"));
        assertEquals(0, run("b", "--expect", folder.resolve("a/small").toString()), err::toString);
        Path trials = folder.resolve("a/small/trials.csv");
        String text = Files.readString(trials);
        int digit = text.indexOf("\"ok\"");
        Files.writeString(
                trials, text.substring(0, digit) + text.substring(digit).replaceFirst("\"0\\.\\d", "\"0.0"));
        assertEquals(1, run("b", "--expect", folder.resolve("a/small").toString()), out.toString());
    }

    @Test
    void aMistakeInTheFileIsOneLineWithItsPlaceAndNoStackTrace() throws IOException {
        Files.writeString(folder.resolve("small.yaml"), SMALL.replace("hidden: 8", "hiden: 8"));
        assertEquals(2, run("a"));
        assertTrue(err.toString().contains("small.yaml:3:"), err.toString());
        assertTrue(err.toString().contains("hidden"), err.toString());
        assertFalse(err.toString().contains("\tat "), err.toString());
        assertEquals(2, run("a", "--verbose"));
        assertTrue(err.toString().contains("\tat org.contexture"), err.toString());
    }

    @Test
    void missingFilesAndWrongOptionsAreWrongUsage() {
        assertEquals(2, contexture("run", folder.resolve("absent.yaml").toString()));
        assertTrue(err.toString().contains("absent.yaml"), err.toString());
        assertEquals(2, contexture());
        assertEquals(2, contexture("run"));
        assertEquals(2, contexture("rum"));
        assertEquals(2, run("a", "--workers", "0"));
        assertFalse(Files.exists(folder.resolve("a")), "nothing was started");
    }

    @Test
    void resultsThatCannotBeWrittenAreToldInOneSentence() throws IOException {
        Files.writeString(folder.resolve("a"), "a file where a folder should be");
        assertEquals(2, run("a"));
        assertTrue(err.toString().contains("cannot be written"), err.toString());
        assertTrue(err.toString().contains("--results DIR"), err.toString());
    }

    private static void checkLengths(Results results, double testLoss, double tokens) {
        Table lengths =
                results.lengths().where(results.lengths().stringColumn("trial").isEqualTo("gru-last-s1"));
        assertEquals(List.of(2L, 3L, 4L), lengths.longColumn("length").asList());
        assertEquals(20, lengths.longColumn("sentences").sum());
        assertEquals(tokens, lengths.longColumn("tokens").sum());
        double sum = 0;
        for (int row = 0; row < lengths.rowCount(); row++) {
            // A reversed string is as long as its source, and </s> follows.
            assertEquals(
                    lengths.longColumn("sentences").getLong(row)
                            * (lengths.longColumn("length").getLong(row) + 1),
                    lengths.longColumn("tokens").getLong(row));
            sum += lengths.longColumn("tokens").getLong(row)
                    * lengths.doubleColumn("loss").getDouble(row);
        }
        assertEquals(testLoss, sum / tokens, 1e-9);
    }

    @Test
    void helpShowsExamplesAndExitCodes() {
        assertEquals(0, contexture("--help"));
        assertTrue(out.toString().contains("contexture run experiments/smoke.yaml"));
        assertTrue(out.toString().contains("Exit codes"));
        assertEquals(0, contexture("run", "--help"));
        assertTrue(out.toString().contains("--results"));
        assertEquals(0, contexture("--version"));
        assertTrue(out.toString().startsWith("Contexture "));
    }

    @Test
    void aBenchmarkPrintsOneJsonLineForEachModel() {
        assertEquals(
                0,
                contexture(
                        "bench",
                        "--cells=rnn,gru",
                        "--contexts=last",
                        "--hiddens=4",
                        "--batch=4",
                        "--vocabulary=20",
                        "--seconds=0.01"),
                () -> err.toString());
        List<String> lines = out.toString().lines().toList();
        assertEquals(2, lines.size());
        assertTrue(
                lines.get(1).startsWith("{\"cell\":\"gru\",\"context\":\"last\",\"hidden\":4,\"tokens_per_second\":"));
        assertTrue(lines.get(1).contains("\"bound_share\":"));
        assertTrue(lines.get(1).contains("\"product_share\":0."), lines.get(1));
    }

    @Test
    void aBenchmarkOfDecodingCountsSentences() {
        String[] small = {"--cells=rnn", "--contexts=last", "--hiddens=4", "--vocabulary=20"};
        assertEquals(0, contexture("bench", "--decode", small[0], small[1], small[2], small[3]), () -> err.toString());
        assertTrue(out.toString().contains("\"sentences_per_second\":"), out.toString());
        assertTrue(out.toString().contains("\"bound_share\":"), out.toString());
        assertTrue(out.toString().contains("\"product_share\":0."), out.toString());
    }

    @Test
    void aBenchmarkRefusesWhatItCannotDo() {
        assertEquals(2, contexture("bench", "--cells=gruu"));
        assertTrue(err.toString().contains("gruu"), err::toString);
        assertEquals(2, contexture("bench", "--vocabulary=3"));
        assertTrue(err.toString().contains("--vocabulary is 3; expected at least 5"), err::toString);
    }

    @Test
    void noExampleIsWiderThanATerminal() {
        assertEquals(List.of(), tooWide(Main.commandLine()));
    }

    private static List<String> tooWide(CommandLine command) {
        List<String> wide = new ArrayList<>(
                Stream.of(command.getCommandSpec().usageMessage().footer())
                        .filter(line -> line.replace("%%", "%").length() > 80)
                        .toList());
        command.getSubcommands().values().forEach(sub -> wide.addAll(tooWide(sub)));
        return wide;
    }
}
