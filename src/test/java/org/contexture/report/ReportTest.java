package org.contexture.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.contexture.results.Tables;
import org.contexture.setting.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of whatever state results are in. */
class ReportTest {
    private static final double FAILED = Double.NaN;
    private static final double PLANNED = Double.POSITIVE_INFINITY;

    @TempDir
    private Path folder = Path.of("");

    private MadeUpSweep sweep() {
        return new MadeUpSweep(folder);
    }

    private static List<String> ids(Report report) {
        return report.sections().stream().map(Section::id).toList();
    }

    @Test
    void aFinishedSweepHasEveryPart() {
        Report report = sweep().cell("rnn", 10, 11)
                .cell("gru", 20, FAILED)
                .file(0, "sources.txt", "a\n")
                .file(0, "references.txt", "b c\n")
                .file(0, "hypotheses.txt", "b d\n")
                .file(2, "sources.txt", "a\n")
                .file(2, "references.txt", "b c\n")
                .file(2, "hypotheses.txt", "b d\n")
                .report();
        assertEquals(
                List.of(
                        "question",
                        "answer",
                        "figures",
                        "results",
                        "charts",
                        "examples",
                        "failures",
                        "method",
                        "provenance",
                        "again",
                        "settings"),
                ids(report));
        assertEquals(
                List.of(
                        "learning-curves",
                        "heat-map",
                        "main-effects",
                        "differences",
                        "loss-by-position",
                        "loss-by-length",
                        "pareto-parameters",
                        "pareto-seconds"),
                report.pictureNames());
        assertEquals("experiment made-up · run 2026-01-02 (UTC) · 3 of 4 trials ended well", report.subtitle());
    }

    @Test
    void aRunningSweepIsToldSoFar() {
        Report report = sweep().cell("rnn", 10, 11).cell("gru", 20, PLANNED).report();
        assertTrue(report.subtitle().endsWith("3 of 4 trials ended well so far"), report.subtitle());
        assertTrue(report.markdown()
                .contains("> **So far: 3 of 4 trials have ended, 1 is still open. All below may change.**"));
    }

    @Test
    void allTrialsFailedIsAReportOfFailuresWithoutCharts() {
        Report report = sweep().failed("gru", 1, "no memory")
                .failed("rnn", 1, "no luck")
                .report();
        assertEquals(List.of(), report.pictureNames());
        assertTrue(report.markdown().contains("**No trial has ended well: there is no answer.**"));
        assertTrue(
                report.markdown().contains("| gru-s1 | failed | no memory | trials/t0/log.txt |"), report.markdown());
    }

    @Test
    void withoutATrialThatHasBegunThereIsNoReport() {
        UserError error =
                assertThrows(UserError.class, () -> sweep().cell("gru", PLANNED).report());
        assertTrue(String.valueOf(error.getMessage()).contains("no trial that has begun"), error.getMessage());
    }

    @Test
    void aLoneConfigurationHasNoChartsThatCompare() {
        Report report = sweep().cell("gru", 10, 11).report();
        assertEquals(List.of("learning-curves", "loss-by-position", "loss-by-length"), report.pictureNames());
    }

    @Test
    void oneSeedConcludesNothing() {
        Report report = sweep().cell("gru", 10).cell("rnn", 11).report();
        assertTrue(report.markdown()
                .contains("> **Nothing can be concluded yet: seeds are too few for any of these comparisons.**"));
    }

    @Test
    void withoutATestSetValidationLossAnswers() {
        Report report = sweep().measures("validLoss")
                .cell("gru", 1, 2)
                .cell("rnn", 3, 4)
                .report();
        assertTrue(report.markdown().contains("**On validation loss, gru is first of 2 configurations"));
    }

    @Test
    void whatIsAskedForMustBeThere() {
        var results = sweep().cell("gru", 10).cell("rnn", 11).results();
        assertThrows(UserError.class, () -> Report.of(results, new ReportRequest("bleurt", null, List.of(), null)));
        assertThrows(UserError.class, () -> Report.of(results, new ReportRequest(null, "lstm", List.of(), null)));
        assertThrows(
                UserError.class,
                () -> Report.of(results, new ReportRequest(null, null, List.of("model.hidden"), null)));
    }

    @Test
    void publishedTablesNeedNoFolders() {
        Report report = Report.of(
                Tables.open(Path.of("results/published/cell-context-hidden")),
                new ReportRequest("exactMatch", "gru-last-hidden64", List.of("model.context"), "Contexts"));
        assertEquals("Contexts", report.title());
        assertFalse(ids(report).contains("examples"));
        assertTrue(report.markdown().contains("Over everything else, context mean gives"));
        assertFalse(report.markdown().contains("Over everything else, cell"));
        assertTrue(report.markdown().contains("contexture run experiments/cell-context-hidden.yaml"));
        assertTrue(report.markdown().contains("Differences of exact match (share of sentences) to gru-last-hidden64"));
    }

    @Test
    void theSameResultsGiveTheSameBytes() {
        sweep().cell("rnn", 10, 11).cell("gru", 20, 22).results();
        Report once = Report.of(Tables.open(folder), ReportRequest.usual());
        Report again = Report.of(Tables.open(folder), ReportRequest.usual());
        assertEquals(once.html(), again.html());
        assertEquals(once.markdown(), again.markdown());
    }

    @Test
    void aLargeSweepIsCutDownWhereItCouldNotBeRead() {
        MadeUpSweep sweep = sweep();
        for (int i = 0; i < 50; i++) {
            sweep.cell("c" + i, i, i + 1);
        }
        Report report = sweep.report();
        String page = report.markdown();
        assertTrue(page.contains("Only the 10 best of 50 configurations are shown."));
        assertTrue(
                page.contains("Only the best 40 of 50 configurations are shown; the correction counts all of them."));
        assertEquals(
                List.of("configuration", "front"),
                report.pictures().stream()
                        .filter(picture -> picture.name().equals("pareto-parameters"))
                        .findFirst()
                        .orElseThrow()
                        .chart()
                        .series(),
                "50 cells tell no dots apart");
        assertEquals(50 + 1, report.html().split("<th scope=\"row\" dir=\"auto\">c\\d+</th>", -1).length);
    }

    @Test
    void damagedProvenanceTakesNothingElseAway() throws IOException {
        sweep().cell("rnn", 10, 11)
                .cell("gru", 20, 22)
                .file(0, "provenance.json", "{ torn")
                .results();
        Files.writeString(folder.resolve("provenance.json"), "[]");
        assertTrue(
                Report.of(Tables.open(folder), ReportRequest.usual()).markdown().contains("## Provenance"));
    }
}
