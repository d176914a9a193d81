package org.contexture.results;

import static org.contexture.results.SweptFolder.FAILED;
import static org.contexture.results.SweptFolder.bold;
import static org.contexture.results.SweptFolder.column;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.contexture.results.PaperTable.Format;
import org.contexture.results.SweptFolder.Configuration;
import org.contexture.setting.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A grid whose effects are known: a loss of 1 and 0.01 more a seed; an LSTM adds 0.5, a maximum takes 0.2 away, and both together
 * add another 0.1.
 */
class EffectsTableTest {
    private static final String CELL = "model.cell";
    private static final String CONTEXT = "model.context";

    private final Path folder;

    EffectsTableTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static double[] losses(boolean lstm, boolean max, int seeds) {
        return IntStream.rangeClosed(1, seeds)
                .mapToDouble(seed -> 1 + 0.01 * seed + (lstm ? 0.5 : 0) - (max ? 0.2 : 0) + (lstm && max ? 0.1 : 0))
                .toArray();
    }

    private static Configuration cell(String cell, String context, double... losses) {
        return Configuration.of(
                cell + "-" + context,
                "\"model.cell\": \"" + cell + "\", \"model.hidden\": 8, \"model.context\": \"" + context + "\"",
                losses);
    }

    private static List<Configuration> grid(int seeds) {
        return List.of(
                cell("gru", "last", losses(false, false, seeds)),
                cell("gru", "max", losses(false, true, seeds)),
                cell("lstm", "last", losses(true, false, seeds)),
                cell("lstm", "max", losses(true, true, seeds)));
    }

    private EffectsTable effects(List<Configuration> configurations, String... by) {
        Results results = new SweptFolder(folder, "testLoss", configurations).results();
        return EffectsTable.of(results, List.of(by), List.of());
    }

    /**
     * Pairs differ by 0.5 or 0.6, six times each: s = 0.05 √(12/11), and t(0.975, 11) = 2.200985 makes the interval
     * 0.55 ± 0.0332. All six seeds agree in sign: p = 2/64. A level's mean moves by 0.01 a seed: s = 0.01 √3.5, and
     * t(0.975, 5) = 2.570582 makes its interval ± 0.0196.
     */
    @Test
    void aMainEffectIsAMeanOverPairsAndItsPOverSeeds() {
        EffectsTable table = effects(grid(6), CELL);
        String expected =
                """
                metric,setting,value,trials,mean,difference,95 % CI over pairs,pairs,p over seeds (Holm),95 % CI of the mean
                testLoss,model.cell,gru,12,0.9350,,,,,"[0.9154, 0.9546]"
                testLoss,model.cell,lstm,12,1.4850,+0.5500,"[0.5168, 0.5832]",12,0.0312,"[1.4654, 1.5046]"
                """;
        assertEquals(expected, table.effects().text(Format.CSV, 0));
        assertEquals(List.of(false, true), bold(table.effects()));
        assertEquals(0, table.interactions().rows());
    }

    @Test
    void twoSettingsAreListedInTheOrderAskedForAndInteract() {
        EffectsTable table = effects(grid(6), CONTEXT, CELL);
        assertEquals(List.of("last", "max", "gru", "lstm"), column(table.effects(), "value"));
        assertEquals(List.of("", "−0.1500", "", "+0.5500"), column(table.effects(), "difference"));
        String expected =
                """
                metric,setting,value,and,value,more by,95 % CI over blocks,blocks
                testLoss,model.cell,lstm,model.context,max,+0.1000,"[0.1000, 0.1000]",6
                """;
        assertEquals(expected, table.interactions().text(Format.CSV, 0));
    }

