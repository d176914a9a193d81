package org.contexture.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/**
 * What a trial came to.
 *
 * @param message why it did not end well; null if it did
 * @param parameters how many numbers were trained; null if it did not get that far
 * @param bestEpoch the epoch whose parameters were tested; null if there is none
 * @param metrics test metrics by name, in order; empty unless the state is ok
 */
public record Outcome(
        State state,
        @Nullable String message,
        @Nullable Long parameters,
        @Nullable Integer bestEpoch,
        Map<String, @Nullable Object> metrics) {
    /** A trial that ended early. */
    public static Outcome bad(State state, String message, @Nullable Long parameters) {
        return new Outcome(state, message, parameters, null, Map.of());
    }

    /** What outcome.json holds. */
    public Map<String, @Nullable Object> description() {
        return JsonFile.map(
                "state", state.word(),
                "message", message,
                "parameters", parameters,
                "bestEpoch", bestEpoch,
                "metrics", metrics);
    }

    /**
     * An outcome from its description.
     *
     * @param source the file it was read from, for messages
     * @throws UserError if it has no state that is known
     */
    public static Outcome of(Map<String, ? extends @Nullable Object> description, String source) {
        State state = State.of(String.valueOf(description.get("state")))
                .orElseThrow(() -> new UserError(source + ": found the state " + description.get("state")
                        + "; expected one of " + String.join(", ", State.words())
                        + ". Restore the file, or delete it to run the trial again."));
        Map<String, @Nullable Object> metrics = new LinkedHashMap<>();
        if (description.get("metrics") instanceof Map<?, ?> map) {
            map.forEach((name, value) -> metrics.put(String.valueOf(name), value));
        }
        return new Outcome(
                state,
                description.get("message") instanceof String message ? message : null,
                description.get("parameters") instanceof Number parameters ? parameters.longValue() : null,
                description.get("bestEpoch") instanceof Number epoch ? epoch.intValue() : null,
                metrics);
    }
}
