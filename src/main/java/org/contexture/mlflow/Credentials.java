package org.contexture.mlflow;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** How to prove who asks, from the variables that MLflow's own clients read. Never printed. */
public final class Credentials {
    private final Optional<String> header;

    private Credentials(Optional<String> header) {
        this.header = header;
    }

    /** {@code MLFLOW_TRACKING_TOKEN}, else {@code MLFLOW_TRACKING_USERNAME} and {@code MLFLOW_TRACKING_PASSWORD}, else none. */
    public static Credentials of(Map<String, String> environment) {
        String token = environment.getOrDefault("MLFLOW_TRACKING_TOKEN", "");
        String user = environment.getOrDefault("MLFLOW_TRACKING_USERNAME", "");
        if (!token.isEmpty()) {
            return new Credentials(Optional.of("Bearer " + token));
        }
        if (user.isEmpty()) {
            return new Credentials(Optional.empty());
        }
        String pair = user + ":" + environment.getOrDefault("MLFLOW_TRACKING_PASSWORD", "");
        String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return new Credentials(Optional.of("Basic " + encoded));
    }

    /** The value of the header {@code Authorization}. */
    Optional<String> header() {
        return header;
    }

    @Override
    public String toString() {
        return header.isPresent() ? "credentials" : "no credentials";
    }
}
