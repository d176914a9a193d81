package org.contexture.experiment;

import java.util.Map;
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
    static Outcome bad(State state, String message, @Nullable Long parameters) {
        return new Outcome(state, message, parameters, null, Map.of());
    }

    String json() {
        return JsonFile.pretty(JsonFile.map(
                "state", state.word(),
                "message", message,
                "parameters", parameters,
                "bestEpoch", bestEpoch,
                "metrics", metrics));
    }
}
