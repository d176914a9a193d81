package org.contexture.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.contexture.corpus.VocabularySizes;
import org.contexture.model.ParameterCount;
import org.contexture.setting.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/sweeps.md does not show of sweeps already. */
class SweepAlgebraTest {
    private static final String COPY = "corpus: { task: copy }\n";

    private final ExperimentFolder folder;

    SweepAlgebraTest(@TempDir Path folder) {
        this.folder = new ExperimentFolder(folder);
    }

    private List<String> configurations(String sweep) {
        return folder.configurations(COPY + sweep);
    }

    private List<?> column(String sweep, String path) {
        return Plan.of(folder.read(COPY + sweep)).trials().stream()
                .map(trial -> trial.settings().get(path))
                .toList();
    }

    @Test
    void drawsStayWhenTrialsAndOtherSettingsAreAdded() {
        String few = "sweep: { random: { trials: 5, seed: 3, model.hidden: { integer: [8, 99] } } }";
        String more = "sweep: { random: { trials: 9, training.clip: { uniform: [0.5, 2] }, seed: 3,"
                + " model.hidden: { integer: [8, 99] } } }";
        List<?> hidden = column(few, "model.hidden");
        assertEquals(hidden, column(more, "model.hidden").subList(0, 5));
        assertNotEquals(hidden, column(few.replace("seed: 3", "seed: 4"), "model.hidden"));
    }

    @Test
    void drawsAreWithinTheirBoundsAndReachBothEnds() {
        String sweep =
                "sweep: { random: { trials: 400, training.epochs: { integer: [1, 3] }, model.hidden: { logUniform: [8, 512] },"
                        + " training.learningRate: { logUniform: [1e-4, 1e-2] }, training.clip: { uniform: [0.5, 2] } } }";
        assertEquals(
                List.of(1L, 2L, 3L),
                column(sweep, "training.epochs").stream().distinct().sorted().toList());
        long small = column(sweep, "model.hidden").stream()
                .filter(h -> (Long) h < 64)
                .count();
        assertTrue(small > 160 && small < 240, small + " of 400 below the middle order of magnitude");
        for (Object rate : column(sweep, "training.learningRate")) {
            assertTrue((Double) rate >= 1e-4 && (Double) rate <= 1e-2, rate.toString());
            assertTrue(
                    new java.math.BigDecimal(rate.toString())
                                    .stripTrailingZeros()
                                    .precision()
                            <= 4,
                    rate.toString());
        }
        for (Object clip : column(sweep, "training.clip")) {
            assertTrue((Double) clip >= 0.5 && (Double) clip <= 2, clip.toString());
        }
    }

    /** Published sweeps must mean the same on every machine and in every later version. */
    @Test
    void drawsAreTheseNumbers() {
        String sweep = "sweep: { random: { trials: 3, seed: -1, training.clip: { uniform: [0, 1] } } }";
        assertEquals(List.of(0.5151, 0.58, 0.8399), column(sweep, "training.clip"));
    }

    @Test
    void conditionsNestAndAskForTheFilesOwnValuesToo() {
        assertEquals(
                List.of("rnn", "lstm-clip0.5-batch8", "lstm-clip0.5-batch16", "lstm-clip1"),
                configurations(
                        """
                        model: { context: mean }
                        sweep:
                          model.cell: [rnn, lstm]
                          when:
                            - if: { model.cell: lstm, model.context: [mean, max] }
                              sweep:
                                training.clip: [0.5, 1]
                                when: [{ if: { training.clip: 0.5 }, sweep: { training.batch: [8, 16] } }]
                        """));
    }

    @Test
    void aSettingMayVaryUnderConditionsThatDoNotHoldTogether() {
        assertEquals(
                List.of("rnn-hidden8", "gru-hidden4", "gru-hidden6"),
                configurations(
                        "sweep: { model.cell: [rnn, gru], when: [{ if: { model.cell: rnn }, sweep: { model.hidden: [8] } },"
                                + " { if: { model.cell: gru }, sweep: { model.hidden: [4, 6] } }] }"));
    }

    @Test
    void valuesThatAreListsAreExcludedAsListsOfLists() {
        String sweep = "sweep: { model.feed: [[init], [step], [init, step]], exclude: [{ model.feed: %s }] }";
        assertEquals(List.of("init", "step"), configurations(sweep.formatted("[init, step]")));
        assertEquals(List.of("init+step"), configurations(sweep.formatted("[[init], [step]]")));
    }

    @Test
    void sectionsAreExcludedByTheirWordOrTheirKeys() {
        String sweep = "sweep: { corpus.valid: [none, { fraction: 0.2 }], exclude: [{ corpus.valid: %s }] }";
        assertEquals(List.of("validfraction0.2"), configurations(sweep.formatted("none")));
        assertEquals(1, configurations(sweep.formatted("{ fraction: 0.2 }")).size());
    }

    @Test
    void pointsThatAreExcludedNeedNotWork() {
        assertEquals(
                List.of("dense-last", "dense-mean", "copy-last"),
                configurations("sweep: { model.bridge: [dense, copy], model.context: [last, mean],"
                        + " exclude: [{ model.bridge: copy, model.context: mean }] }"));
    }

