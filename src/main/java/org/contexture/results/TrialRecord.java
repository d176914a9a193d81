package org.contexture.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contexture.experiment.State;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/**
 * What a trial's folder says of it so far.
 *
 * @param folder {@code trials/<id>}, which a planned trial does not have yet
 * @param trial its frozen configuration; null if only planned
 * @param outcome how it ended; null if it has not
 */
record TrialRecord(String id, Path folder, @Nullable ObjectNode trial, @Nullable ObjectNode outcome) {
    private static final List<String> STATES = State.words();

    /** The planned trials of a result folder, in plan order. */
    static List<TrialRecord> planned(Path results) {
        Path file = results.resolve("plan.json");
        if (!Files.isRegularFile(file)) {
            throw new UserError(results + " holds no plan.json: name the folder of an experiment's results, "
                    + "or run the experiment first.");
        }
        if (!(Json.object(file).get("trials") instanceof ArrayNode ids)) {
            throw new UserError(file + " should list the ids of its trials under \"trials\": " + Json.REMEDY);
        }
        List<TrialRecord> trials = new ArrayList<>();
        ids.forEach(item -> trials.add(read(results.resolve("trials"), item, file)));
        return trials;
    }

    private static TrialRecord read(Path trials, JsonNode planned, Path file) {
        if (!(planned instanceof ObjectNode own)) {
            throw new UserError(
                    file + " should list trials with id and folder, but has " + planned + ": " + Json.REMEDY);
        }
        String id = Json.text(own, "id", file);
        String name = Json.text(own, "folder", file);
        if (name.isEmpty() || name.contains("/") || name.contains("\\") || name.startsWith(".")) {
            throw new UserError(file + " has the folder " + planned.get("folder") + " for " + id
                    + ", which is no plain name: " + Json.REMEDY);
        }
        Path folder = trials.resolve(name);
        ObjectNode trial = object(folder.resolve("trial.json"));
        ObjectNode outcome = trial == null ? null : object(folder.resolve("outcome.json"));
        if (outcome != null && !STATES.contains(Json.text(outcome, "state", folder.resolve("outcome.json")))) {
            throw new UserError(folder.resolve("outcome.json") + " has the state " + outcome.get("state")
                    + " where one of " + STATES + " was expected: " + Json.REMEDY);
        }
        return new TrialRecord(id, folder, trial, outcome);
    }

    private static @Nullable ObjectNode object(Path file) {
        return Files.isRegularFile(file) ? Json.object(file) : null;
    }

    String state() {
        if (outcome != null) {
            return outcome.path("state").asText();
        }
        return trial == null ? "planned" : "running";
    }

    Map<String, JsonNode> settings() {
        return members(trial, "settings");
    }

    Map<String, JsonNode> metrics() {
        return members(outcome, "metrics");
    }

    private static Map<String, JsonNode> members(@Nullable ObjectNode object, String key) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        if (object != null) {
            object.path(key).properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        }
        return members;
    }

    /** The trial's line of trials.csv. */
    Map<String, JsonNode> row() {
        Map<String, JsonNode> row = new LinkedHashMap<>();
        row.put("trial", TextNode.valueOf(id));
        row.put("configuration", value(trial, "configuration"));
        row.put("seed", value(trial, "seed"));
        row.putAll(settings());
        row.put("parameters", value(outcome, "parameters"));
        row.put("state", TextNode.valueOf(state()));
        row.put("bestEpoch", value(outcome, "bestEpoch"));
        row.putAll(metrics());
        row.put("message", value(outcome, "message"));
        row.put(
                TrialColumns.LOG,
                trial == null
                        ? NullNode.getInstance()
                        : TextNode.valueOf("trials/" + folder.getFileName() + "/log.txt"));
        return row;
    }

    private static JsonNode value(@Nullable ObjectNode object, String key) {
        JsonNode value = object == null ? null : object.get(key);
        return value == null ? NullNode.getInstance() : value;
    }

    /** The lines of metrics.jsonl as lines of epochs.csv. */
    List<Map<String, JsonNode>> epochs() {
        Path file = folder.resolve("metrics.jsonl");
        List<Map<String, JsonNode>> epochs = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            Json.lines(file).forEach(line -> epochs.add(withTrial(line)));
        }
        return epochs;
    }

    /** The one line of timings.csv, or none. */
    List<Map<String, JsonNode>> timings() {
        ObjectNode timings = object(folder.resolve("timings.json"));
        return timings == null ? List.of() : List.of(withTrial(timings));
    }

    private Map<String, JsonNode> withTrial(ObjectNode object) {
        Map<String, JsonNode> row = new LinkedHashMap<>();
        row.put("trial", TextNode.valueOf(id));
        object.properties().forEach(member -> row.put(member.getKey(), member.getValue()));
        return row;
    }
}
