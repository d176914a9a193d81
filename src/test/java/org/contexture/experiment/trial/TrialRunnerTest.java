package org.contexture.experiment.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.contexture.corpus.Dataset;
import org.contexture.experiment.Experiment;
import org.contexture.experiment.FrozenPlan;
import org.contexture.experiment.FrozenTrial;
import org.contexture.experiment.Outcome;
import org.contexture.experiment.Plan;
import org.contexture.experiment.State;
import org.contexture.experiment.Trial;
import org.contexture.experiment.TrialFolder;
import org.contexture.experiment.TrialListener;
import org.contexture.experiment.TrialProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One trial in its folder: stopped, continued, from checkpoints good and bad. */
class TrialRunnerTest {
    private final Path folder;
    private FrozenTrial trial;
    private Dataset data;
    private int steps;

    TrialRunnerTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Path file = folder.resolve("one.yaml");
        Files.writeString(
                file,
                """
                corpus:   { task: reverse, size: 200, length: [2, 4], symbols: 5 }
                model:    { hidden: 8 }
                training: { epochs: 4, batch: 16 }
                """);
        Plan plan = Plan.of(Experiment.read(file));
        data = Dataset.load(plan.trials().get(0).corpus(), folder);
        trial = FrozenPlan.of(plan, corpus -> data.sha256(), "engine").trials().get(0);
    }

    @BeforeEach
    void reset() {
        steps = 0;
    }

    private Outcome run(String name, int until, BooleanSupplier stop) {
        TrialListener counting = new TrialListener() {
            @Override
            public void started(Trial of) {
                steps = 0;
            }

            @Override
            public void progress(Trial of, TrialProgress progress) {
                steps++;
            }
        };
        RunControl control = new RunControl(until, Duration.ofHours(1), stop, Map.of());
        return new TrialRunner(trial, data, new TrialFolder(folder.resolve(name)), counting, control).run();
    }

    private String file(String name, String file) throws IOException {
        return Files.readString(folder.resolve(name).resolve(file));
    }

    private void assertSameResults(String expected, String actual) throws IOException {
        for (String file : List.of("metrics.jsonl", "outcome.json", "hypotheses.txt", "tokens.csv", "trial.json")) {
            assertEquals(file(expected, file), file(actual, file), file);
        }
    }

    @Test
    void aTrialThatIsStoppedInAnEpochAndContinuedHasTheSameFiles() throws IOException {
        assertEquals(State.OK, run("straight", Integer.MAX_VALUE, () -> false).state());
        int all = steps;
        assertEquals(
                State.INTERRUPTED,
                run("stopped", Integer.MAX_VALUE, () -> steps == 17).state());
        assertEquals(17, steps);
        assertEquals(State.OK, run("stopped", Integer.MAX_VALUE, () -> false).state());
        assertEquals(all - 17, steps, "no step is taken twice");
        assertSameResults("straight", "stopped");
        assertFalse(Files.exists(folder.resolve("stopped/checkpoint.bin")));
        assertTrue(file("stopped", "log.txt").contains("Resumed in epoch 2"));
    }

    @Test
    void aTrialThatWaitsAfterEachEpochHasTheSameFiles() throws IOException {
        run("straight", Integer.MAX_VALUE, () -> false);
        for (int epoch = 1; epoch < 4; epoch++) {
            Outcome outcome = run("waiting", epoch, () -> false);
            assertEquals(State.INTERRUPTED, outcome.state());
            assertEquals("waits after epoch " + epoch, outcome.message());
        }
        assertEquals(State.OK, run("waiting", 4, () -> false).state());
        assertSameResults("straight", "waiting");
    }

    @Test
    void aDamagedCheckpointIsToldAndTrainingStartsAgain() throws IOException {
        run("straight", Integer.MAX_VALUE, () -> false);
        int all = steps;
        run("stopped", Integer.MAX_VALUE, () -> steps == 17);
        Path checkpoint = folder.resolve("stopped/checkpoint.bin");
        byte[] good = Files.readAllBytes(checkpoint);
        byte[] flipped = good.clone();
        flipped[good.length / 2] ^= 1;
        byte[][] damaged = {flipped, Arrays.copyOf(good, good.length - 5), {}, "text".getBytes(StandardCharsets.UTF_8)};
        for (byte[] bytes : damaged) {
            Files.deleteIfExists(folder.resolve("stopped/outcome.json"));
            Files.write(checkpoint, bytes);
            assertEquals(
                    State.OK, run("stopped", Integer.MAX_VALUE, () -> false).state());
            assertEquals(all, steps);
            assertSameResults("straight", "stopped");
        }
        assertTrue(file("stopped", "log.txt").contains("its checksum is wrong"));
        assertTrue(file("stopped", "log.txt").contains("it is cut off"));
    }

    @Test
    void aCheckpointOfAnotherTrialIsNotUsed() throws IOException {
        run("stopped", Integer.MAX_VALUE, () -> steps == 17);
        byte[] ofThis = Files.readAllBytes(folder.resolve("stopped/checkpoint.bin"));
        trial = FrozenTrial.of(trial.trial(), trial.corpusSha256(), "another engine");
        Files.createDirectories(folder.resolve("other"));
        Files.write(folder.resolve("other/checkpoint.bin"), ofThis);
        assertEquals(State.OK, run("other", Integer.MAX_VALUE, () -> false).state());
        assertTrue(file("other", "log.txt").contains("it is of another trial or another version"));
    }

    @Test
    void aCorpusThatChangedAfterThePlanIsNotTrainedOn() {
        trial = FrozenTrial.of(trial.trial(), "0000", "engine");
        Outcome outcome = run("a", Integer.MAX_VALUE, () -> false);
        assertEquals(State.FAILED, outcome.state());
        assertTrue(String.valueOf(outcome.message()).startsWith("the corpus has changed since the plan was made"));
    }
}
