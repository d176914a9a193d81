package org.contexture.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one trial and its files:
 *
 * <pre>
 * trial.json        the resolved configuration and its identity, written first
 * provenance.json   what ran it: code, machine, libraries, command
 * metrics.jsonl     a line an epoch
 * checkpoint.bin    what training continues from; gone when the trial ended well
 * outcome.json      state, parameter count and test metrics, written last: with it the trial has ended
 * hypotheses.txt    decoded test sentences, beside references.txt and sources.txt
 * tokens.csv        loss of each token of the first test sentences
 * positions.csv     mean loss by target position over all test sentences
 * lengths.csv       mean loss by source length over all test sentences
 * timings.json      beside log.txt and provenance.json the only file that may differ between runs
 * </pre>
 */
public record TrialFolder(Path path) {
    public static final String CHECKPOINT = "checkpoint.bin";
    /** The state of a trial that has none yet. */
    public static final String UNFINISHED = "unfinished";

    private static final String TRIAL = "trial.json";
    private static final String OUTCOME = "outcome.json";
    private static final String METRICS = "metrics.jsonl";
    private static final String LOG = "log.txt";
    private static final String LOCK = ".lock";
    /** What stays of an attempt when the next one begins. */
    private static final Set<String> KEPT = Set.of(TRIAL, CHECKPOINT, LOG, LOCK);

    /** How the trial ended here; nothing if it did not. */
    public Optional<Outcome> outcome() {
        Path file = path.resolve(OUTCOME);
        return Files.exists(file) ? Optional.of(Outcome.of(JsonFile.read(file), file.toString())) : Optional.empty();
    }

    /** The state in outcome.json, such as {@code ok}; {@value #UNFINISHED} without one. */
    public String state() {
        return outcome().map(outcome -> outcome.state().word()).orElse(UNFINISHED);
    }

    /** Whether a trial ended here, so that only a wish can run it again. */
    public boolean isFinished() {
        return outcome().filter(outcome -> outcome.state() != State.INTERRUPTED).isPresent();
    }

    /**
     * Does something while this process alone has the folder, after waiting for a process that is about to end; the operating
     * system lets go of it when the process ends, however it ends.
     *
     * @throws UserError if the folder cannot be written
     */
    public Outcome alone(Supplier<Outcome> work) {
        try {
            Files.createDirectories(path);
            try (FileChannel channel =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                return work.get();
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Makes the folder ready for a trial. Of an earlier attempt its log and checkpoint stay.
     *
     * @throws UserError if the folder cannot be written
     */
    public void begin(FrozenTrial trial) {
        try {
            Files.createDirectories(path);
            try (Stream<Path> old = Files.list(path)) {
                for (Path file : old.toList()) {
                    if (!KEPT.contains(String.valueOf(file.getFileName()))) Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
        if (!holds(trial)) write(TRIAL, JsonFile.pretty(trial.description()));
    }

    private boolean holds(FrozenTrial trial) {
        return description().filter(trial::isDescribedBy).isPresent();
    }

    /** What trial.json holds; nothing without one. */
    Optional<Map<String, @Nullable Object>> description() {
        Path file = path.resolve(TRIAL);
        return Files.exists(file) ? Optional.of(JsonFile.read(file)) : Optional.empty();
    }

    /** The metrics of each epoch that has ended; a last line that a killed process left torn is none. */
    List<Map<String, @Nullable Object>> epochs() {
        Path file = path.resolve(METRICS);
        if (!Files.exists(file)) {
            return List.of();
        }
        return JsonFile.lines(file);
    }

    /** Writes the outcome: the trial has ended. */
    public void end(Outcome outcome) {
        write(OUTCOME, JsonFile.pretty(outcome.description()));
        log("Ended: " + outcome.state().word() + (outcome.message() == null ? "" : ", " + outcome.message()));
    }

    /** Adds a line to metrics.jsonl, which is on the disk afterwards. */
    public void addMetrics(Map<String, @Nullable Object> metrics) {
        append(METRICS, JsonFile.line(metrics), true);
    }

    /** Adds a line to log.txt. */
    public void log(String line) {
        append(LOG, line, false);
    }

    /** Writes a whole file aside and moves it into place. */
    public void write(String name, String content) {
        WholeFile.write(path.resolve(name), content);
    }

    /** Writes a file of one line each. */
    public void writeLines(String name, List<String> lines) {
        write(name, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
    }

    private void append(String name, String line, boolean synced) {
        try (FileChannel channel =
                FileChannel.open(path.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (synced) channel.force(false);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private UserError unwritable(IOException e) {
        return new UserError(
                path + ": the trial's folder cannot be written (" + e
                        + "); expected a writable folder with free space, choose one with --results DIR",
                e);
    }
}
