package org.contexture.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contexture.experiment.JsonFile;
import org.contexture.results.Results;
import org.contexture.results.Tables;
import org.jspecify.annotations.Nullable;

/** A folder of results as a run leaves it, with numbers and texts that a test chooses. */
final class MadeUpSweep {
    private final Path folder;
    private final List<Map<String, @Nullable Object>> plan = new ArrayList<>();
    private @Nullable String question = "Which cell?";
    private String metric = "bleu";

    MadeUpSweep(Path folder) {
        this.folder = folder;
    }

    MadeUpSweep asks(@Nullable String text) {
        question = text;
        return this;
    }

    /** What the numbers of later trials are of. */
    MadeUpSweep measures(String name) {
        metric = name;
        return this;
    }

    /** A configuration set apart by its cell, with seeds 1, 2, …: NaN is a trial that failed, infinity one that has not begun. */
    MadeUpSweep cell(String cell, double... values) {
        return configuration(Map.of("model.cell", cell), cell, values);
    }

    /** One of any settings. */
    MadeUpSweep configuration(Map<String, Object> settings, String name, double... values) {
        for (int i = 0; i < values.length; i++) {
            trial(settings, name, i + 1, values[i]);
        }
        return this;
    }

    private void trial(Map<String, Object> settings, String name, int seed, double value) {
        Path trial = planned(name + "-s" + seed);
        if (value == Double.POSITIVE_INFINITY) {
            return;
        }
        write(
                trial.resolve("trial.json"),
                JsonFile.map("id", name + "-s" + seed, "configuration", name, "seed", seed, "settings", settings));
        if (Double.isNaN(value)) {
            ended(trial, "failed", "it broke", Map.of());
        } else {
            ended(trial, "ok", null, metrics(value));
            write(trial.resolve("timings.json"), JsonFile.map("seconds", 1 + value, "start", "2026-01-02T03:04:05Z"));
            courses(trial, value);
        }
    }

    private Path planned(String id) {
        String name = "t" + plan.size();
        plan.add(JsonFile.map("id", id, "folder", name));
        return folder.resolve("trials").resolve(name);
    }

    private Map<String, Object> metrics(double value) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("trainPairs", 1505);
        metrics.put(metric, value);
        return metrics;
    }

    private static void ended(Path trial, String state, @Nullable String message, Map<String, Object> metrics) {
        write(
                trial.resolve("outcome.json"),
                JsonFile.map(
                        "state", state, "message", message, "parameters", 1000, "bestEpoch", 2, "metrics", metrics));
    }

    private static void courses(Path trial, double value) {
        text(
                trial.resolve("metrics.jsonl"),
                "{\"epoch\": 1, \"validLoss\": 2.5}\n{\"epoch\": 2, \"validLoss\": 1.5}\n");
        text(trial.resolve("positions.csv"), "position,tokens,loss\n1,10," + value + "\n2,9,2.5\n");
        text(trial.resolve("lengths.csv"), "length,sentences,tokens,loss\n1,5,10," + value + "\n2,4,9,2.5\n");
    }

    /** A trial that failed, with its reason. */
    MadeUpSweep failed(String cell, int seed, String message) {
        Path trial = planned(cell + "-s" + seed);
        write(
                trial.resolve("trial.json"),
                JsonFile.map(
                        "id",
                        cell + "-s" + seed,
                        "configuration",
                        cell,
                        "seed",
                        seed,
                        "settings",
                        Map.of("model.cell", cell)));
        ended(trial, "failed", message, Map.of());
        return this;
    }

    /** Adds a file to the trial of this place in the plan. */
    MadeUpSweep file(int trial, String name, String text) {
        text(folder.resolve("trials").resolve("t" + trial).resolve(name), text);
        return this;
    }

    /** The results as a report opens them. */
    Results results() {
        write(
                folder.resolve("plan.json"),
                JsonFile.map("experiment", "made-up", "question", question, "file", "made-up.yaml", "trials", plan));
        return Tables.open(folder);
    }

    Report report() {
        return Report.of(results(), ReportRequest.usual());
    }

    private static void write(Path file, Map<String, @Nullable Object> content) {
        text(file, JsonFile.pretty(content));
    }

    private static void text(Path file, String text) {
        try {
            Path parent = file.getParent();
            if (parent != null) Files.createDirectories(parent);
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
