package org.contexture.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contexture.experiment.yaml.FlatRecord;
import org.contexture.model.Feed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {
    private final Path folder;

    PlanTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theFirstKeyVariesSlowestAndTheSeedFastest() throws IOException {
        assertEquals(
                List.of(
                        "gru-last-hidden32-s7",
                        "gru-last-hidden32-s1",
                        "gru-last-hidden64-s7",
                        "gru-last-hidden64-s1",
                        "gru-mean-hidden32-s7",
                        "gru-mean-hidden32-s1",
                        "gru-mean-hidden64-s7",
                        "gru-mean-hidden64-s1",
                        "rnn-last-hidden32-s7",
                        "rnn-last-hidden32-s1",
                        "rnn-last-hidden64-s7",
                        "rnn-last-hidden64-s1",
                        "rnn-mean-hidden32-s7",
                        "rnn-mean-hidden32-s1",
                        "rnn-mean-hidden64-s7",
                        "rnn-mean-hidden64-s1"),
                ids(
                        """
                        corpus: { task: reverse }
                        sweep:
                          model.cell: [gru, rnn]
                          model.context: [last, mean]
                          model.hidden: [32, 64]
                        seeds: [7, 1]
                        """));
    }

    @Test
    void embeddingsAreAsWideAsTheStatesUnlessTheFileSaysOtherwise() throws IOException {
        String swept = "corpus: { task: reverse }\nsweep: { model.hidden: [32, 48] }\n";
        assertEquals(List.of(32L, 48L), embeddings(swept));
        assertEquals(List.of(16L, 16L), embeddings(swept + "model: { embedding: 16 }\n"));
    }

    private List<?> embeddings(String yaml) throws IOException {
        return plan(yaml).trials().stream()
                .map(trial -> trial.settings().get("model.embedding"))
                .toList();
    }

    @Test
    void aTrialHoldsItsOwnSettings() throws IOException {
        Trial trial =
                plan("""
                corpus: { task: reverse, symbols: 8 }
                model: { cell: lstm }
                training: { learningRate: 1 }
                sweep:
                  model.feed: [[init, step], [output]]
                  corpus.valid: [none, { fraction: 0.25 }]
                seeds: 2
                """)
                        .trials()
                        .get(7);
        assertEquals("output-validfraction0.25-s2", trial.id());
        assertEquals("output-validfraction0.25", trial.configuration());
        assertEquals(2, trial.seed());
        assertEquals(List.of(Feed.OUTPUT), trial.model().feed());
        assertEquals(List.of("output"), trial.settings().get("model.feed"));
        assertEquals(0.25, trial.settings().get("corpus.valid.fraction"));
        assertEquals("lstm", trial.settings().get("model.cell"));
        assertEquals(8L, trial.settings().get("corpus.symbols"));
        assertEquals(1.0, trial.settings().get("training.learningRate"));
        assertEquals(64L, trial.settings().get("model.hidden"));
        assertTrue(trial.settings().containsKey("decoding.maxLength"));
        assertNull(trial.settings().get("decoding.maxLength"));
    }

    @Test
    void withoutASweepCellContextAndHiddenNameTheTrials() throws IOException {
        assertEquals(
                List.of("gru-last-hidden64-s1", "gru-last-hidden64-s2", "gru-last-hidden64-s3"),
                ids("corpus: { task: sort }\nseeds: 3\n"));
    }

    @Test
    void namesStayWhenValuesAreAdded() throws IOException {
        String file =
                "corpus: { task: scan }\nsweep:\n  corpus.percent: [%s]\n  corpus.tokenizer: [%s]\n  model.feed: [%s]\n";
        List<String> few = ids(file.formatted("8, 0.5", "word", "[init, step]"));
        List<String> more = ids(file.formatted("1e-7, 8, 64, 0.5", "word, character", "[init], [init, step], [step]"));
        assertEquals(List.of("percent8-word-init+step-s1", "percent0.5-word-init+step-s1"), few);
        assertTrue(more.containsAll(few), () -> more.toString());
    }

    @Test
    void namesAreDistinctFileNamesOnEverySystem() throws IOException {
        String longName = "x/".repeat(80);
        String sources = "A.de, a.de, a_de, a-de, b/a.de, 'b:a.de', con, nul.txt, über, ' ', '..', " + longName + "a, "
                + longName + "b";
        List<String> ids = ids(
                """
                corpus: { train: { source: a, target: b } }
                sweep:
                  corpus.train.source: [%s]
                  corpus.train.target: [con, CON, aux.b]
                  model.hidden: [1, 4096]
                seeds: [-9223372036854775808, 1]
                """
                        .formatted(sources.replace("' ', ", "")));
        Set<String> distinct =
                ids.stream().map(id -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        assertEquals(12 * 3 * 2 * 2, distinct.size());
        for (String id : ids) {
            assertTrue(id.matches("[A-Za-z0-9][A-Za-z0-9_+.-]{0,98}[0-9]"), id);
            assertTrue(!TrialId.isReserved(id), id);
        }
    }

    @Test
    void sweptKeysThatEndAlikeAreNamedWhole() throws IOException {
        assertEquals(
                List.of("corpus.maxLength5-decoding.maxLength9-s1", "corpus.maxLength5-decoding.maxLengthnull-s1"),
                ids(
                        """
                        corpus: { task: copy }
                        sweep: { corpus.maxLength: [5], decoding.maxLength: [9, null] }
                        """));
    }

    @Test
    void wordsThatReadAlikeWhenJoinedAreToldApart() throws IOException {
        List<String> ids = ids(
                """
                corpus: { train: { source: a, target: b } }
                sweep:
                  corpus.train.source: [a, a-b]
                  corpus.train.target: [b-c, c]
                """);
        assertEquals(List.of("a-b_c-s1", "a-c-s1", "a_b-b_c-s1", "a_b-c-s1"), ids);
    }

    @Test
    void aRuleBeginsWithItsFewestSeedsAndAddsTheNextOnes() throws IOException {
        Experiment experiment = experiment(
                "corpus: { task: copy }\nseeds: { until: { metric: bleu, halfWidth: 0.5, min: 2, max: 4 } }\n");
        assertEquals(new SeedRule("bleu", 0.5, 2, 4), experiment.until());
        List<String> more = Plan.of(experiment).withSeeds(3).trials().stream()
                .map(Trial::id)
                .toList();
        assertEquals(2, Plan.of(experiment).trials().size());
        assertEquals(List.of("gru-last-hidden64-s1", "gru-last-hidden64-s2", "gru-last-hidden64-s3"), more);
    }

    /** Half the width takes four times the seeds, but a guess from few is not trusted beyond twice as many. */
    @Test
    void aRuleAsksForAsManySeedsAsTheLawOfOneBySquareRootSays() {
        SeedRule rule = new SeedRule("bleu", 1.0, 3, 20);
        assertEquals(15, rule.next(10, 1.2));
        assertEquals(20, rule.next(10, 2.0));
        assertEquals(6, rule.next(3, 9.0));
        assertEquals(11, rule.next(10, 1.001));
        assertEquals(20, rule.next(19, 5.0));
    }

    @Test
    void theBaseOfAnExperimentIsItsFirstPoint() throws IOException {
        Experiment experiment = experiment(
                """
                question: Which?
                sweep: { corpus.task: [copy, sort] }
                """);
        assertEquals("copy", FlatRecord.plain(experiment.corpus().task()));
        assertEquals("Which?", experiment.question());
        assertEquals("x", experiment.name());
        assertEquals(
                List.of(new Sweep.Axis("corpus.task", List.of("copy", "sort"))),
                experiment.sweep().axes());
    }

    @Test
    void aGridOfThousandsIsPlanned() throws IOException {
        String values = IntStream.rangeClosed(1, 60).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        List<String> ids = ids("corpus: { task: copy }\nsweep:\n  model.hidden: [%s]\n  training.batch: [%s]\n"
                .formatted(values, values));
        assertEquals(3600, new HashSet<>(ids).size());
    }

    private List<String> ids(String yaml) throws IOException {
        return plan(yaml).trials().stream().map(Trial::id).toList();
    }

    private Plan plan(String yaml) throws IOException {
        return Plan.of(experiment(yaml));
    }

    private Experiment experiment(String yaml) throws IOException {
        return Experiment.read(Files.writeString(folder.resolve("x.yaml"), yaml));
    }
}
