package org.contexture.results;

import static org.contexture.results.SweptFolder.Configuration.cell;
import static org.contexture.results.SweptFolder.FAILED;
import static org.contexture.results.SweptFolder.PLANNED;
import static org.contexture.results.SweptFolder.bold;
import static org.contexture.results.SweptFolder.column;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.contexture.experiment.Trial;
import org.contexture.metrics.Metric;
import org.contexture.metrics.MetricKind;
import org.contexture.metrics.PairedTest;
import org.contexture.metrics.References;
import org.contexture.metrics.Resampling;
import org.contexture.metrics.Scorer;
import org.contexture.results.PaperTable.Format;
import org.contexture.results.SweptFolder.Configuration;
import org.contexture.setting.UserError;
import org.contexture.statistics.ReplicatedRandomization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final double[] GRU = {1.0, 1.2, 0.9, 1.1, 1.3, 1.05};
    private static final double[] LSTM = {0.9, 1.0, 0.75, 1.05, 1.0, 1.07};
    private static final String P = "p (Holm)";
    private static final String TEXT_P = "p (seeds × segments)";

    private final Path folder;

    ComparisonTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Results results(Configuration... configurations) {
        return results("x", configurations);
    }

    private Results results(String name, Configuration... configurations) {
        return new SweptFolder(folder.resolve(name), "testLoss", List.of(configurations)).results();
    }

    private Comparison within(Configuration... configurations) {
        return Comparison.within(results(configurations), null, List.of());
    }

    private static double[] plus(double[] values, double... differences) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] + differences[i])
                .toArray();
    }

    @Test
    void theTerminalShowsTheReferenceBesideTheOthers() {
        Comparison comparison =
                within(cell("gru", GRU), cell("lstm", plus(GRU, -0.1, -0.2, -0.15, -0.05, -0.3, -0.02)));
        String expected =
                """
                metric    cell  mean  difference   95 % CI of it  p (Holm)  seeds  95 % CI of the mean
                ──────────────────────────────────────────────────────────────────────────────────────
                testLoss  gru   1.09                                            6         [0.94, 1.24]
                testLoss  lstm  0.96      −0.14*  [−0.25, −0.03]    0.0312      6         [0.84, 1.07]
                """;
        assertEquals(expected, comparison.table().text(Format.TEXT, 200));
        assertEquals(List.of(folder.resolve("x") + ": every configuration against gru."), comparison.sentences());
        assertEquals(List.of(), comparison.notes());
        assertEquals(List.of(false, true), bold(comparison.table()));
    }

    /**
     * Differences −0.10, −0.20, −0.15, −0.05, −0.30 and +0.02. Only with all signs equal is |Σ| as large or larger than theirs,
     * or with their own signs: 4 ways of 64.
     */
    @Test
    void differencesAreTakenSeedBySeed() {
        PaperTable table = within(cell("gru", GRU), cell("lstm", LSTM)).table();
        SummaryStatistics differences = new SummaryStatistics();
        IntStream.range(0, 6).forEach(i -> differences.addValue(LSTM[i] - GRU[i]));
        double half = new TDistribution(5).inverseCumulativeProbability(0.975)
                * differences.getStandardDeviation()
                / Math.sqrt(6);
        assertEquals(List.of("", "−0.13"), column(table, "difference"));
        assertEquals(
                "[" + two(differences.getMean() - half) + ", " + two(differences.getMean() + half) + "]",
                column(table, "95 % CI of it").get(1));
        assertEquals(List.of("", "0.0625"), column(table, P));
        assertEquals(List.of(false, false), bold(table));
    }

    private static String two(double x) {
        return String.format(Locale.ROOT, "%.2f", x).replace('-', '−');
    }

    @Test
    void anotherBaselineTurnsTheSignRound() {
        Results results = results(cell("gru", GRU), cell("lstm", LSTM));
        Comparison comparison = Comparison.within(results, "lstm", List.of("testLoss"));
        assertEquals(List.of("+0.13", ""), column(comparison.table(), "difference"));
        assertEquals(List.of(folder.resolve("x") + ": every configuration against lstm."), comparison.sentences());
        Throwable error = assertThrows(UserError.class, () -> Comparison.within(results, "rnn", List.of()));
        assertEquals("--baseline is rnn; expected one of gru, lstm", error.getMessage());
    }

    @Test
    void failedAndMissingSeedsAreLeftOutOfBothSides() {
        PaperTable table = within(
                        cell("gru", 1, FAILED, 3, 4, 5, 6, 7, 8), cell("lstm", 2.5, 9, FAILED, 5, 6, 7, PLANNED, 9.5))
                .table();
        assertEquals(List.of("7", "6 (5 in common)"), column(table, "seeds"));
        assertEquals(List.of("4.9", "6.5"), column(table, "mean"));
        assertEquals(List.of("", "+1.2"), column(table, "difference"));
        assertEquals(List.of("", "too few seeds to tell"), column(table, P));
    }

    @Test
    void comparisonsOfAMetricAreCorrectedTogether() {
        double[] base = {1, 2, 3, 4, 5, 6, 7};
        PaperTable table = within(
                        cell("gru", base),
                        cell("lstm", plus(base, 1, 1, 1, 1, 1, 1, 1.5)),
                        cell("rnn", plus(base, 1, 1, 1, 1, -0.5, 1, 1)),
                        cell("x", plus(base, 1, 1, 1, -1, 1, -1, 1)))
                .table();
        // p = 2/128, 4/128 and 58/128, of 3, 2 and 1 hypotheses that are left.
        assertEquals(List.of("", "0.0469", "0.0625", "0.4531"), column(table, P));
        assertEquals(List.of(false, true, false, false), bold(table));
    }

    @Test
    void eachMetricIsAFamilyOfItsOwn() {
        TrialFolders folders = new TrialFolders(folder, ids());
        for (int seed = 1; seed <= 6; seed++) {
            folders.begun("a" + seed, "a", seed, "\"model.cell\": \"gru\"")
                    .ended("a" + seed, "ok", "\"testLoss\": " + seed + ", \"exactMatch\": 0.5")
                    .begun("b" + seed, "b", seed, "\"model.cell\": \"rnn\"")
                    .ended("b" + seed, "ok", "\"testLoss\": " + 2 * seed + ", \"exactMatch\": 0.25");
        }
        PaperTable table =
                Comparison.within(Tables.write(folder), null, List.of()).table();
        assertEquals(List.of("testLoss", "testLoss", "exactMatch", "exactMatch"), column(table, "metric"));
        assertEquals(List.of("", "0.0312", "", "0.0312"), column(table, P));
        assertEquals(List.of("", "+3.5", "", "−0.250"), column(table, "difference"));
    }

    private static String[] ids() {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(i -> i <= 6 ? "a" + i : "b" + (i - 6))
                .toArray(String[]::new);
    }

    @Test
    void theNoteSaysHowManySeedsWouldDo() {
        assertEquals(
                List.of(fewSeeds("1 comparison", 6)),
                within(cell("gru", 1, 2), cell("lstm", 2, 4)).notes());
        Configuration[] three = {cell("gru", GRU), cell("lstm", LSTM), cell("rnn", LSTM)};
        Comparison comparison = within(three);
        assertEquals(List.of(fewSeeds("2 comparisons", 7)), comparison.notes());
        assertEquals(List.of("", "too few seeds to tell", "too few seeds to tell"), column(comparison.table(), P));
        Configuration[] five = {cell("a", 1, 2), cell("b", 1, 2), cell("c", 1, 2), cell("d", 1, 2), cell("e", 1, 2)};
        assertEquals(List.of(fewSeeds("4 comparisons", 8)), within(five).notes());
    }

    private static String fewSeeds(String comparisons, int seeds) {
        return "Too few seeds: with " + comparisons + " a metric, " + seeds
                + " seeds in common are the fewest that can tell.";
    }

    @Test
    void withoutASeedInCommonThereIsNoDifferenceAndANoteSaysSo() {
        Comparison comparison = within(cell("gru", 1, FAILED), cell("lstm", FAILED, 2));
        assertEquals(List.of("", ""), column(comparison.table(), "difference"));
        assertEquals(List.of("", ""), column(comparison.table(), "95 % CI of it"));
        assertEquals(List.of("1.000", "2.000"), column(comparison.table(), "mean"));
        assertEquals(
                List.of(
                        "Nothing to compare: no two of these configurations have a seed in common that ended well in both."),
                comparison.notes());
    }

    @Test
    void aConfigurationThatOnlyFailedHasEmptyCells() {
        PaperTable table =
                within(cell("gru", 1, 2), cell("lstm", FAILED, FAILED)).table();
        assertEquals(List.of("1.50", ""), column(table, "mean"));
        assertEquals(List.of("2", "0"), column(table, "seeds"));
        assertEquals("", column(table, "95 % CI of the mean").get(1));
    }

    @Test
    void numbersHaveTwoDigitsOfTheSmallestDeviation() {
        PaperTable table =
                within(cell("gru", 1.0001, 1.0003), cell("lstm", 2, 3)).table();
        assertEquals(List.of("1.00020", "2.50000"), column(table, "mean"));
        table = within(cell("gru", 100, 150), cell("lstm", 200, 300)).table();
        assertEquals(List.of("125", "250"), column(table, "mean"));
        table = within(cell("gru", 1, 1.00000001)).table();
        assertEquals(List.of("1.000000"), column(table, "mean"));
    }

    @Test
    void aSingleConfigurationIsShownByItsName() {
        assertEquals(List.of("gru"), column(within(cell("gru", 1, 2)).table(), "configuration"));
    }

    @Test
    void whatIsNoFiniteNumberIsLeftOut() {
        Results results = new OddMetrics(folder).results();
        PaperTable table =
                Comparison.within(results, null, List.of("steps", "loss")).table();
        assertEquals(List.of("3", "2", "3", "1"), column(table, "seeds"));
        assertEquals(List.of("", "+1.5", "", "+1.0"), column(table, "difference"));
    }

    /** A reader would subtract the means, and find another difference. */
    @Test
    void rowsOfOtherSeedsAreRemarkedOn() {
        TrialFolders folders = new TrialFolders(folder, "a1", "a2", "b1");
        folders.begun("a1", "a", 1, "").ended("a1", "ok", "\"testLoss\": 1.0");
        folders.begun("a2", "a", 2, "").ended("a2", "ok", "\"testLoss\": 9.0");
        folders.begun("b1", "b", 1, "").ended("b1", "ok", "\"testLoss\": 2.0");
        List<String> notes =
                Comparison.within(Tables.write(folder), null, List.of()).notes();
        assertTrue(notes.get(1).startsWith("Not every row has the same seeds:"), notes.toString());
    }

    @Test
    void theNoteIsOfTheMetricWithMostComparisons() {
        TrialFolders folders = new TrialFolders(folder, "a", "b", "c");
        String both = "\"testLoss\": 1.0, \"bleu\": 1.0";
        folders.begun("a", "a", 1, "").ended("a", "ok", both);
        folders.begun("b", "b", 1, "").ended("b", "ok", both);
        folders.begun("c", "c", 1, "").ended("c", "ok", "\"testLoss\": 1.0");
        assertEquals(
                List.of(fewSeeds("2 comparisons", 7)),
                Comparison.within(Tables.write(folder), null, List.of()).notes());
    }

    @Test
    void aFolderWithoutGoodTrialsIsRefused() {
        Results begun = results(cell("gru", PLANNED));
        Throwable error = assertThrows(UserError.class, () -> Comparison.within(begun, null, List.of()));
        assertEquals(
                folder.resolve("x") + " has no trial that has begun; run its experiment first.", error.getMessage());
        new TrialFolders(folder, "a")
                .begun("a", "a", 1, "\"model.cell\": \"gru\"")
                .ended("a", "failed", "");
        Results failed = Tables.write(folder);
        error = assertThrows(UserError.class, () -> Comparison.within(failed, null, List.of()));
        assertEquals(folder + " has no metrics: none of its trials has ended well yet.", error.getMessage());
    }

    @Test
    void withoutATestSetTheValidationLossIsCompared() {
        Configuration[] two = {cell("gru", 1, 2), cell("lstm", 2, 4)};
        Results results = new SweptFolder(folder, "validLoss", List.of(two)).results();
        PaperTable table = Comparison.within(results, null, List.of()).table();
        assertEquals(List.of("validLoss", "validLoss"), column(table, "metric"));
    }

    @Test
    void theSecondFolderIsComparedWithTheFirstByName() {
        Results a = results("a", cell("gru", GRU), cell("rnn", GRU), cell("lstm", GRU));
        Results b = results("b", cell("lstm", LSTM), cell("gru", plus(GRU, 1, 1, 1, 1, 1, 1)), cell("x", 1));
        Comparison comparison = Comparison.between(a, b, List.of());
        PaperTable table = comparison.table();
        assertEquals(List.of("gru", "gru", "lstm", "lstm"), column(table, "configuration"));
        assertEquals(List.of("A", "B", "A", "B"), column(table, "of"));
        assertEquals(List.of("", "+1.00", "", "−0.13"), column(table, "difference"));
        assertEquals(
                List.of(
                        "A: " + folder.resolve("a"),
                        "B: " + folder.resolve("b"),
                        "model.cell: gru | rnn | lstm  →  lstm | gru | x",
                        "Only in A: rnn",
                        "Only in B: x"),
                comparison.sentences());
        assertEquals(List.of(fewSeeds("2 comparisons", 7)), comparison.notes());
    }

    @Test
    void settingsOfOneFolderOnlyAndConfigurationsOfALargerOneAreNoObstacle() {
        Configuration gru = Configuration.of("gru", "\"model.cell\": \"gru\", \"model.old\": 1", 1, 2);
        Configuration rnn = Configuration.of("rnn", "\"model.cell\": \"rnn\", \"model.old\": 1", 1, 2);
        Results b = results("b", Configuration.of("gru", "\"model.cell\": \"gru\"", 2, 3));
        Comparison comparison = Comparison.between(results("a", gru, rnn), b, List.of());
        assertEquals(
                List.of("model.cell: gru | rnn  →  gru", "model.old: 1  →  (unknown)", "Only in A: rnn"),
                comparison.sentences().subList(2, comparison.sentences().size()));
        assertEquals(List.of("gru", "gru"), column(comparison.table(), "configuration"));
    }

    @Test
    void anotherOrderIsNoDifferenceAndASettingOfOneVersionIs() {
        TrialFolders a = new TrialFolders(folder.resolve("a"), "x", "y");
        a.begun("x", "x", 1, "\"model.hidden\": 8").ended("x", "ok", "\"testLoss\": 1.0, \"corpusSha256\": \"ab\"");
        a.begun("y", "y", 1, "\"model.hidden\": 16").ended("y", "ok", "\"testLoss\": 1.0, \"corpusSha256\": \"ab\"");
        TrialFolders b = new TrialFolders(folder.resolve("b"), "y", "x");
        b.begun("y", "y", 1, "\"model.hidden\": 16, \"model.depth\": 2")
                .ended("y", "ok", "\"testLoss\": 1.0, \"corpusSha256\": \"cd\"");
        b.begun("x", "x", 1, "\"model.hidden\": 8, \"model.depth\": 2")
                .ended("x", "ok", "\"testLoss\": 1.0, \"corpusSha256\": \"cd\"");
        List<String> sentences = Comparison.between(
                        Tables.write(folder.resolve("a")), Tables.write(folder.resolve("b")), List.of())
                .sentences();
        assertEquals(
                List.of(
                        "model.depth: (unknown)  →  2",
                        "The sentence pairs are not the same: differences are of the data as well."),
                sentences.subList(2, sentences.size()));
    }

    @Test
    void settingsThatDifferAreListedWhateverTrialsHaveNotBegun() {
        Configuration plain = Configuration.of("c", "\"model.hidden\": 8, \"corpus.testLimit\": null", 1, 2);
        Configuration other = Configuration.of("c", "\"model.hidden\": 8, \"corpus.testLimit\": 5", 2, 4, PLANNED);
        Comparison comparison = Comparison.between(results("a", plain), results("b", other), List.of());
        assertEquals(
                List.of("corpus.testLimit: (none)  →  5"),
                comparison.sentences().subList(2, comparison.sentences().size()));
        Configuration same = Configuration.of("c", plain.settings(), 1, 2, PLANNED);
        assertEquals(
                List.of("Every setting is the same."),
                Comparison.between(results("a", plain), results("b", same), List.of())
                        .sentences()
                        .subList(2, 3));
    }

    @Test
    void singleConfigurationsAreComparedWhateverTheyAreCalled() {
        Comparison comparison =
                Comparison.between(results("a", cell("gru", GRU)), results("b", cell("lstm", LSTM)), List.of());
        assertEquals(List.of("gru", "lstm"), column(comparison.table(), "configuration"));
        assertEquals(List.of("", "−0.13"), column(comparison.table(), "difference"));
        assertEquals(
                List.of("model.cell: gru  →  lstm"),
                comparison.sentences().subList(2, comparison.sentences().size()));
    }

    @Test
    void foldersThatShareNoConfigurationAreRefusedByName() {
        Results a = results("a", cell("gru", 1), cell("rnn", 1));
        Results b = results("b", cell("lstm", 1));
        Throwable error = assertThrows(UserError.class, () -> Comparison.between(a, b, List.of()));
        assertEquals(
                folder.resolve("a") + " and " + folder.resolve("b")
                        + " share no configuration: the first has gru, rnn, the second lstm."
                        + " Sweep the same settings in both, or compare within one folder.",
                error.getMessage());
    }

    @Test
    void aMetricThatOneFolderLacksIsComparedOnlyIfAskedFor() {
        Configuration gru = Configuration.of("gru", "\"model.cell\": \"gru\"", GRU);
        Results a = results("a", gru);
        new TrialFolders(folder.resolve("b"), "s1")
                .begun("s1", "gru", 1, gru.settings())
                .ended("s1", "ok", "\"testLoss\": 2.0, \"exactMatch\": 0.5");
        Results b = Tables.write(folder.resolve("b"));
        assertEquals(
                List.of("testLoss", "testLoss"),
                column(Comparison.between(b, a, List.of()).table(), "metric"));
        Throwable error =
                assertThrows(UserError.class, () -> Comparison.between(b, a, List.of("testLoss", "exactMatch")));
        assertEquals(
                folder.resolve("a") + " has no metric \"exactMatch\": its trials have [testLoss].", error.getMessage());
    }

    private static final Metric BLEU =
            Trial.of("gru", 1, Map.of("corpus.task", "reverse"), "test").metric(MetricKind.BLEU);

    private static final List<String> REFERENCES = sentences(1, new Random(1), List.of());

    /** Forty references, or their words with so much probability replaced. */
    private static List<String> sentences(double change, Random random, List<String> references) {
        return IntStream.range(0, 40)
                .mapToObj(i -> sentence(change, random, references.isEmpty() ? "a a a a a a a a" : references.get(i)))
                .toList();
    }

    private static String sentence(double change, Random random, String reference) {
        return String.join(
                " ",
                List.of(reference.split(" ")).stream()
                        .map(word -> random.nextDouble() < change ? "w" + random.nextInt(20) : word)
                        .toList());
    }

    private static List<String> hypotheses(double change, int seed) {
        return sentences(change, new Random(seed), REFERENCES);
    }

    private SweptFolder scored(String name, Configuration... configurations) {
        return new SweptFolder(folder.resolve(name), "bleu", List.of(configurations));
    }

    private static List<String> textP(Results results) {
        return column(Comparison.within(results, null, List.of("bleu")).table(), TEXT_P);
    }

    /** Hardly a shuffle of forty different pairs ties, so counting ties changes nothing. */
    @Test
    void withOneSeedTheTextsPIsThatOfSacreBleu() {
        List<String> a = hypotheses(0.25, 2);
        List<String> b = hypotheses(0.3, 3);
        Results results = scored("x", cell("gru", 50), cell("lstm", 40))
                .texts("gru-s1", a, REFERENCES)
                .texts("lstm-s1", b, REFERENCES)
                .results();
        Scorer scorer = new Scorer(BLEU, References.of(REFERENCES));
        PairedTest test = new PairedTest(PairedTest.Kind.RANDOMIZATION, Resampling.RANDOMIZATION);
        double p = Objects.requireNonNull(test.of(BLEU, List.of(scorer.statistics(a), scorer.statistics(b)))
                .get(1)
                .pValue());
        assertEquals(List.of("", String.format(Locale.ROOT, "%.4f", p)), textP(results));
        assertTrue(p > 0.001 && p < 0.5, "a p that says something: " + p);
    }

    @Test
    void aSmallPOfTextsIsExplained() {
        Results results = scored("x", cell("gru", 90), cell("lstm", 10))
                .texts("gru-s1", hypotheses(0.05, 2), REFERENCES)
                .texts("lstm-s1", hypotheses(0.6, 3), REFERENCES)
                .results();
        Comparison comparison = Comparison.within(results, null, List.of("bleu"));
        assertEquals(List.of("", "< 0.0001"), column(comparison.table(), TEXT_P));
        assertEquals(2, comparison.notes().size());
        assertEquals(
                "p (seeds × segments), uncorrected: approximate randomization of the outputs of all seeds. Small, it says that these"
                        + " models differ; that the settings differ takes a small p over seeds as well.",
                comparison.notes().get(1));
    }

    @Test
    void allSeedsInCommonGoIntoTheTextsP() {
        Results results = scored("x", cell("gru", 50, 50, 50), cell("lstm", 40, FAILED, 40))
                .texts("gru-s1", hypotheses(0.25, 2), REFERENCES)
                .texts("gru-s3", hypotheses(0.25, 4), REFERENCES)
                .texts("lstm-s1", hypotheses(0.3, 3), REFERENCES)
                .texts("lstm-s3", hypotheses(0.3, 5), REFERENCES)
                .results();
        double[][][] lstm = {rows(hypotheses(0.3, 3)), rows(hypotheses(0.3, 5))};
        double[][][] gru = {rows(hypotheses(0.25, 2)), rows(hypotheses(0.25, 4))};
        double p = ReplicatedRandomization.of(
                        lstm, gru, sums -> BLEU.parts(sums.clone()).score())
                .pWithTies();
        assertEquals(List.of("", String.format(Locale.ROOT, "%.4f", p)), textP(results));
    }

    private static double[][] rows(List<String> hypotheses) {
        return new Scorer(BLEU, References.of(REFERENCES))
                .statistics(hypotheses)
                .rows();
    }

    @Test
    void twoFoldersTextsAreComparedToo() {
        Results a = scored("a", cell("gru", 50))
                .texts("gru-s1", hypotheses(0.25, 2), REFERENCES)
                .results();
        Results b = scored("b", cell("gru", 40))
                .texts("gru-s1", hypotheses(0.6, 3), REFERENCES)
                .results();
        assertEquals(
                List.of("", "< 0.0001"),
                column(Comparison.between(a, b, List.of("bleu")).table(), TEXT_P));
    }

    @Test
    void textsOfOtherReferencesAreNotCompared() {
        assertNoTextP(scored("x", cell("gru", 50), cell("lstm", 40))
                .texts("gru-s1", REFERENCES, REFERENCES)
                .texts("lstm-s1", REFERENCES, hypotheses(0.1, 2)));
    }

    @Test
    void textsOfOnlySomeSeedsAreNotCompared() {
        assertNoTextP(scored("x", cell("gru", 50, 50), cell("lstm", 40, 40))
                .texts("gru-s1", REFERENCES, REFERENCES)
                .texts("gru-s2", REFERENCES, REFERENCES)
                .texts("lstm-s1", REFERENCES, REFERENCES));
    }

    @Test
    void textsThatWereScoredOtherwiseAreNotCompared() {
        Configuration word = Configuration.of(
                "word", "\"corpus.task\": \"reverse\", \"model.cell\": \"gru\", \"metrics.bleu.lowercase\": true", 50);
        Configuration plain = Configuration.of(
                "plain",
                "\"corpus.task\": \"reverse\", \"model.cell\": \"lstm\", \"metrics.bleu.lowercase\": false",
                40);
        assertNoTextP(scored("x", word, plain)
                .texts("word-s1", REFERENCES, REFERENCES)
                .texts("plain-s1", REFERENCES, REFERENCES));
    }

    private static void assertNoTextP(SweptFolder folder) {
        List<String> headers = Comparison.within(folder.results(), null, List.of("bleu")).table().columns().stream()
                .map(PaperTable.Column::header)
                .toList();
        assertEquals(
                List.of("metric", "cell"),
                headers.stream()
                        .filter(h -> h.equals("metric") || h.equals("cell"))
                        .toList());
        assertTrue(headers.contains(P) && !headers.contains(TEXT_P), headers.toString());
    }

    @Test
    void aLossHasNoTexts() {
        Results results = new SweptFolder(folder, "testLoss", List.of(cell("gru", 1), cell("lstm", 2)))
                .texts("gru-s1", REFERENCES, REFERENCES)
                .texts("lstm-s1", REFERENCES, REFERENCES)
                .results();
        assertTrue(Comparison.within(results, null, List.of()).table().columns().stream()
                .noneMatch(column -> column.header().equals(TEXT_P)));
    }
}
