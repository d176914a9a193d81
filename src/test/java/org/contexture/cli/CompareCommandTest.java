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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Comparing what an experiment really left: two cells, two contexts, six seeds each. */
class CompareCommandTest {
    private static final String SMALL =
            """
            corpus:   { task: reverse, size: 60, length: [2, 4], symbols: 5 }
            model:    { embedding: 4, hidden: 4 }
            training: { epochs: 1, batch: 16 }
            sweep:
              model.cell: [rnn, gru]
              model.context: [last, max]
            seeds: 6
            """;

    @TempDir
    private static Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void runOnce() throws IOException {
        Files.writeString(folder.resolve("small.yaml"), SMALL);
        StringWriter told = new StringWriter();
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(told, true));
        commandLine.setErr(new PrintWriter(told, true));
        assertEquals(
                0,
                commandLine.execute("run", folder.resolve("small.yaml").toString(), "--results", folder.toString()),
                told::toString);
    }

    private static String results() {
        return folder.resolve("small").toString();
    }

    private int compare(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("compare"));
        all.addAll(List.of(arguments));
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(all.toArray(String[]::new));
    }

    private List<String> lines(String... arguments) {
        assertEquals(0, compare(arguments), err::toString);
        boolean forPapers = List.of(arguments).contains("--format");
        assertEquals(forPapers, !err.toString().isEmpty(), "words go beside a table that is piped away: " + err);
        return out.toString().lines().toList();
    }

    @Test
    void everyConfigurationIsComparedWithTheFirst() {
        List<String> lines = lines(results());
        assertEquals(results() + ": every configuration against rnn-last.", lines.get(0));
        assertEquals("", lines.get(1));
        assertTrue(lines.get(2).matches("metric +cell +context +mean +difference .*"), lines.get(2));
        assertTrue(lines.get(3).matches("─+"), lines.get(3));
        assertEquals(
                4 * 3,
                lines.stream()
                        .filter(l -> l.matches("(testLoss|exactMatch|bleu) .*"))
                        .count());
        assertTrue(lines.get(16).startsWith("Too few seeds: with 3 comparisons a metric, 7 seeds"), lines.get(16));
    }

    @Test
    void theTextsThatARunKeepsGiveAPOfTheirOwn() {
        List<String> lines = lines(results(), "--metrics", "bleu,chrf", "--format", "csv");
        List<String> header = List.of(lines.get(0).split(",", -1));
        assertTrue(header.contains("p (seeds × segments)"), lines.get(0));
        for (String metric : List.of("bleu", "chrf")) {
            assertEquals(
                    3,
                    lines.stream()
                            .filter(line -> line.matches(
                                    metric + ",(rnn|gru),(last|max),.*,too few seeds to tell,[0-9.< ]+,6,.*"))
                            .count(),
                    out.toString());
        }
    }

    @Test
    void aBaselineAndAMetricMayBeChosen() {
        List<String> lines = lines(results(), "--baseline", "gru-max", "--metrics", "validLoss", "--format", "csv");
        assertEquals(5, lines.size());
        assertTrue(lines.get(4).matches("validLoss,gru,max,[0-9.]+,,,,6,.*"), lines.get(4));
        assertTrue(lines.get(1).matches("validLoss,rnn,last,[0-9.]+,[+-][0-9.]+,.*"), lines.get(1));
    }

    @Test
    void tablesForPapersHaveNothingAroundThem() {
        List<String> latex = lines(results(), "--format", "latex");
        assertEquals("\\begin{tabular}{lllrrrrrrr}", latex.get(0));
        assertEquals("\\end{tabular}", latex.get(latex.size() - 1));
        List<String> markdown = lines(results(), "--format", "markdown");
        assertTrue(markdown.stream().allMatch(line -> line.startsWith("| ") && line.endsWith(" |")), out.toString());
        List<String> csv = lines(results(), "--format", "csv");
        assertEquals(13, csv.size());
        assertFalse(out.toString().contains("−"), out.toString());
    }

    @Test
    void aSettingsEffectsAreFollowedByWhatTheyMean() {
        List<String> lines = lines(results(), "--by", "model.cell", "--metrics", "testLoss");
        assertTrue(
                lines.get(0)
                        .matches("metric +setting +value +trials +mean .*p over seeds \\(Holm\\) +95 % CI of the mean"),
                lines.get(0));
        assertTrue(lines.get(2).matches("testLoss +model.cell +rnn +12 .*"), lines.get(2));
        assertTrue(lines.get(3).matches("testLoss +model.cell +gru +12 .* 12 +[0-9.]+ +\\[[0-9., ]+]"), lines.get(3));
        assertEquals("", lines.get(4));
        assertTrue(lines.get(5).startsWith("Intervals are over pairs of trials in this grid."), lines.get(5));
        assertEquals(7, lines.size());
    }

    @Test
    void twoSettingsEffectsAreFollowedByTheirInteraction() {
        List<String> lines =
                lines(results(), "--by", "model.cell,model.context", "--metrics", "testLoss", "--format", "csv");
        assertEquals("", lines.get(5));
        assertEquals("metric,setting,value,and,value,more by,95 % CI over blocks,blocks", lines.get(6));
        assertTrue(lines.get(7).matches("testLoss,model.cell,gru,model.context,max,[+-][0-9.]+,.*,6"), lines.get(7));
        assertEquals(8, lines.size());
    }

    @Test
    void twoFoldersAreComparedConfigurationByConfiguration() {
        List<String> lines = lines(results(), results(), "--metrics", "testLoss");
        assertEquals(
                List.of("A: " + results(), "B: " + results(), "Every setting is the same.", ""), lines.subList(0, 4));
        assertTrue(lines.get(6).matches("testLoss +rnn-last +A .*"), lines.get(6));
        assertTrue(lines.get(7).matches("testLoss +rnn-last +B +[0-9.]+ +\\+0\\.0+ .*"), lines.get(7));
        assertEquals(
                8, lines.stream().filter(line -> line.startsWith("testLoss ")).count());
    }

    @Test
    void mistakesAreToldInASentence() {
        String none = folder.resolve("none").toString();
        refused("--format is pdf; expected text, markdown, latex, csv or html", results(), "--format", "pdf");
        refused(
                "--baseline is lstm; expected one of rnn-last, rnn-max, gru-last, gru-max",
                results(),
                "--baseline",
                "lstm");
        refused(
                "--by is model.hidden; expected a setting that differs between trials: model.cell, model.context",
                results(),
                "--by",
                "model.hidden");
        refused(
                "--by and --baseline are for one folder of results, but there are two.",
                results(),
                results(),
                "--by",
                "model.cell");
        refused(
                "--by and --baseline are for one folder of results, but there are two.",
                results(),
                results(),
                "--baseline",
                "gru-max");
        refused(
                "--by compares with each setting's first value, so --baseline has no use beside it.",
                results(),
                "--by",
                "model.cell",
                "--baseline",
                "gru-max");
        refused(none + " is no folder; expected an experiment's folder of results, such as results/smoke", none);
        refused(
                none + " is no folder; expected an experiment's folder of results, such as results/smoke",
                results(),
                none);
    }

    private void refused(String message, String... arguments) {
        assertEquals(2, compare(arguments), out.toString());
        assertEquals(message, err.toString().strip());
        assertEquals("", out.toString());
    }

    @Test
    void aMetricThatNobodyMeasuredIsRefusedWithThoseThereAre() {
        for (String[] more : new String[][] {{}, {results()}, {"--by", "model.cell"}}) {
            List<String> arguments = new ArrayList<>(List.of(results(), "--metrics", "rouge"));
            arguments.addAll(List.of(more));
            assertEquals(2, compare(arguments.toArray(String[]::new)));
            String expected = results() + " has no metric \"rouge\": its trials have [";
            assertTrue(err.toString().startsWith(expected), err.toString());
            assertTrue(err.toString().contains("testLoss"), err.toString());
        }
    }

    @Test
    void withoutAFolderOrWithThreeTheUsageIsShown() {
        assertEquals(2, compare());
        assertTrue(err.toString().contains("Missing required parameter: 'RESULTS'"), err.toString());
        assertEquals(2, compare("a", "b", "c"));
        assertTrue(err.toString().contains("Unmatched argument at index 3: 'c'"), err.toString());
    }

    @Test
    void helpHasExamples() {
        assertEquals(0, compare("--help"));
        assertTrue(out.toString().contains("Examples:"), out.toString());
        assertTrue(out.toString().contains("contexture compare results/smoke --baseline gru-last"), out.toString());
        assertTrue(out.toString().contains("docs/statistics.md"), out.toString());
        assertTrue(out.toString().contains("95 % t intervals"), "a percent sign is no format: " + out);
    }
}
