package org.contexture.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one trial and its files:
 *
 * <pre>
 * trial.json        the resolved configuration, written first
 * metrics.jsonl     a line an epoch
 * outcome.json      state, parameter count and test metrics, written last: with it the trial is finished
 * hypotheses.txt    decoded test sentences, beside references.txt and sources.txt
 * tokens.csv        loss of each token of the first test sentences
 * positions.csv     mean loss by target position over all test sentences
 * lengths.csv       mean loss by source length over all test sentences
 * timings.json      the only file that may differ between runs, beside log.txt
 * </pre>
 */
public record TrialFolder(Path path) {
    /** Whether a trial ended here, other than by a failure that may not come again. */
    public boolean isFinished() {
        return Files.exists(path.resolve("outcome.json")) && !state().equals(State.FAILED.word());
    }

    /** The state in outcome.json, such as {@code ok}; {@code unfinished} without one. */
    public String state() {
        if (!Files.exists(path.resolve("outcome.json"))) {
            return "unfinished";
        }
        return String.valueOf(JsonFile.read(path.resolve("outcome.json")).get("state"));
    }

    /**
     * Makes the folder ready for a trial: what an interrupted one left is cleared away.
     *
     * @throws UserError if the folder cannot be written
     */
    public void begin(Trial trial, String corpusSha256) {
        try {
            Files.createDirectories(path);
            try (Stream<Path> old = Files.list(path)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
        write("trial.json", JsonFile.pretty(description(trial, corpusSha256)));
        write("metrics.jsonl", "");
    }

    /** Whether the folder holds a trial of just these settings over just these sentence pairs. */
    public boolean holds(Trial trial, String corpusSha256) {
        Path file = path.resolve("trial.json");
        return Files.exists(file) && JsonFile.text(file).equals(JsonFile.pretty(description(trial, corpusSha256)));
    }

    private static Map<String, @Nullable Object> description(Trial trial, String corpusSha256) {
        return JsonFile.map(
                "id", trial.id(),
                "configuration", trial.configuration(),
                "seed", trial.seed(),
                "corpusSha256", corpusSha256,
                "settings", trial.settings());
    }

    /** Adds a line to metrics.jsonl. */
    public void addMetrics(Map<String, @Nullable Object> metrics) {
        append("metrics.jsonl", JsonFile.line(metrics) + "\n");
    }

    /** Adds a line to log.txt. */
    public void log(String line) {
        append("log.txt", line + "\n");
    }

    /** Writes a whole file aside and moves it into place. */
    public void write(String name, String content) {
        WholeFile.write(path.resolve(name), content);
    }

    /** Writes a file of one line each. */
    public void writeLines(String name, List<String> lines) {
        write(name, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
    }

    private void append(String name, String text) {
        try {
            Files.writeString(path.resolve(name), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private UserError unwritable(IOException e) {
        return new UserError(
                path + ": the trial's folder cannot be written (" + e.getMessage()
                        + "); expected a writable folder with free space, choose one with --results DIR",
                e);
    }
}
