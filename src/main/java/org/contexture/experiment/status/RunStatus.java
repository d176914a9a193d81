package org.contexture.experiment.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.contexture.experiment.JsonFile;
import org.contexture.experiment.State;
import org.jspecify.annotations.Nullable;

/**
 * What status.json holds: who runs an experiment, and how far it has come.
 *
 * @param host the computer's name
 * @param pid the runner's process there
 * @param started when the run began
 * @param updated when this was written
 * @param ended when the run ended; null while it is at work
 * @param workers trials that run at once
 */
public record RunStatus(
        String host,
        long pid,
        Instant started,
        Instant updated,
        @Nullable Instant ended,
        int workers,
        RunSnapshot run) {
    /** As status.json has it. */
    String json() {
        Map<String, Integer> states = new LinkedHashMap<>();
        for (State state : State.values()) {
            if (run.states().containsKey(state))
                states.put(state.word(), run.states().get(state));
        }
        Map<String, @Nullable Object> json = JsonFile.map("host", host, "pid", pid);
        json.put("started", started.toString());
        json.put("updated", updated.toString());
        json.put("ended", ended == null ? null : ended.toString());
        json.put("workers", workers);
        json.put("trials", run.planned());
        json.put("kept", run.kept());
        json.put("states", states);
        json.put("running", run.running().stream().map(RunningTrial::json).toList());
        json.put("share", JsonFile.orNull(run.share()));
        json.put("secondsLeft", JsonFile.orNull(run.secondsLeft()));
        return JsonFile.pretty(json);
    }

    /** Null where the times are none: then it is not a file of ours. */
    static @Nullable RunStatus of(JsonNode json) {
        try {
            JsonNode ended = json.path("ended");
            return new RunStatus(
                    json.path("host").asText(),
                    json.path("pid").asLong(),
                    Instant.parse(json.path("started").asText()),
                    Instant.parse(json.path("updated").asText()),
                    ended.isTextual() ? Instant.parse(ended.asText()) : null,
                    json.path("workers").asInt(),
                    run(json));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static RunSnapshot run(JsonNode json) {
        Map<State, Integer> states = new EnumMap<>(State.class);
        json.path("states").properties().forEach(state -> State.of(state.getKey())
                .ifPresent(known -> states.put(known, state.getValue().asInt())));
        List<RunningTrial> running = StreamSupport.stream(json.path("running").spliterator(), false)
                .map(RunningTrial::of)
                .toList();
        return new RunSnapshot(
                json.path("trials").asInt(),
                json.path("kept").asInt(),
                states,
                running,
                json.path("share").asDouble(),
                JsonNumbers.orNaN(json.path("secondsLeft")));
    }
}
