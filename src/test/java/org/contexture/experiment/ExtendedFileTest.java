package org.contexture.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.contexture.corpus.CorpusSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtendedFileTest {
    private final ExperimentFolder folder;

    ExtendedFileTest(@TempDir Path folder) {
        this.folder = new ExperimentFolder(folder);
    }

    @Test
    void mappingsAreMergedListsReplacedAndNullRemoves() {
        folder.write(
                "base.yaml",
                """
                question: Old?
                corpus: { task: scan, percent: 8, seed: 3 }
                model: { hidden: 16, feed: [init, step, output] }
                sweep: { model.cell: [rnn, gru], model.context: [last, mean], training.clip: [1, 2] }
                seeds: [1, 2]
                """);
        Experiment experiment = folder.read(
                """
                extends: base.yaml
                question: New?
                corpus: { task: reverse, percent: null }
                model: { feed: [init] }
                sweep: { model.cell: [lstm], training.clip: null }
                """);
        assertEquals("New?", experiment.question());
        assertEquals("x", experiment.name());
        assertEquals(3, experiment.corpus().seed());
        assertNull(experiment.corpus().percent());
        assertEquals(16, experiment.model().hidden());
        assertEquals(1, experiment.model().feed().size());
        assertEquals(List.of("lstm-last", "lstm-mean"), ExperimentFolder.configurations(experiment));
        assertEquals(List.of(1L, 2L), experiment.seeds());
    }

    @Test
    void ofSeveralBasesTheLaterWinsAndTheFileItselfOverAll() {
        folder.write("a.yaml", "corpus: { task: copy, symbols: 5, seed: 1 }\nmodel: { hidden: 1 }\n");
        folder.write("b.yaml", "corpus: { symbols: 6, seed: 2 }\n");
        CorpusSettings corpus =
                folder.read("extends: [a.yaml, b.yaml]\ncorpus: { seed: 3 }\n").corpus();
        assertEquals(List.of(6L, 3L), List.of((long) corpus.symbols(), corpus.seed()));
    }

    @Test
    void pathsStayRelativeToTheFileTheyAreWrittenIn() {
        folder.write(
                "shared/deep/base.yaml",
                """
                corpus: { train: { source: a.de, target: ../a.en }, test: { pairs: /data/t.tsv } }
                sweep: { corpus.valid: [none, { pairs: v.tsv }] }
                """);
        folder.write("shared/middle.yaml", "extends: deep/base.yaml\nsweep: { corpus.train.source: [m.de] }\n");
        Experiment experiment = folder.read("extends: shared/middle.yaml\n");
        CorpusSettings last = experiment.sweep().points().get(1).settings().corpus();
        assertEquals("shared/m.de", Objects.requireNonNull(last.train()).source());
        assertEquals("shared/a.en", Objects.requireNonNull(last.train()).target());
        assertEquals("shared/deep/v.tsv", Objects.requireNonNull(last.valid()).pairs());
        assertEquals("/data/t.tsv", Objects.requireNonNull(last.test()).pairs());
    }

    @Test
    void aProblemIsToldWhereItStandsInWhicheverFile() {
        folder.write("base.yaml", "corpus: { task: copi }\n");
        assertEquals(
                """
                base.yaml:1:17  corpus.task  found copi; expected one of copy, reverse, sort, addition, scan; did you mean copy?
                x.yaml:2:18  model.hidden  found 0; expected a whole number from 1 to 4096 in plain digits""",
                folder.error("extends: base.yaml\nmodel: { hidden: 0 }\n"));
    }

    @Test
    void aCircleIsShown() {
        folder.write("a.yaml", "extends: b.yaml\n");
        folder.write("b.yaml", "extends: ./x.yaml\n");
        assertEquals(
                "b.yaml:1:10  extends  found a circle of files: x.yaml -> a.yaml -> b.yaml -> x.yaml; expected files that end"
                        + " somewhere",
                folder.error("extends: a.yaml\n"));
    }

    @Test
    void moreThanEightLevelsAreRefused() {
        for (int level = 1; level <= 8; level++) {
            folder.write("l" + level + ".yaml", "extends: l" + (level + 1) + ".yaml\n");
        }
        folder.write("l9.yaml", "corpus: { task: copy }\n");
        assertEquals(
                "l8.yaml:1:10  extends  found more than 8 levels: x.yaml -> l1.yaml -> l2.yaml -> l3.yaml -> l4.yaml -> l5.yaml"
                        + " -> l6.yaml -> l7.yaml -> l8.yaml -> l9.yaml; expected one or two",
                folder.error("extends: l1.yaml\n"));
        assertEquals(1, folder.read("extends: l2.yaml\n").sweep().points().size());
    }

    /** Eight levels of lists could read files without end. */
    @Test
    void manyFilesAreRefused() {
        folder.write("a.yaml", "extends: [b.yaml, b.yaml, b.yaml, b.yaml, b.yaml, b.yaml, b.yaml, b.yaml]\n");
        folder.write("b.yaml", "extends: [c.yaml, c.yaml, c.yaml, c.yaml, c.yaml, c.yaml, c.yaml, c.yaml]\n");
        folder.write("c.yaml", "corpus: { task: copy }\n");
        assertEquals(
                "a.yaml:1:67  extends  found more than 64 files; expected one or two",
                folder.error("extends: a.yaml\n"));
    }

    @Test
    void onlyExperimentFilesBesideThisOneAreRead() {
        folder.write("base.yaml", "corpus: { task: copy }\n");
        String end = "; expected a .yaml file, relative to this one, such as base.yaml, or a list of such";
        assertEquals("x.yaml:1:10  extends  found /etc/passwd" + end, folder.error("extends: /etc/passwd\n"));
        assertEquals("x.yaml:1:10  extends  found /a.yaml" + end, folder.error("extends: /a.yaml\n"));
        assertEquals("x.yaml:1:10  extends  found an empty list" + end, folder.error("extends: []\n"));
        assertEquals("x.yaml:1:11  extends  found a mapping" + end, folder.error("extends: [{ a: b }]\n"));
        String missing = folder.error("extends: bse.yaml\n");
        assertEquals(
                "x.yaml:1:10  extends  found bse.yaml, but there is no file bse.yaml; expected an experiment file;"
                        + " did you mean base.yaml?",
                missing);
    }
}
