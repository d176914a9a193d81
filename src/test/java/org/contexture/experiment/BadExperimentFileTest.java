package org.contexture.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.contexture.setting.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake is one line: where, which key, what was found, what was expected. */
class BadExperimentFileTest {
    private final Path folder;

    BadExperimentFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                arguments(
                        "values",
                        """
                        corpus: { task: reverse }
                        model:
                          hidden: [1.5]
                          embedding: "64"
                        training:
                          { epochs: 10.0, batch: 1_000, learningRate: .inf, clip: .nan, momentum: 2, threads: 010 }
                        results: { tokenSentences: 99999999999999999999 }
                        """,
                        """
                        x.yaml:3:11  model.hidden  found a list; expected a whole number from 1 to 4096 in plain digits
                        x.yaml:4:14  model.embedding  found the text "64"; expected a whole number from 1 to 4096 in plain digits
                        x.yaml:6:13  training.epochs  found 10.0; expected a whole number from 1 to 1000000 in plain digits
                        x.yaml:6:26  training.batch  found 1_000; expected a whole number from 1 to 1000000 in plain digits
                        x.yaml:6:47  training.learningRate  found .inf; expected a number above 0 and at most 1000000
                        x.yaml:6:59  training.clip  found .nan; expected a number of at least 0
                        x.yaml:6:75  training.momentum  found 2; expected a number of at least 0 and at most 1
                        x.yaml:6:87  training.threads  found 010; expected a whole number from 1 to 1024 in plain digits
                        x.yaml:7:28  results.tokenSentences  found 99999999999999999999; expected a whole number from 0 to 1000000000 in plain digits"""),
                arguments(
                        "more numbers",
                        """
                        corpus: { task: scan, percent: 1e-999, seed: 0x40 }
                        model: { hidden: 0, embedding: +8 }
                        training: { learningRate: "0.1", clip: -1, batch: true, epochs: ten }
                        """,
                        """
                        x.yaml:1:32  corpus.percent  found 1e-999; expected a number above 0 and at most 100
                        x.yaml:1:46  corpus.seed  found 0x40; expected a whole number from -9223372036854775808 to 9223372036854775807 in plain digits
                        x.yaml:2:18  model.hidden  found 0; expected a whole number from 1 to 4096 in plain digits
                        x.yaml:2:32  model.embedding  found +8; expected a whole number from 1 to 4096 in plain digits
                        x.yaml:3:27  training.learningRate  found the text "0.1"; expected a number above 0 and at most 1000000
                        x.yaml:3:40  training.clip  found -1; expected a number of at least 0
                        x.yaml:3:51  training.batch  found true; expected a whole number from 1 to 1000000 in plain digits
                        x.yaml:3:65  training.epochs  found ten; expected a whole number from 1 to 1000000 in plain digits"""),
                arguments(
                        "words and keys",
                        """
                        corpus: { task: revers, valid: 9 }
                        model: { cel: gru, feed: [init, stop], bridge: Copy }
                        hidden: 64
                        trainig: { epochs: 1 }
                        results: { epochs: 1 }
                        question: 7
                        """,
                        """
                        x.yaml:1:17  corpus.task  found revers; expected one of copy, reverse, sort, addition, scan; did you mean reverse?
                        x.yaml:1:32  corpus.valid  found 9; expected a mapping with keys source, target, pairs, scan, fraction, none, or none
                        x.yaml:2:10  model.cel  found an unknown key; expected one of cell, context, feed, bridge, embedding, hidden; did you mean cell?
                        x.yaml:2:33  model.feed  found stop; expected one of init, step, output; did you mean step?
                        x.yaml:2:48  model.bridge  found Copy; expected one of dense, copy; did you mean copy?
                        x.yaml:3:1  hidden  found an unknown key; expected one of extends, question, corpus, model, training, decoding, metrics, results, sweep, seeds, halving; did you mean model.hidden?
                        x.yaml:4:1  trainig  found an unknown key; expected one of extends, question, corpus, model, training, decoding, metrics, results, sweep, seeds, halving; did you mean training?
                        x.yaml:5:12  results.epochs  found an unknown key; expected one of tokenSentences; did you mean training.epochs?
                        x.yaml:6:11  question  found 7; expected text (in quotes if it is a number or truth value)"""),
                arguments(
                        "wrong kinds",
                        """
                        corpus: { train: { source: 2024, target: true }, length: 5 }
                        model: gru
                        training:
                        decoding: { maxLength: {} }
                        """,
                        """
                        x.yaml:1:28  corpus.train.source  found 2024; expected text (in quotes if it is a number or truth value)
                        x.yaml:1:42  corpus.train.target  found true; expected text (in quotes if it is a number or truth value)
                        x.yaml:1:58  corpus.length  found 5; expected a list such as [a, b], each item a whole number from 1 to 1000 in plain digits
                        x.yaml:2:8  model  found gru; expected a mapping with keys cell, context, feed, bridge, embedding, hidden
                        x.yaml:3:10  training  found nothing; expected a mapping with keys epochs, batch, optimizer, learningRate, momentum, clip, threads, patience
                        x.yaml:4:24  decoding.maxLength  found an empty mapping; expected a whole number from 1 to 100000 in plain digits"""),
                arguments(
                        "a combination that one key alone does not show",
                        """
                        corpus: { task: reverse }
                        model: { cell: gru, bridge: copy, feed: [step] }
                        """,
                        """
                        x.yaml:2:29  model.bridge is copy, but model.feed has no init that could use it"""),
                arguments(
                        "a rule for seeds with a wrong key and an empty width",
                        "corpus: { task: copy }\nseeds: { until: { metric: blue, halfWidth: 0, mx: 3 } }\n",
                        """
                        x.yaml:2:27  seeds.until.metric  found blue; expected one of validLoss, validPerplexity, validTokenAccuracy, testLoss, testPerplexity, tokenAccuracy, exactMatch, bleu, chrf, ter, lengthRatio, unknownRate, repetitionRate; did you mean bleu?
                        x.yaml:2:44  seeds.until.halfWidth  found 0; expected a number above 0
                        x.yaml:2:47  seeds.until.mx  found an unknown key; expected one of metric, halfWidth, min, max; did you mean max?"""),
                arguments(
                        "a rule for fewer seeds than it begins with",
                        "corpus: { task: copy }\nseeds: { until: { halfWidth: 1, min: 5, max: 3 } }\n",
                        """
                        x.yaml:2:46  seeds.until.max is 3, below seeds.until.min, 5; expected at least as many"""),
                arguments(
                        "a rule for a score that is not computed",
                        "corpus: { task: copy }\nseeds: { until: { metric: ter, halfWidth: 1 } }\n",
                        """
                        x.yaml:2:8  seeds.until.metric  found ter, which metrics.scores does not compute; expected one of its scores, or add it there"""),
                arguments(
                        "options that do not fit a metric",
                        """
                        corpus: { task: copy }
                        metrics: { scores: [bleu, rouge], bleu: { tokenize: 13b, smooth: exp, smoothValue: 1 } }
                        """,
                        """
                        x.yaml:2:27  metrics.scores  found rouge; expected one of bleu, chrf, ter
                        x.yaml:2:53  metrics.bleu.tokenize  found 13b; expected one of none, 13a, intl, char, zh; did you mean 13a?"""),
                arguments(
                        "a value that the smoothing has no use for",
                        "corpus: { task: copy }\nmetrics: { bleu: { smoothValue: 1 } }\n",
                        """
                        x.yaml:2:18  metrics.bleu  smoothing exp takes no value, but 1.0 is given; only floor and add-k have one"""),
                arguments(
                        "keys given twice, with the value of the first",
                        """
                        corpus: { task: reverse }
                        model: { hidden: 3, cell: gruu, hidden: 4 }
                        corpus: { task: copy }
                        """,
                        """
                        x.yaml:2:27  model.cell  found gruu; expected one of rnn, gru, lstm; did you mean gru?
                        x.yaml:2:33  model.hidden  found a second time; expected each key once, and line 2 has it already
                        x.yaml:3:1  corpus  found a second time; expected each key once, and line 1 has it already"""),
                arguments(
                        "sweep",
                        """
                        corpus: { task: reverse, valid: none }
                        sweep:
                          model.hiden: [32, 64]
                          model.feed: [[init], [init, step], [stop], init]
                          model.embedding: [1.5, 32, 32, 0, "64"]
                          training.learningRate: [1, 1.0, 1e-3, .001]
                          model: [{ hidden: 3 }]
                          seeds: [1, 2]
                          hidden: [1, 2]
                          model.cell: gru
                          decoding.maxLength: []
                          corpus.valid.fraction: [0.1]
                          corpus.test.pairs: [a.tsv]
                          corpus.test: [{ pairs: a.tsv }]
                        """,
                        """
                        x.yaml:3:3  sweep  found model.hiden, which is no setting; expected a dotted path such as model.hidden; did you mean model.hidden?
                        x.yaml:4:39  model.feed  found stop; expected one of init, step, output; did you mean step?
                        x.yaml:4:46  model.feed  found init; expected a list such as [a, b], each item one of init, step, output
                        x.yaml:5:21  model.embedding  found 1.5; expected a whole number from 1 to 4096 in plain digits
                        x.yaml:5:30  model.embedding  found 32 a second time; expected each value once
                        x.yaml:5:34  model.embedding  found 0; expected a whole number from 1 to 4096 in plain digits
                        x.yaml:5:37  model.embedding  found the text "64"; expected a whole number from 1 to 4096 in plain digits
                        x.yaml:6:30  training.learningRate  found 1.0 a second time; expected each value once
                        x.yaml:6:41  training.learningRate  found .001 a second time; expected each value once
                        x.yaml:7:3  sweep  found model, which cannot be swept as a whole; expected one setting such as model.hidden
                        x.yaml:8:3  sweep  found seeds; expected settings only, because seeds has its own key beside sweep
                        x.yaml:9:3  sweep  found hidden, which is no setting; expected a dotted path such as model.hidden; did you mean model.hidden?
                        x.yaml:10:15  model.cell  found gru; expected a list of values to try, such as [a, b]
                        x.yaml:11:23  decoding.maxLength  found an empty list; expected a list of values to try, such as [a, b]
                        x.yaml:12:3  sweep  found corpus.valid.fraction, but line 1 gives a value without keys; expected a mapping there
                        x.yaml:14:3  sweep  found corpus.test beside corpus.test.pairs; expected settings that do not contain each other"""),
                arguments(
                        "points of the grid that cannot work are named once, beside other problems",
                        """
                        corpus: { task: reverse }
                        model: { hidden: 1.5 }
                        sweep:
                          model.hidden: [32, 64]
                          model.bridge: [dense, copy]
                          model.feed: [[init], [step], [output, step], [init, output]]
                        seeds: [1, 1, 2.5]
                        """,
                        """
                        x.yaml:2:18  model.hidden  found 1.5; expected a whole number from 1 to 4096 in plain digits
                        x.yaml:5:25  model.bridge is copy, but model.feed has no init that could use it (at model.bridge=copy, model.feed=[step] or [output, step]); exclude: [{ model.bridge: copy, model.feed: [[step], [output, step]] }] leaves that out
                        x.yaml:7:12  seeds  found 1 a second time; expected each seed once
                        x.yaml:7:15  seeds  found 2.5; expected a whole number from -9223372036854775808 to 9223372036854775807 in plain digits"""),
                arguments(
                        "a grid too large",
                        """
                        corpus: { task: reverse }
                        sweep:
                          training.epochs: [1, 2, 3]
                        seeds: 50000
                        """,
                        """
                        x.yaml:3:3  sweep  found 3 combinations of settings and 50000 seeds; expected at most 100000 trials"""),
                arguments(
                        "no seeds, no sweep",
                        """
                        corpus: { task: reverse }
                        seeds: 0
                        sweep: {}
                        """,
                        """
                        x.yaml:2:8  seeds  found 0; expected a list such as [1, 2, 3], until with a rule, or a whole number from 1 to 100000 in plain digits
                        x.yaml:3:8  sweep  found an empty mapping; expected settings with lists of values, such as model.hidden: [32, 64]"""),
                arguments(
                        "text of the file in a message is short and stays on its line",
                        """
                        corpus: { task: "re\\nverse, and then a long story about what it could have been" }
                        """,
                        """
                        x.yaml:1:17  corpus.task  found the text "re�verse, and then a long story about wh…"; expected one of copy, reverse, sort, addition, scan"""),
                arguments(
                        "patience without a validation set",
                        "corpus: { task: reverse, valid: none }\ntraining: { patience: 2 }\n",
                        """
                        x.yaml:1:1  training.patience waits for a better validation loss, but corpus.valid is none; expected a validation set, or no patience"""),
                arguments(
                        "a ranking by what is not measured, beside a rule for seeds",
                        """
                        corpus: { task: reverse, valid: none }
                        seeds: { until: { metric: testLoss, halfWidth: 1 } }
                        halving: { first: 2 }
                        """,
                        """
                        x.yaml:1:1  halving.metric is validLoss, but corpus.valid is none; expected a validation set, or trainLoss
                        x.yaml:3:10  halving  found beside seeds.until; expected one of them, because seeds are added to configurations that are whole"""),
                arguments(
                        "a halving with wrong keys and values",
                        "corpus: { task: reverse }\nhalving: { metrik: bleu, factor: 1, metric: bleu }\n",
                        """
                        x.yaml:2:12  halving.metrik  found an unknown key; expected one of metric, first, factor; did you mean metric?
                        x.yaml:2:34  halving.factor  found 1; expected a whole number from 2 to 100 in plain digits
                        x.yaml:2:45  halving.metric  found bleu; expected one of validLoss, validTokenAccuracy, trainLoss, trainTokenAccuracy"""),
                arguments(
                        "an anchor",
                        "corpus: { task: reverse }\nmodel: &m { hidden: 64 }\n",
                        """
                        x.yaml:2:8  found an anchor or alias (& or *); expected the value itself, or quotes around the text"""),
                arguments(
                        "an alias",
                        "corpus: { task: reverse }\nmodel:\n  hidden: *m\n",
                        """
                        x.yaml:3:11  found an anchor or alias (& or *); expected the value itself, or quotes around the text"""),
                arguments(
                        "a tag",
                        "corpus: { task: !!str reverse }\n",
                        """
                        x.yaml:1:17  found a tag (!); expected the value alone, or quotes around the text"""),
                arguments(
                        "a brace forgotten",
                        "corpus: { task: reverse\nmodel: { hidden: 64 }\n",
                        """
                        x.yaml:2:6  found text that is not YAML: expected ',' or '}', but got :; expected keys with values, such as model: { hidden: 64 }"""),
                arguments(
                        "a mapping as a key",
                        "model: {{ hidden: 64 }}\n",
                        """
                        x.yaml:1:9  found text that is not YAML: a key is itself a mapping or list; expected keys with values, such as model: { hidden: 64 }"""),
                arguments(
                        "two documents",
                        "corpus: { task: reverse }\n---\nmodel: {}\n",
                        """
                        x.yaml:3:1  found a second document; expected one experiment a file"""),
                arguments(
                        "comments only",
                        "# nothing yet\n",
                        """
                        x.yaml:1:1  found an empty file; expected keys such as corpus, model, sweep"""),
                arguments(
                        "a list",
                        "- corpus\n- model\n",
                        """
                        x.yaml:1:1  found a list; expected keys with values: extends, question, corpus, model, training, decoding, metrics, results, sweep, seeds, halving"""),
                arguments(
                        "a control character",
                        "model:\n  cell: g\bru\n",
                        """
                        x.yaml:2:10  found the control character U+0008; expected printable text"""),
                arguments(
                        "deep nesting",
                        "a: " + "[".repeat(60) + "]".repeat(60),
                        """
                        x.yaml:1:54  found more than 50 levels inside each other; expected two or three"""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void everyProblemIsReportedWhereItStands(String name, String yaml, String expected) throws IOException {
        assertEquals(expected, error(file("x.yaml", yaml.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aByteThatIsNotUtf8IsLocated() throws IOException {
        Path file = file("x.yaml", "question: Zürich?\n# Größe\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                "x.yaml:1:12  found the byte 0xfc, which is not UTF-8; expected a file saved as UTF-8", error(file));
    }

    @Test
    void aFileAboveOneMebibyteIsRefused() throws IOException {
        Path file = file("x.yaml", ("#" + "x".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8));
        assertEquals("x.yaml: has more than 1 MiB; expected an experiment file, which is a page or two", error(file));
    }

    @Test
    void aMissingFileIsNamedWithItsNeighbour() throws IOException {
        file("smoke.yaml", new byte[0]);
        assertEquals(
                "smok.yaml: there is no such file; expected an experiment file such as smoke.yaml; did you mean smoke.yaml?",
                error(folder.resolve("smok.yaml")));
    }

    @Test
    void aFolderIsRefused() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("x.yaml"));
        assertEquals("x.yaml: is a folder; expected an experiment file such as smoke.yaml", error(inner));
    }

    @Test
    void namesThatCouldEscapeTheResultsFolderAreRefused() throws IOException {
        for (String name :
                new String[] {"a b.yaml", "..yaml", ".x.yaml", "con.yaml", "x.yml", "größe.yaml", "x..yaml"}) {
            String expected = name + ": found the file name '" + name
                    + "'; expected letters, digits, '-', '_' and '.', then .yaml, such as smoke.yaml";
            assertEquals(expected, error(file(name, "corpus: { task: copy }".getBytes(StandardCharsets.UTF_8))));
        }
    }

    @Test
    void aThousandProblemsAreCutShort() throws IOException {
        String yaml = "corpus: { task: copy }\n"
                + Stream.iterate(1, i -> i + 1)
                        .limit(1000)
                        .map(i -> "k" + i + ": 1\n")
                        .reduce("", String::concat);
        String[] lines =
                error(file("x.yaml", yaml.getBytes(StandardCharsets.UTF_8))).split("\n", -1);
        assertEquals(51, lines.length);
        assertEquals("… and 950 more", lines[50]);
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private String error(Path file) {
        String message =
                assertThrows(UserError.class, () -> Experiment.read(file)).getMessage();
        return String.valueOf(message).replace(folder + java.io.File.separator, "");
    }
}