    @Test
    void onlyInteractionsOfSettingsAskedForAreShown() {
        List<Configuration> configurations = new ArrayList<>();
        for (int hidden : new int[] {8, 16}) {
            grid(2).forEach(each -> configurations.add(
                    new Configuration(each.name() + hidden, each.settings().replace("8", "" + hidden), each.values())));
        }
        PaperTable interactions = effects(configurations, CELL, "model.hidden").interactions();
        assertEquals(List.of("model.cell"), column(interactions, "setting"));
        assertEquals(List.of("model.hidden"), column(interactions, "and"));
        assertEquals(List.of("+0.0000"), column(interactions, "more by"));
        assertEquals(List.of("4"), column(interactions, "blocks"));
        interactions = EffectsTable.of(Results.load(folder), List.of(CELL, CONTEXT), List.of())
                .interactions();
        assertEquals(List.of(CONTEXT), column(interactions, "and"));
        assertEquals(List.of("+0.1000"), column(interactions, "more by"));
    }

    /** Without the first seed of lstm-max, that seed has one pair of cells and the other seeds have two. */
    @Test
    void aFailedTrialsPairsAreLeftOutAndCounted() {
        List<Configuration> configurations = new ArrayList<>(grid(6));
        double[] last = losses(true, true, 6);
        last[0] = FAILED;
        configurations.set(3, cell("lstm", "max", last));
        EffectsTable table = effects(configurations, CELL, CONTEXT);
        assertEquals(List.of("12", "11", "12", "11"), column(table.effects(), "trials"));
        assertEquals(List.of("", "11 (1 left out)", "", "11 (1 left out)"), column(table.effects(), "pairs"));
        assertEquals(List.of("", "+0.5455", "", "−0.1545"), column(table.effects(), "difference"));
        assertEquals(List.of("", "0.0312", "", "0.0312"), column(table.effects(), "p over seeds (Holm)"));
        assertEquals(List.of("5 (1 left out)"), column(table.interactions(), "blocks"));
    }

    @Test
    void aSeedCountsOnceHoweverManyPairsItHas() {
        double[] base = losses(false, false, 6);
        double[] changed = base.clone();
        changed[0] += 0.3;
        for (int i = 1; i < 6; i++) {
            changed[i] -= 0.1;
        }
        double[] withoutFirst = changed.clone();
        withoutFirst[0] = FAILED;
        List<Configuration> configurations = List.of(
                cell("gru", "last", base),
                cell("gru", "max", base),
                cell("lstm", "last", changed),
                cell("lstm", "max", withoutFirst));
        PaperTable effects = effects(configurations, CELL).effects();
        // |0.3 − 5 · 0.1| = 0.2; the ways to sign 3, 1, 1, 1, 1, 1 with a sum of 0 are 10 of 64.
        assertEquals(List.of("", "0.8438"), column(effects, "p over seeds (Holm)"));
        assertEquals(List.of(false, false), bold(effects));
    }

    @Test
    void onlyNumbersAreAlignedToTheRightAndOnlyDifferencesAreBold() {
        EffectsTable table = effects(grid(6), CELL, CONTEXT);
        String effects = table.effects().text(Format.LATEX, 0);
        assertEquals("\\begin{tabular}{lllrrrrrrr}", effects.lines().findFirst().orElse(""));
        assertEquals(2, effects.split("textbf", -1).length - 1);
        String interactions = table.interactions().text(Format.LATEX, 0);
        assertEquals(
                "\\begin{tabular}{lllllrrr}", interactions.lines().findFirst().orElse(""));
    }

    @Test
    void levelsOfASettingShareACorrection() {
        List<Configuration> three = new ArrayList<>(grid(7).subList(0, 3));
        three.add(cell("rnn", "last", losses(true, true, 7)));
        three.remove(1);
        PaperTable effects = effects(three, CELL).effects();
        assertEquals(List.of("", "0.0312", "0.0312"), column(effects, "p over seeds (Holm)"));
    }

    @Test
    void verySmallPsAreNotPrintedAsZero() {
        PaperTable effects = effects(grid(16), CELL).effects();
        assertEquals(List.of("", "< 0.0001"), column(effects, "p over seeds (Holm)"));
    }

    @Test
    void withFewSeedsThereIsNoP() {
        PaperTable effects = effects(grid(2), CELL).effects();
        assertEquals(List.of("", "too few seeds to tell"), column(effects, "p over seeds (Holm)"));
        assertEquals(List.of(false, false), bold(effects));
    }

