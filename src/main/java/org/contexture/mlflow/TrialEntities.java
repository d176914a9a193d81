package org.contexture.mlflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contexture.experiment.FrozenTrial;
import org.contexture.experiment.JsonFile;
import org.contexture.experiment.State;
import org.jspecify.annotations.Nullable;

/**
 * What a finished trial's folder becomes at MLflow. Settings that are set are params. Numbers are metrics: those of epochs with
 * the epoch as step, those of the test with the best epoch as step, under {@code best.} if epochs have the name too. Text is a
 * tag. A number that is not finite becomes a word in the tag {@code contexture.notFinite}: MLflow's databases keep infinity as
 * another number, and its pages fail over NaN.
 */
final class TrialEntities {
    private final FrozenTrial trial;
    private final Path folder;
    private final Map<String, @Nullable Object> outcome;
    private final Map<String, @Nullable Object> timings;
    private final List<Map<String, Object>> metrics = new ArrayList<>();
    private final Map<String, String> words = new LinkedHashMap<>();
    private final List<String> notFinite = new ArrayList<>();
    private final Set<String> ofEpochs = new HashSet<>();

    TrialEntities(FrozenTrial trial, Path folder) {
        this.trial = trial;
        this.folder = folder;
        outcome = read("outcome.json");
        timings = read("timings.json");
        epochs();
        test();
    }

    private Map<String, @Nullable Object> read(String name) {
        Path file = folder.resolve(name);
        return Files.isRegularFile(file) ? JsonFile.read(file) : Map.of();
    }

    List<Map<String, Object>> params() {
        List<Map<String, Object>> params = new ArrayList<>();
        settings().forEach((path, value) -> {
            if (value != null) params.add(Entities.param(String.valueOf(path), text(value)));
        });
        return params;
    }

    /** As the trial was run, whatever this version would make of it. */
    private Map<?, ?> settings() {
        return read("trial.json").get("settings") instanceof Map<?, ?> settings
                ? settings
                : trial.trial().settings();
    }

    List<Map<String, Object>> metrics() {
        return metrics;
    }

    /** All but the identity, which is written last. */
    List<Map<String, Object>> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("contexture.trial", trial.id());
        tags.put("contexture.configuration", trial.trial().configuration());
        tags.put("contexture.seed", String.valueOf(trial.trial().seed()));
        tags.put("contexture.state", state());
        tags.put("contexture.corpusSha256", trial.corpusSha256());
        if (outcome.get("message") instanceof String message) tags.put("contexture.message", message);
        if (!notFinite.isEmpty()) tags.put("contexture.notFinite", String.join(", ", notFinite));
        tags.putAll(words);
        provenance(tags);
        return tags.entrySet().stream()
                .filter(tag -> !tag.getValue().isEmpty())
                .map(tag -> Entities.tag(tag.getKey(), tag.getValue()))
                .toList();
    }

    private void provenance(Map<String, String> tags) {
        Map<String, @Nullable Object> provenance = read("provenance.json");
        provenance.forEach((key, value) -> {
            if (value != null && !words.containsKey(key)) tags.put("contexture.provenance." + key, text(value));
        });
        if (provenance.get("git") instanceof Map<?, ?> git) {
            if (git.get("commit") instanceof String commit) tags.put("mlflow.source.git.commit", commit);
            if (git.get("branch") instanceof String branch) tags.put("mlflow.source.git.branch", branch);
            if (git.get("remote") instanceof String remote) tags.put("mlflow.source.git.repoURL", remote);
        }
        if (provenance.get("experimentFile") instanceof String file) tags.put("mlflow.source.name", file);
        tags.put("mlflow.source.type", "LOCAL");
    }

    private String state() {
        return String.valueOf(outcome.get("state"));
    }

    /** MLflow's word for how a run ended. A pruned trial ended as its experiment wanted. */
    String status() {
        return switch (State.of(state()).orElse(State.FAILED)) {
            case OK, PRUNED -> "FINISHED";
            case KILLED, TIMED_OUT, INTERRUPTED -> "KILLED";
            case DIVERGED, FAILED, OUT_OF_MEMORY -> "FAILED";
        };
    }

    /** Milliseconds since 1970; 0 if the trial's folder does not tell. */
    long start() {
        try {
            return timings.get("start") instanceof String start
                    ? Instant.parse(start).toEpochMilli()
                    : 0;
        } catch (DateTimeParseException e) {
            return 0;
        }
    }

    long end() {
        return timings.get("seconds") instanceof Number seconds
                ? start() + Math.round(seconds.doubleValue() * 1000)
                : start();
    }

    private void epochs() {
        Path file = folder.resolve("metrics.jsonl");
        if (Files.isRegularFile(file)) {
            for (Map<String, @Nullable Object> line : JsonFile.lines(file)) {
                long epoch = line.get("epoch") instanceof Number number ? number.longValue() : 0;
                line.forEach((key, value) -> {
                    ofEpochs.add(key);
                    if (!key.equals("epoch")) add(key, value, epoch);
                });
            }
        }
    }

    private void test() {
        long best = outcome.get("bestEpoch") instanceof Number number ? number.longValue() : 0;
        add("parameters", outcome.get("parameters"), best);
        add("bestEpoch", outcome.get("bestEpoch"), best);
        if (outcome.get("metrics") instanceof Map<?, ?> test) {
            test.forEach(
                    (key, value) -> add(ofEpochs.contains(key) ? "best." + key : String.valueOf(key), value, best));
        }
    }

    private void add(String key, @Nullable Object value, long step) {
        if (value instanceof Number number) {
            metrics.add(Entities.metric(key, number.doubleValue(), end(), step));
        } else if (value instanceof String text
                && Set.of("NaN", "Infinity", "-Infinity").contains(text)) {
            notFinite.add(key + " at step " + step + " is " + text);
        } else if (value != null) {
            words.put("contexture." + key, text(value));
        }
    }

    private static String text(Object value) {
        return value instanceof String text ? text : TrackingServer.json(value);
    }
}
