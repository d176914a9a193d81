package org.contexture.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.contexture.experiment.SettingOrigins.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverridesTest {
    private static final String YAML =
            """
            corpus: { task: scan, valid: none }
            model: { hidden: 16 }
            sweep:
              model.cell: [rnn, gru]
              exclude: [{ model.cell: rnn, model.context: last }]
              model.context: [last, mean]
            seeds: [1, 2]
            """;

    private final ExperimentFolder folder;

    OverridesTest(@TempDir Path folder) {
        this.folder = new ExperimentFolder(folder);
    }

    private Experiment read(List<String> set, List<String> sweep) {
        return Experiment.read(folder.write("x.yaml", YAML), new Overrides(set, sweep));
    }

    private String error(List<String> set, List<String> sweep) {
        return folder.error(folder.write("x.yaml", YAML), new Overrides(set, sweep));
    }

    @Test
    void anOptionSetsWhatTheFileDoesNotSweep() {
        Experiment experiment = read(
                List.of(
                        "model.hidden=8",
                        "seeds=3",
                        "model.feed=[init]",
                        "corpus.valid.fraction=0.2",
                        "decoding.maxLength=null"),
                List.of());
        assertEquals("x", experiment.name());
        assertEquals(8, experiment.model().hidden());
        assertEquals(List.of(1L, 2L, 3L), experiment.seeds());
        assertEquals(1, experiment.model().feed().size());
        assertEquals(0.2, Objects.requireNonNull(experiment.corpus().valid()).fraction());
        assertNull(experiment.decoding().maxLength());
    }

    /** So the trials are those of the whole sweep, and finished ones are kept. */
    @Test
    void aSweptSettingThatIsSetIsTriedAlone() {
        assertEquals(
                List.of("gru-last", "gru-mean"),
                ExperimentFolder.configurations(read(List.of("model.cell=gru"), List.of())));
    }

    @Test
    void anOptionAddsOrReplacesAnAxis() {
        List<String> names = ExperimentFolder.configurations(read(
                List.of(), List.of("model.cell=gru,lstm", "model.hidden=[8, 9]", "model.feed=[init],[init,step]")));
        assertEquals(2 * 2 * 2 * 2, names.size());
        assertEquals("gru-last-hidden8-init", names.get(0));
    }

    @Test
    void anOptionSweepsAFileThatDoesNotAndEveryPartOfAUnion() {
        Path plain = folder.write("plain.yaml", "corpus: { task: copy }\n");
        Path union = folder.write(
                "union.yaml", "corpus: { task: copy }\nsweep: [{ model.cell: [rnn] }, { model.cell: [gru] }]\n");
        Overrides wide = new Overrides(List.of(), List.of("model.hidden=3,4"));
        assertEquals(List.of("hidden3", "hidden4"), ExperimentFolder.configurations(Experiment.read(plain, wide)));
        assertEquals(
                List.of("rnn-hidden3", "rnn-hidden4", "gru-hidden3", "gru-hidden4"),
                ExperimentFolder.configurations(Experiment.read(union, wide)));
    }

    @Test
    void mistakesInOptionsAreToldWithThoseOfTheFile() {
        String error = error(
                List.of("model.hiden=3", "model.hidden=1.5", "x", "training.epochs=", "sweep={}", "hidden=3"),
                List.of("model.cell=rnn,gruu", "model.bridge=dense,dense", "corpus.valid=none,{"));
        assertTrue(error.contains("--sweep corpus.valid=none,{  found text that is not YAML: "), error);
        error = error(
                List.of("model.hiden=3", "model.hidden=1.5", "x", "training.epochs=", "sweep={}", "hidden=3"),
                List.of("model.cell=rnn,gruu", "model.bridge=dense,dense"));
        assertEquals(
                """
                --set hidden=3  found hidden, which is no setting; expected a dotted path such as model.hidden; did you mean model.hidden?
                --set model.hidden=1.5  model.hidden  found 1.5; expected a whole number from 1 to 4096 in plain digits
                --set model.hiden=3  found model.hiden, which is no setting; expected a dotted path such as model.hidden; did you mean model.hidden?
                --set sweep={}  found sweep, which is no setting; expected a dotted path such as model.hidden
                --set training.epochs=  training.epochs  found nothing; expected a whole number from 1 to 1000000 in plain digits
                --set x  found no path with a value; expected path=value, such as --set model.hidden=128
                --sweep model.bridge=dense,dense  model.bridge  found dense a second time; expected each value once
                --sweep model.cell=rnn,gruu  model.cell  found gruu; expected one of rnn, gru, lstm; did you mean gru?""",
                error);
    }

    @Test
    void aSettingThatVariesTogetherWithOthersHasNoOneValue() {
        Path file = folder.write(
                "x.yaml",
                "corpus: { task: copy }\nsweep: { zip: { model.hidden: [3, 4], model.embedding: [5, 6] } }\n");
        assertEquals(
                "--set model.hidden=3  found a setting that the sweep varies together with others, so that it has no one value;"
                        + " expected another setting, or change the sweep in the file",
                folder.error(file, new Overrides(List.of("model.hidden=3"), List.of())));
    }

    @Test
    void everySettingHasAnOrigin() {
        folder.write("base.yaml", YAML);
        Path file = folder.write("y.yaml", "extends: base.yaml\nmodel: { bridge: dense }\n");
        Map<String, Origin> origins =
                SettingOrigins.of(file, new Overrides(List.of("training.batch=7"), List.of("model.hidden=1,2")))
                        .stream()
                        .collect(Collectors.toMap(Origin::path, origin -> origin));
        assertOrigin(origins, "corpus.task", "scan from base.yaml:1");
        assertOrigin(origins, "model.bridge", "dense from y.yaml:2");
        assertOrigin(origins, "training.batch", "7 from --set training.batch=7");
        assertOrigin(origins, "model.hidden", "1, 2 from --sweep model.hidden=1,2");
        assertOrigin(origins, "model.cell", "rnn, gru from base.yaml:4");
        assertOrigin(origins, "training.epochs", "10 from default");
        assertOrigin(origins, "seeds", "[1, 2] from base.yaml:7");
        assertOrigin(origins, "corpus.valid.none", "true from base.yaml:1");
    }

    private void assertOrigin(Map<String, Origin> origins, String path, String expected) {
        Origin origin = Objects.requireNonNull(origins.get(path), path);
        String from = origin.from().replace(folder.folder() + File.separator, "");
        assertEquals(expected, origin.value() + " from " + from);
    }
}