    @Test
    void severalZipsAreCrossed() {
        assertEquals(
                4,
                configurations("sweep: { zip: [{ model.embedding: [1, 2], model.hidden: [3, 4] },"
                                + " { training.batch: [5, 6], training.epochs: [7, 8] }] }")
                        .size());
    }

    @Test
    void namesStayWhenAUnionGrows() {
        String first = "- model.bridge: [dense]\n    model.context: [last, mean]";
        List<String> few = configurations("sweep:\n  " + first + "\n");
        List<String> more = configurations(
                "sweep:\n  " + first
                        + "\n  - corpus.tokenizer: [word]\n    model.context: [max]\n  - corpus.maxLength: [5]\n    decoding.maxLength: [6]\n");
        assertEquals(few, more.subList(0, 2));
        assertEquals(List.of("word-max", "corpus.maxLength5-decoding.maxLength6"), more.subList(2, 4));
    }

    /** A word stands alone in a name, so two settings with the same word would share one. */
    @Test
    void ofTwoPointsThatReadAlikeTheFirstKeepsItsName() {
        List<String> names = configurations(
                """
                sweep:
                  - corpus.task: [copy]
                  - model.bridge: [copy]
                    corpus.task: [sort]
                  - model.bridge: [copy]
                    model.hidden: [8]
                  - points: [{ model.bridge: copy }]
                    training.batch: [8]
                  - include: [{ model.bridge: copy }]
                    corpus.seed: [5]
                """);
        assertEquals("copy", names.get(0));
        assertEquals(names.size(), names.stream().distinct().count(), names.toString());
        assertTrue(names.get(5).matches("copy-[0-9a-f]{8}"), names.toString());
    }

    @Test
    void axesAreTheSettingsThatVaryWithTheFilesOwnValueLast() {
        Experiment experiment = folder.read(COPY
                + "model: { hidden: 7 }\nsweep:\n  - model.cell: [lstm, gru]\n    exclude: [{ model.cell: lstm }]\n"
                + "  - model.cell: [rnn]\n    model.hidden: [9, 8]\n");
        assertEquals(
                List.of(
                        new Sweep.Axis("model.cell", List.of("gru", "rnn")),
                        new Sweep.Axis("model.hidden", List.of(9L, 8L, 7L))),
                experiment.sweep().axes());
    }

    @Test
    void aWidthIsTheOneThatComesClosestToTheBudget() {
        Experiment experiment = folder.read(COPY
                + "sweep: { model.cell: [rnn, gru, lstm], model.feed: [[init], [init, step, output]],"
                + " match: { parameters: 30000, from: 4, to: 300 } }");
        VocabularySizes sizes = new VocabularySizes(14, 14);
        for (Sweep.Point point : experiment.sweep().points()) {
            Budget budget = java.util.Objects.requireNonNull(point.budget());
            int best = IntStream.rangeClosed(4, 300)
                    .boxed()
                    .min(java.util.Comparator.comparingLong(width -> Math.abs(
                            ParameterCount.of(budget.with(point.settings().model(), width), sizes) - 30000)))
                    .orElseThrow();
            assertEquals(best, point.settings().model().hidden());
            assertEquals(
                    best, point.settings().model().embedding(), "as wide as the states, for the file gives no width");
            assertEquals((long) best, point.values().get("model.hidden"));
        }
        assertEquals("model.hidden", experiment.sweep().axes().get(2).path());
    }

    @Test
    void aMatchLeavesAloneWhatTheFileFixesAndWhatAPointOfIncludeSets() {
        Experiment experiment = folder.read(COPY + "model: { embedding: 5 }\nsweep: { model.cell: [rnn, gru],"
                + " match: { parameters: 9000 }, include: [{ model.cell: gru, model.hidden: 20 }] }");
        for (Sweep.Point point : experiment.sweep().points()) {
            assertEquals(5, point.settings().model().embedding());
        }
        assertEquals(20, experiment.sweep().points().get(2).settings().model().hidden());
    }

    @Test
    void aMatchMayVaryTheEmbeddings() {
        Map<String, ?> values = folder.read(COPY
                        + "sweep: { model.cell: [rnn], match: { parameters: 20000, vary: model.embedding, to: 90 } }")
                .sweep()
                .points()
                .get(0)
                .values();
        assertEquals(List.of("model.cell", "model.embedding"), List.copyOf(values.keySet()));
    }

    @Test
    void aPlanNeedsItsWidths() {
        Experiment open = Experiment.read(folder.write("x.yaml", COPY + "sweep: { match: { parameters: 9000 } }"));
        assertThrows(IllegalArgumentException.class, () -> Plan.of(open));
    }

    @Test
    void aWidthThatIsThereAlreadyIsTold() {
        Experiment open = Experiment.read(folder.write(
                "x.yaml",
                COPY + "sweep: { model.cell: [rnn], match: { parameters: 9000, to: 8 },"
                        + " include: [{ model.cell: rnn, model.hidden: 8 }] }"));
        UserError error = assertThrows(UserError.class, () -> ExperimentFolder.matched(open));
        assertTrue(
                String.valueOf(error.getMessage()).contains("match gives two points of the sweep the same settings"));
    }
}
