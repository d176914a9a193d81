package org.contexture.experiment.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.contexture.corpus.CorpusSettings;
import org.contexture.corpus.Dataset;
import org.contexture.experiment.Experiment;
import org.contexture.experiment.FrozenPlan;
import org.contexture.experiment.FrozenTrial;
import org.contexture.experiment.Outcome;
import org.contexture.experiment.Plan;
import org.contexture.experiment.State;
import org.contexture.experiment.Trial;
import org.contexture.experiment.TrialListener;
import org.contexture.experiment.TrialProgress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong in a trial's process is the end of that trial alone. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are sent")
class ChildProcessesTest {
    private static final String CORPUS = "corpus: { task: reverse, size: 200, length: [2, 4], symbols: 5 }\n";
    private static final String ENDLESS = CORPUS + "model: { hidden: 8 }\ntraining: { epochs: 1000000, batch: 16 }\n";

    private final Path folder;
    private final Interruption interruption = new Interruption();

    ChildProcessesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Runs an experiment's trials, doing something at each sign of progress, and returns how they ended. */
    private Map<String, Outcome> run(
            String yaml, @Nullable Duration timeout, @Nullable Long memory, Consumer<Trial> onProgress)
            throws IOException {
        Plan plan = plan(yaml);
        Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
        try (ChildProcesses processes = processes(timeout, memory)) {
            processes.prepare(plan.trials());
            processes.run(freeze(plan), Integer.MAX_VALUE, new Listener(outcomes, onProgress));
        }
        return outcomes;
    }

    private Plan plan(String yaml) throws IOException {
        Path file = folder.resolve("test.yaml");
        Files.writeString(file, yaml);
        return Plan.of(Experiment.read(file));
    }

    private List<FrozenTrial> freeze(Plan plan) {
        Map<CorpusSettings, Dataset> datasets = new LinkedHashMap<>();
        plan.trials().forEach(t -> datasets.computeIfAbsent(t.corpus(), c -> Dataset.load(c, folder)));
        return FrozenPlan.of(plan, c -> Objects.requireNonNull(datasets.get(c)).sha256(), "engine")
                .trials();
    }

    private ChildProcesses processes(@Nullable Duration timeout, @Nullable Long memory) {
        Limits limits = new Limits(1, timeout, memory, Duration.ofMillis(50));
        return new ChildProcesses(
                folder.resolve("trials"), folder, limits, interruption, () -> Map.of("command", "a test"));
    }

    private record Listener(Map<String, Outcome> outcomes, Consumer<Trial> onProgress) implements TrialListener {
        @Override
        public void progress(Trial trial, TrialProgress progress) {
            onProgress.accept(trial);
        }

        @Override
        public void ended(Trial trial, Outcome outcome) {
            outcomes.put(trial.id(), outcome);
        }
    }

