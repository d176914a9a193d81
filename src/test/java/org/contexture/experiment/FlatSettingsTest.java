package org.contexture.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contexture.experiment.yaml.Binder;
import org.contexture.experiment.yaml.Form;
import org.contexture.experiment.yaml.Problems;
import org.contexture.experiment.yaml.Shape;
import org.contexture.setting.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatSettingsTest {
    private final Path folder;

    FlatSettingsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "corpus: { task: copy }",
                "corpus: { task: scan, split: add-prim-turn-left, seed: 9223372036854775807, valid: none }",
                "corpus: { train: { pairs: '64' }, valid: { source: none, target: 'null' }, test: { fraction: 1e-300 } }",
                "corpus: { task: sort, length: [3, 3] }\nmodel: { feed: [output, init] }\ntraining: { learningRate: 0.1 }\n"
                        + "decoding: { maxLength: 7 }\nmetrics: { bleu: { tokenize: 13a, smooth: add-k } }"
            })
    void readingFlatteningAndReadingAgainIsExact(String yaml) throws IOException {
        Trial trial = Plan.of(experiment(yaml)).trials().get(0);
        assertEquals(trial, Trial.of(trial.configuration(), trial.seed(), trial.settings(), "trial.json"));
    }

    @Test
    void theMapIsCompleteAndInTheOrderOfTheRecords() throws IOException {
        Map<String, ?> flat =
                Plan.of(experiment("corpus: { task: copy }")).trials().get(0).settings();
        List<String> leaves = Shape.of(Settings.class).paths().stream()
                .filter(path -> path.contains("."))
                .filter(path -> !path.matches("corpus\\.(train|valid|test)\\..*|metrics\\.(bleu|chrf|ter)"))
                .toList();
        assertEquals(leaves, List.copyOf(flat.keySet()));
    }

    @Test
    void everyDefaultFitsItsOwnSetting() {
        Shape file = Shape.of(ExperimentFile.class);
        int checked = 0;
        for (String path : file.paths()) {
            Shape.Key key = file.find(path).orElseThrow();
            assertFalse(key.setting().value().isBlank(), path);
            if (key.byDefault() != null) {
                Problems problems = new Problems();
                new Binder(ExperimentFile.class, problems).value(key, key.byDefault(), path);
                assertEquals(List.of(), problems.take(), path);
                checked++;
            } else {
                assertTrue(key.nullable() || key.form() instanceof Form.Section, path + " has no default");
            }
        }
        assertTrue(checked > 15, checked + " defaults");
    }

    @Test
    void aChangedTrialFileIsRefused() throws IOException {
        Map<String, Object> flat = new LinkedHashMap<>(
                Plan.of(experiment("corpus: { task: copy }")).trials().get(0).settings());
        flat.put("model.hidden", 1.5);
        flat.put("model.hiden", 3L);
        UserError error = assertThrows(UserError.class, () -> FlatSettings.read(flat, "trial.json"));
        assertEquals(
                "trial.json:1:1  model.hiden  found an unknown key; expected one of cell, context, feed, bridge, embedding, hidden;"
                        + " did you mean hidden?\n"
                        + "trial.json:1:1  model.hidden  found 1.5; expected a whole number from 1 to 4096 in plain digits",
                error.getMessage());
    }

    private Experiment experiment(String yaml) throws IOException {
        return Experiment.read(Files.writeString(folder.resolve("x.yaml"), yaml));
    }
}