    @Test
    void aLevelWithoutAnyGoodTrialHasEmptyCells() {
        double[] failed = new double[2];
        Arrays.fill(failed, FAILED);
        List<Configuration> configurations = List.of(
                cell("gru", "last", 1, 2),
                cell("gru", "max", 1, 2),
                cell("lstm", "last", failed),
                cell("lstm", "max", failed));
        EffectsTable table = effects(configurations, CELL, CONTEXT);
        assertEquals(List.of("1.5000", "", "1.5000", "1.5000"), column(table.effects(), "mean"));
        assertEquals(List.of("", "", "", "+0.0000"), column(table.effects(), "difference"));
        assertEquals("0 (4 left out)", column(table.effects(), "pairs").get(1));
        assertEquals(List.of(""), column(table.interactions(), "more by"));
    }

    /** As an embedding does that is as wide as the states: model.embedding is before model.hidden in the table. */
    @Test
    void settingsThatVaryTogetherAreOneFactor() {
        List<Configuration> configurations = List.of(width(8, 1, 2), width(16, 2, 3.5));
        EffectsTable table = effects(configurations, "model.hidden");
        assertEquals(List.of("8", "16"), column(table.effects(), "value"));
        assertEquals(List.of("", "+1.2500"), column(table.effects(), "difference"));
        assertEquals(List.of("", "2"), column(table.effects(), "pairs"));
        Results results = Results.load(folder);
        PaperTable embeddings =
                EffectsTable.of(results, List.of("model.embedding"), List.of()).effects();
        assertEquals(List.of("model.embedding", "model.embedding"), column(embeddings, "setting"));
        assertEquals(
                "--by names model.embedding and model.hidden, which only vary together, so that their effects cannot be told"
                        + " apart; name one of them.",
                assertThrows(
                                UserError.class,
                                () -> EffectsTable.of(results, List.of("model.hidden", "model.embedding"), List.of()))
                        .getMessage());
    }

    private static Configuration width(int width, double... losses) {
        return Configuration.of(
                "hidden" + width, "\"model.embedding\": " + width + ", \"model.hidden\": " + width, losses);
    }

    @Test
    void anEmptyValueIsShownAsNone() {
        List<Configuration> configurations = List.of(
                Configuration.of("all", "\"corpus.testLimit\": null", 1, 2),
                Configuration.of("ten", "\"corpus.testLimit\": 10", 2, 3));
        assertEquals(
                List.of("(none)", "10"),
                column(effects(configurations, "corpus.testLimit").effects(), "value"));
    }

    @Test
    void whatIsNoFiniteNumberIsLeftOut() {
        PaperTable effects = EffectsTable.of(new OddMetrics(folder).results(), List.of(CELL), List.of("steps", "loss"))
                .effects();
        assertEquals(List.of("3", "2", "3", "1"), column(effects, "trials"));
        assertEquals(List.of("", "+1.5000", "", "+1.0000"), column(effects, "difference"));
        assertEquals(List.of("", "2 (1 left out)", "", "1 (2 left out)"), column(effects, "pairs"));
    }

    @Test
    void aSettingThatWasNotSweptIsRefusedWithThoseThatWere() {
        Throwable error = assertThrows(UserError.class, () -> effects(grid(2), "model.hidden"));
        assertEquals(
                "--by is model.hidden; expected a setting that differs between trials: model.cell, model.context",
                error.getMessage());
        List<Configuration> one = grid(2).subList(0, 1);
        error = assertThrows(UserError.class, () -> effects(one, CELL));
        assertEquals(
                "--by is model.cell; expected a setting that differs between trials: none does", error.getMessage());
    }

    @Test
    void aTrialThatHasNotBegunIsNoLevel() {
        List<Configuration> configurations = new ArrayList<>(grid(2));
        configurations.add(cell("rnn", "last", SweptFolder.PLANNED));
        assertEquals(
                List.of("gru", "lstm"), column(effects(configurations, CELL).effects(), "value"));
    }
}