    private static ProcessHandle worker() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
    }

    private Outcome stored(String start) throws IOException {
        try (var trials = Files.list(folder.resolve("trials"))) {
            Path trial = trials.filter(t -> t.getFileName().toString().startsWith(start + "-"))
                    .findFirst()
                    .orElseThrow();
            return new org.contexture.experiment.TrialFolder(trial).outcome().orElseThrow();
        }
    }

    @Test
    void aTrialThatExhaustsItsMemoryAndOneThatDivergesLeaveTheOthersAlone() throws IOException {
        Map<String, Outcome> outcomes = run(
                CORPUS + "model: { cell: rnn, embedding: 8 }\n"
                        + "training: { epochs: 1, batch: 16, optimizer: sgd, clip: 0 }\n"
                        + "sweep: { model.hidden: [8, 4000], training.learningRate: [0.01, 1.0e+6] }\n",
                null,
                400L << 20,
                trial -> {});
        assertEquals(4, outcomes.size());
        for (Map.Entry<String, Outcome> each : outcomes.entrySet()) {
            boolean large = each.getKey().startsWith("hidden4000");
            State expected =
                    large ? State.OUT_OF_MEMORY : each.getKey().contains("1000000") ? State.DIVERGED : State.OK;
            assertEquals(expected, each.getValue().state(), each.toString());
            assertEquals(expected, stored(each.getKey()).state());
        }
    }

    @Test
    void aTrialWhoseProcessIsKilledIsToldSoAndTheNextOneRuns() throws IOException {
        AtomicBoolean killed = new AtomicBoolean();
        Map<String, Outcome> outcomes = run(
                CORPUS + "model: { hidden: 8 }\ntraining: { epochs: 40, batch: 16 }\nseeds: [1, 2]\n",
                null,
                null,
                trial -> {
                    if (killed.compareAndSet(false, true)) worker().destroyForcibly();
                });
        Outcome first = outcomes.values().stream()
                .filter(o -> o.state() != State.OK)
                .findFirst()
                .orElseThrow();
        assertEquals(State.KILLED, first.state());
        assertTrue(String.valueOf(first.message()).contains("ended by signal 9 (KILL)"), first::toString);
        assertEquals(
                1, outcomes.values().stream().filter(o -> o.state() == State.OK).count());
    }

    /** A stopped process is as still as one that hangs. */
    @Test
    void aTrialThatHangsIsEndedAfterItsTime() throws IOException {
        AtomicBoolean stopped = new AtomicBoolean();
        Map<String, Outcome> outcomes = run(ENDLESS, Duration.ofSeconds(6), null, trial -> {
            if (stopped.compareAndSet(false, true)) signal("-STOP");
        });
        Outcome outcome = outcomes.values().iterator().next();
        assertEquals(State.TIMED_OUT, outcome.state());
        assertEquals("took longer than the 6.000 s of --timeout", outcome.message());
    }

    @Test
    void aCorpusThatHasChangedSinceAWorkerReadItIsReadAgain() throws IOException {
        Path text = folder.resolve("text");
        String pairs = "{ source: text, target: text }";
        String yaml = "corpus: { train: " + pairs + ", valid: " + pairs + " }\n"
                + "model: { hidden: 8 }\ntraining: { epochs: 1, batch: 16 }\n";
        try (ChildProcesses processes = processes(null, null)) {
            for (String sentences : List.of("a b\nb a\n", "a b c\nc b a\n")) {
                Files.writeString(text, sentences);
                Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
                processes.run(freeze(plan(yaml)), Integer.MAX_VALUE, new Listener(outcomes, trial -> {}));
                outcomes.values().forEach(o -> assertEquals(State.OK, o.state(), o.message()));
                assertEquals(1, outcomes.size());
            }
        }
    }

    private static void signal(String signal) {
        try {
            assertEquals(
                    0,
                    new ProcessBuilder("kill", signal, String.valueOf(worker().pid()))
                            .start()
                            .waitFor());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aGentleStopSavesACheckpoint() throws IOException {
        Map<String, Outcome> gentle = run(ENDLESS, null, null, trial -> {
            if (!interruption.isRequested()) interruption.request();
        });
        Outcome outcome = gentle.values().iterator().next();
        assertEquals(State.INTERRUPTED, outcome.state());
        assertTrue(String.valueOf(outcome.message()).startsWith("stopped in epoch "), outcome::toString);
        assertEquals(State.INTERRUPTED, stored("gru-last-hidden8-s1").state());
    }

    @Test
    void whenStoppedAtOnceNothingIsWaitedFor() throws IOException {
        Map<String, Outcome> outcomes = run(ENDLESS, null, null, trial -> {
            signal("-STOP"); // it could not answer a gentle wish
            interruption.request();
            interruption.request();
        });
        Outcome outcome = outcomes.values().iterator().next();
        assertEquals(State.INTERRUPTED, outcome.state());
        assertTrue(String.valueOf(outcome.message()).startsWith("stopped at once"), outcome::toString);
    }
}
