package org.contexture.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contexture.results.Results;
import org.contexture.results.SettingEffects;
import org.contexture.results.SweptDesign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report concludes, and that it concludes no more than the numbers allow. */
class AnswerTest {
    private static final double FAILED = Double.NaN;

    @TempDir
    private Path folder = Path.of("");

    private MadeUpSweep sweep() {
        return new MadeUpSweep(folder);
    }

    private static Answer answer(MadeUpSweep sweep, String metric) {
        Results results = sweep.results();
        return new Answer(
                Standings.of(results, metric),
                SettingEffects.of(SweptDesign.of(results.trials(), List.of()).design(metric)));
    }

    /** With the blanks that must not break as plain ones. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static String first(MadeUpSweep sweep) {
        return plain(answer(sweep, "bleu").first());
    }

    @Test
    void aDifferenceThatSeedsDoNotExplainIsToldWithItsIntervalAndP() {
        String sentence =
                first(sweep().cell("rnn", 10, 12, 11, 13, 12, 10, 11, 13).cell("gru", 20, 23, 20, 24, 22, 21, 21, 23));
        assertEquals(
                "On BLEU, gru is first of 2 configurations: 21.8 (95 % CI 20.5 to 23.0 over 8 seeds), 10.25 more than the "
                        + "runner-up rnn (95 % CI 9.66 to 10.84 over 8 seeds). Seeds do not explain that difference (p = 0.0078).",
                sentence);
    }

    @Test
    void aDifferenceThatSeedsMayExplainIsNoDifference() {
        String sentence =
                first(sweep().cell("rnn", 10, 22, 10, 22, 10, 22, 10, 22).cell("gru", 21, 12, 21, 12, 21, 12, 21, 12));
        assertTrue(sentence.contains("Seeds may explain that difference (p = "), sentence);
        assertTrue(sentence.endsWith("): the two cannot be told apart."), sentence);
    }

    @Test
    void tooFewSeedsConcludeNothingAndTheReportSaysHowManyWould() {
        Answer answer = answer(sweep().cell("rnn", 10, 11, 12).cell("gru", 20, 21, 22), "bleu");
        assertTrue(
                answer.first()
                        .endsWith("This order may be chance: 3 seeds are too few to tell which of the two is better; "
                                + "6 would be the fewest."),
                answer.first());
        assertTrue(answer.concludesNothing());
        assertTrue(plain(answer.settings().get(0)).endsWith(", too few to tell, 6 would be the fewest)."));
    }

    @Test
    void theBestOfSeveralDiffersFromEachOfTheOthers() {
        MadeUpSweep sweep = sweep().cell("rnn", 10, 11, 10, 11, 10, 11, 10, 11)
                .cell("gru", 20, 22, 20, 22, 20, 22, 20, 22)
                .cell("lstm", 30, 33, 30, 33, 30, 33, 30, 33);
        assertTrue(
                first(sweep)
                        .endsWith(
                                "Seeds do not explain that it is first: it differs from each of the 2 others (largest p = 0.0078)."),
                first(sweep));
        sweep.cell("slstm", 33, 29, 33, 29, 33, 29, 33, 29);
        assertTrue(
                first(sweep).contains("Seeds may explain that it is first: it cannot be told apart from slstm (p = "),
                first(sweep));
    }

    @Test
    void oneOtherWithTooFewSeedsIsEnoughToConcludeNothing() {
        MadeUpSweep sweep = sweep().cell("gru", 20, 22, 20, 22, 20, 22, 20, 22)
                .cell("lstm", 30, 33, 30, 33, 30, 33, 30, 33)
                .cell("rnn", 10, 11, 12);
        assertTrue(
                first(sweep)
                        .endsWith(
                                "This order may be chance: 3 seeds are too few to tell which is best; 6 would be the fewest."),
                first(sweep));
        sweep.cell("odd", FAILED, FAILED, FAILED, FAILED, FAILED, FAILED, FAILED, FAILED, 1);
        assertTrue(
                first(sweep).endsWith("It has no seed in common with odd, so which is best cannot be told."),
                first(sweep));
    }

    @Test
    void lessIsBetterWhereItIs() {
        MadeUpSweep sweep = sweep().measures("testLoss").cell("rnn", 0.5, 0.7).cell("gru", 0.25, 0.35);
        assertTrue(
                plain(answer(sweep, "testLoss").first())
                        .startsWith("On test loss, gru is first of 2 configurations: 0.30 (95 % CI"),
                answer(sweep, "testLoss").first());
        assertTrue(plain(answer(sweep, "testLoss").first()).contains("0.30 less than the runner-up rnn"));
    }

    @Test
    void aTieIsATie() {
        String sentence = first(sweep().cell("rnn", 10, 11).cell("gru", 10, 11));
        assertTrue(sentence.contains("as much as the runner-up"), sentence);
    }

    @Test
    void aDifferenceThatRoundsToNothingIsWrittenWhole() {
        String sentence = first(sweep().cell("rnn", 10, 20, 10).cell("gru", 20, 10, 10.01));
        assertTrue(sentence.contains(", 0.0 more than the runner-up rnn"), sentence);
    }

    @Test
    void withoutACommonSeedNothingIsCompared() {
        String sentence = first(sweep().cell("rnn", 10, FAILED).cell("gru", FAILED, 20));
        assertEquals(
                "On BLEU, gru is first of 2 configurations: 20.0 (1 seed), before rnn, with which it has no seed in common: "
                        + "they cannot be compared.",
                sentence);
    }

    @Test
    void aLoneConfigurationHasNothingToBeComparedWith() {
        assertEquals(
                "The only configuration, gru, has BLEU 20.0 (1 seed); there is nothing to compare it with, and one seed does not "
                        + "tell how far seeds scatter.",
                first(sweep().cell("gru", 20)));
        assertTrue(first(new MadeUpSweep(folder.resolve("b")).cell("gru", 20, 22))
                .endsWith("over 2 seeds); there is nothing to compare it with."));
    }

    @Test
    void withoutATrialThatEndedWellThereIsNoAnswer() {
        Results results = sweep().cell("gru", FAILED).cell("rnn", 1).results();
        assertEquals(
                "No trial has ended well: there is no answer.",
                new Answer(new Standings(Standings.of(results, "bleu").measure(), List.of()), List.of()).first());
    }

    @Test
    void eachSettingIsToldOverAllOthers() {
        MadeUpSweep sweep = sweep();
        for (String cell : List.of("rnn", "gru")) {
            for (String context : List.of("last", "max")) {
                double[] values = new double[8];
                for (int seed = 0; seed < 8; seed++) {
                    values[seed] =
                            10 + (cell.equals("gru") ? 5 : 0) + (context.equals("max") ? seed % 2 == 0 ? 1 : -1 : 0);
                }
                sweep.configuration(Map.of("model.cell", cell, "model.context", context), cell + "-" + context, values);
            }
        }
        Answer answer = answer(sweep, "bleu");
        assertEquals(
                Set.of(
                        "Over everything else, cell gru gives +5.00 BLEU over rnn (95 % CI 5.00 to 5.00 over 8 seeds, p = 0.0078).",
                        "Over everything else, context max gives 0.00 BLEU over last (95 % CI −0.89 to 0.89 over 8 seeds, not "
                                + "significant, p = 1)."),
                answer.settings().stream().map(AnswerTest::plain).collect(Collectors.toSet()));
        assertFalse(answer.concludesNothing());
    }

    @Test
    void settingsThatOnlyVaryTogetherWithOthersHaveNoEffectOfTheirOwn() {
        MadeUpSweep sweep = sweep().configuration(Map.of("model.cell", "rnn", "model.hidden", 1), "a", 1, 2)
                .configuration(Map.of("model.cell", "gru", "model.hidden", 2), "b", 3, 4)
                .configuration(Map.of("model.cell", "gru", "model.hidden", 3), "c", 5, 6);
        assertTrue(
                answer(sweep, "bleu")
                        .settings()
                        .contains("cell: no two trials differ in it alone, so its effect cannot be told."),
                answer(sweep, "bleu").settings().toString());
    }
}
