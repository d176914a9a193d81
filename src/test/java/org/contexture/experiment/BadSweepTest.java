package org.contexture.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in sweeps, told where they stand and together with all others. */
class BadSweepTest {
    private final ExperimentFolder folder;

    BadSweepTest(@TempDir Path folder) {
        this.folder = new ExperimentFolder(folder);
    }

    static Stream<Arguments> badSweeps() {
        return Stream.of(
                arguments(
                        "many at once",
                        """
                        corpus: { task: revers }
                        model: { cell: gruu, context: men, hiden: 3 }
                        sweep:
                          model.cell: [rnn, gru]
                          model.context: [last, mean]
                          zip: { model.embedding: [32, 64], model.hidden: [32] }
                          points: [{ training.batch: 32 }, { training.bath: 3 }]
                          random: { trials: 0, training.learningRate: { loguniform: [1e-4, 1e-2] }, training.clip: { uniform: [2, 1] }, training.epochs: { uniform: [1, 3] } }
                          when: [{ if: { model.cell: lstm }, sweep: { model.bridge: [dense, copy] } }, { model.cell: gru }]
                          exclude: [{ model.context: max }, { model.cell: gru, model.context: [mean] }]
                          match: { parameters: 0, vary: model.hiden, from: 9, to: 8 }
                        """,
                        """
                        x.yaml:1:17  corpus.task  found revers; expected one of copy, reverse, sort, addition, scan; did you mean reverse?
                        x.yaml:2:16  model.cell  found gruu; expected one of rnn, gru, lstm; did you mean gru?
                        x.yaml:2:31  model.context  found men; expected one of last, mean, max; did you mean mean?
                        x.yaml:2:36  model.hiden  found an unknown key; expected one of cell, context, feed, bridge, embedding, hidden; did you mean hidden?
                        x.yaml:6:51  model.hidden  found 1 values; expected 2, as many as model.embedding has, because zip takes them together
                        x.yaml:7:38  sweep  found training.bath, which is no setting; expected a dotted path such as model.hidden; did you mean training.batch?
                        x.yaml:8:21  random.trials  found 0; expected a whole number from 1 to 100000 in plain digits
                        x.yaml:8:49  training.learningRate  found loguniform; expected one of { uniform: [0.5, 2] }, { logUniform: [1e-4, 1e-2] }, { integer: [32, 256] }, { choice: [a, b] }; did you mean logUniform?
                        x.yaml:8:103  training.clip  found [2, 1]; expected the least value first, and a greater one
                        x.yaml:8:132  training.epochs  found uniform, but the setting takes a whole number from 1 to 1000000 in plain digits; expected integer, logUniform or choice
                        x.yaml:9:16  when  found model.cell: lstm, but model.cell is only rnn, gru there; expected a condition that holds somewhere
                        x.yaml:9:80  when  found a mapping; expected the two keys if and sweep, such as { if: { model.cell: lstm }, sweep: { model.hidden: [64] } }
                        x.yaml:10:13  exclude  found model.context: max, but model.context is only last, mean there; expected an entry that leaves something out
                        x.yaml:11:24  match.parameters  found 0; expected a whole number from 1 to 1000000000000 in plain digits
                        x.yaml:11:33  match.vary  found model.hiden; expected one of model.hidden, model.embedding; did you mean model.hidden?"""),
                arguments(
                        "the same trial twice and combinations that cannot work, in a union",
                        """
                        corpus: { task: reverse }
                        sweep:
                          - model.cell: [rnn, gru]
                            model.bridge: [dense, copy]
                            model.context: [last, mean]
                          - model.cell: [gru]
                            model.bridge: [dense]
                            model.context: [last]
                            model.feed: [[init, step], [step, init]]
                          - model.cell: [gru, lstm]
                          - exclude: [{ model.cell: gru }]
                        """,
                        """
                        x.yaml:4:27  model.bridge is copy, which hands over the last state, but model.context is mean; expected context last or bridge dense (at model.bridge=copy, model.context=mean); exclude: [{ model.bridge: copy, model.context: mean }] leaves that out
                        x.yaml:9:32  sweep  found model.cell=gru, model.bridge=dense, model.context=last, model.feed=[step, init], which make the settings of model.cell=gru, model.bridge=dense, model.context=last, model.feed=[init, step] a second time; expected each trial once, and line 9 has it already
                        x.yaml:10:18  sweep  found model.cell=gru, which make the settings of model.cell=gru, model.bridge=dense, model.context=last a second time; expected each trial once, and line 3 has it already"""),
                arguments(
                        "the same draw twice",
                        """
                        corpus: { task: reverse }
                        sweep: { random: { trials: 3, model.context: { choice: [last, mean] } } }
                        """,
                        """
                        x.yaml:2:18  sweep  found the same trial in draw 1 and draw 2 of random (model.context=mean); expected each trial once, so ask for fewer trials or give more values"""),
                arguments(
                        "nothing left",
                        """
                        corpus: { task: reverse }
                        sweep: { model.cell: [rnn, gru], exclude: [{ model.cell: [rnn, gru] }] }
                        """,
                        """
                        x.yaml:2:8  sweep  found no combination that exclude leaves; expected at least one"""),
                arguments(
                        "too many points",
                        """
                        corpus: { task: reverse }
                        sweep:
                          random: { trials: 60000, training.learningRate: { uniform: [0, 1] }, training.clip: { uniform: [0.1, 1] } }
                          model.hidden: [8, 9]
                          exclude: [{ model.hidden: 7 }]
                        seeds: 2
                        """,
                        """
                        x.yaml:3:3  sweep  found 120000 combinations; expected at most 100000 trials
                        x.yaml:3:63  training.learningRate  found 0; expected a number above 0 and at most 1000000"""),
                arguments(
                        "a setting given values twice",
                        """
                        corpus: { task: reverse }
                        sweep:
                          model.hidden: [8, 9]
                          zip: { model.hidden: [1], model.embedding: [1] }
                          points: [{ corpus.test: none }, { corpus.test.fraction: 0.2 }]
                          when: [{ if: { model.hidden: 8 }, sweep: { model.hidden: [3] } }]
                          match: { parameters: 1000 }
                        """,
                        """
                        x.yaml:4:10  sweep  found model.hidden a second time; expected each setting once, and line 3 has it already
                        x.yaml:5:37  sweep  found corpus.test.fraction beside corpus.test; expected settings that do not contain each other
                        x.yaml:6:46  sweep  found model.hidden a second time; expected each setting once, and line 3 has it already
                        x.yaml:7:3  match  found match beside values of model.hidden, which it chooses itself; expected only one of them"""),
                arguments(
                        "conditions that hold together",
                        """
                        corpus: { task: reverse }
                        sweep:
                          model.cell: [rnn, gru]
                          when:
                            - { if: { model.cell: [rnn, gru] }, sweep: { model.hidden: [3] } }
                            - { if: { model.cell: gru }, sweep: { model.hidden: [4] } }
                        """,
                        """
                        x.yaml:6:13  when  found model.hidden varied a second time where this holds; expected each setting once, so conditions that do not hold together"""),
                arguments(
                        "an entry that no point matches as a whole",
                        """
                        corpus: { task: reverse }
                        sweep:
                          points: [{ model.cell: rnn, model.context: last }, { model.cell: gru, model.context: mean }]
                          exclude: [{ model.cell: rnn, model.context: mean }]
                        """,
                        """
                        x.yaml:4:13  exclude  found an entry that matches no point; expected an entry that leaves something out"""),
                arguments(
                        "words in the place of others",
                        """
                        corpus: { task: reverse }
                        sweep:
                          exlude: [{ model.cell: gru }]
                          zip: 3
                          points: []
                          random: [1]
                          when: { if: { model.cell: gru } }
                          exclude: gru
                          include: { model.cell: gru }
                          match: 3
                        """,
                        """
                        x.yaml:3:3  sweep  found exlude, which is no setting; expected a dotted path such as model.hidden; did you mean exclude?
                        x.yaml:4:8  zip  found 3; expected settings with lists of one length, such as { model.embedding: [32, 64], model.hidden: [64, 128] }
                        x.yaml:5:11  points  found an empty list; expected a list of points, such as [{ model.hidden: 64 }]
                        x.yaml:6:11  random  found a list; expected trials, seed and settings, such as { trials: 20, seed: 7, model.hidden: { integer: [32, 256] } }
                        x.yaml:7:9  when  found a mapping; expected a list such as [{ if: { model.cell: lstm }, sweep: { model.hidden: [64] } }]
                        x.yaml:8:12  exclude  found gru; expected a list such as [{ model.cell: rnn, model.context: mean }]
                        x.yaml:9:12  include  found a mapping; expected a list of points, such as [{ model.hidden: 64 }]
                        x.yaml:10:10  match  found 3; expected a mapping with keys parameters, vary, from, to"""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badSweeps")
    void everyProblemIsReportedWhereItStands(String name, String yaml, String expected) {
        assertEquals(expected, folder.error(yaml));
    }
}
