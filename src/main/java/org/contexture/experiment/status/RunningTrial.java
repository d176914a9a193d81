package org.contexture.experiment.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.contexture.experiment.JsonFile;
import org.jspecify.annotations.Nullable;

/**
 * A trial under way. Numbers that are not known yet are NaN here and null in JSON.
 *
 * @param trial its id
 * @param epoch under way, from 1; 0 before the first step
 * @param epochs of the whole training
 * @param share of the whole training done, 0 to 1; at 1 it is being tested
 * @param loss training loss of the epoch so far, in nats per token
 * @param tokensPerSecond target tokens trained on in a second
 * @param secondsLeft of training, at the rate since its first step in this run
 */
public record RunningTrial(
        String trial, int epoch, int epochs, double share, double loss, double tokensPerSecond, double secondsLeft) {
    /** As one of {@code "running"} in status.json. */
    public Map<String, @Nullable Object> json() {
        return JsonFile.map(
                "trial",
                trial,
                "epoch",
                epoch,
                "epochs",
                epochs,
                "share",
                JsonFile.orNull(share),
                "loss",
                JsonFile.orNull(loss),
                "tokensPerSecond",
                JsonFile.orNull(tokensPerSecond),
                "secondsLeft",
                JsonFile.orNull(secondsLeft));
    }

    static RunningTrial of(JsonNode json) {
        return new RunningTrial(
                json.path("trial").asText(),
                json.path("epoch").asInt(),
                json.path("epochs").asInt(),
                json.path("share").asDouble(),
                JsonNumbers.orNaN(json.path("loss")),
                JsonNumbers.orNaN(json.path("tokensPerSecond")),
                JsonNumbers.orNaN(json.path("secondsLeft")));
    }
}
