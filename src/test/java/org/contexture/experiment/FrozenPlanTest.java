package org.contexture.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.contexture.setting.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrozenPlanTest {
    private static final String YAML =
            """
            question: "Does it \\"freeze\\"?"
            corpus: { train: { pairs: pairs.tsv } }
            sweep:
              model.cell: [rnn, gru]
              training.learningRate: [0.001, 0.25]
            seeds: [1, -7]
            """;

    private final Path folder;

    FrozenPlanTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private FrozenPlan plan(String yaml, String corpus, String engine) throws IOException {
        Path file = folder.resolve("e.yaml");
        Files.writeString(file, yaml);
        return FrozenPlan.of(Plan.of(Experiment.read(file)), settings -> corpus, engine);
    }

    private static List<String> identities(FrozenPlan plan) {
        return plan.trials().stream().map(FrozenTrial::identity).toList();
    }

    @Test
    void aPlanThatIsWrittenAndReadIsTheSame() throws IOException {
        FrozenPlan plan = plan(YAML, "c0", "e0");
        Path results = folder.resolve("results/e");
        plan.write(results);
        FrozenPlan read = FrozenPlan.read(results);
        assertEquals(plan, read);
        assertEquals(identities(plan), identities(read));
        assertEquals(folder.toAbsolutePath().normalize(), read.base());
    }

    @Test
    void whatCanChangeAResultChangesTheIdentityAndNothingElseDoes() throws IOException {
        FrozenPlan plan = plan(YAML, "c0", "e0");
        Set<String> all = new HashSet<>(identities(plan));
        assertEquals(8, all.size());
        assertNotEquals(identities(plan), identities(plan(YAML, "c1", "e0")));
        assertNotEquals(identities(plan), identities(plan(YAML, "c0", "e1")));
        assertNotEquals(identities(plan), identities(plan(YAML + "training: { epochs: 3 }\n", "c0", "e0")));
        String sameThing = YAML.replace("freeze", "melt").replace("0.25", "2.5e-1") + "model: { cell: lstm }\n";
        assertEquals(identities(plan), identities(plan(sameThing, "c0", "e0")));
        String more = YAML.replace("[1, -7]", "[1, 5, -7]").replace("[rnn, gru]", "[lstm, rnn, gru]");
        assertTrue(identities(plan(more, "c0", "e0")).containsAll(all), "what was there keeps its identity");
    }

    @Test
    void aFolderIsNamedForReadersFirst() throws IOException {
        FrozenTrial first = plan(YAML, "c0", "e0").trials().get(0);
        assertEquals(first.trial().id() + "-" + first.identity().substring(0, 8), first.folder());
        assertTrue(first.identity().matches("[0-9a-f]{64}"), first.identity());
    }

    @Test
    void whatTrialsShareIsWrittenOnce() throws IOException {
        plan(YAML, "c0", "e0").write(folder);
        String json = Files.readString(folder.resolve("plan.json"));
        assertEquals(2, json.split("model.hidden", -1).length, "once, between two parts");
        assertEquals(9, json.split("\"model.cell\"", -1).length);
    }

    @Test
    void aDamagedPlanIsRefusedInOneSentence() throws IOException {
        plan(YAML, "c0", "e0").write(folder);
        Path file = folder.resolve("plan.json");
        String good = Files.readString(file);
        for (String bad : List.of(
                "",
                "null",
                "[]",
                "{}",
                good.substring(0, good.length() / 2),
                good.replace("\"seed\" : 1", "\"seed\" : null"),
                good.replace("\"rnn\"", "\"rnm\""),
                good.replace("\"model.cell\"", "\"model.cel\""))) {
            Files.writeString(file, bad);
            UserError error = assertThrows(UserError.class, () -> FrozenPlan.read(folder), bad);
            assertTrue(String.valueOf(error.getMessage()).contains("plan.json"), error.getMessage());
            assertFalse(String.valueOf(error.getMessage()).contains("Exception"), error.getMessage());
        }
    }
}
