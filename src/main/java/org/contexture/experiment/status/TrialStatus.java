package org.contexture.experiment.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.contexture.experiment.JsonFile;
import org.contexture.experiment.State;
import org.jspecify.annotations.Nullable;

/**
 * Where a planned trial stands.
 *
 * @param trial its id
 * @param folder of its files, which it may not have yet
 * @param state {@code planned}, {@code running} or the word of a {@link State}
 * @param message why it did not end well; null if nobody told
 */
public record TrialStatus(String trial, Path folder, String state, @Nullable String message) {
    static final String PLANNED = "planned";
    static final String RUNNING = "running";

    /** A trial in one of these never runs again; any other outcome is an earlier attempt's, while it runs. */
    private static final Set<String> FINAL = Set.of(State.OK.word(), State.DIVERGED.word(), State.PRUNED.word());

    /** States that nobody has to look at. */
    private static final Set<String> GOOD = Set.of(PLANNED, RUNNING, State.OK.word(), State.PRUNED.word());

    /**
     * Reads where a trial stands.
     *
     * @param trials where trials have their folders
     * @param planned its entry in plan.json: an object with id and folder, or an id that is also the folder's name
     * @param atWork what the runner told last; null if none is at work
     */
    static TrialStatus read(Path trials, JsonNode planned, @Nullable RunStatus atWork) {
        String id = planned.isTextual() ? planned.asText() : planned.path("id").asText();
        Path folder =
                trials.resolve(planned.isTextual() ? id : planned.path("folder").asText());
        JsonNode outcome = LooseFile.object(folder.resolve("outcome.json"));
        String state = outcome == null ? "" : outcome.path("state").asText();
        if (outcome != null && (FINAL.contains(state) || !isRunning(id, atWork))) {
            return new TrialStatus(id, folder, state, outcome.path("message").textValue());
        }
        return new TrialStatus(id, folder, begun(id, folder, atWork), null);
    }

    private static boolean isRunning(String id, @Nullable RunStatus atWork) {
        return atWork != null
                && atWork.run().running().stream()
                        .anyMatch(trial -> trial.trial().equals(id));
    }

    /** The state of a trial without an outcome that counts. */
    private static String begun(String id, Path folder, @Nullable RunStatus atWork) {
        if (isRunning(id, atWork)) {
            return RUNNING;
        }
        try {
            var written =
                    Files.getLastModifiedTime(folder.resolve("trial.json")).toInstant();
            boolean isNews = atWork != null && written.isAfter(atWork.updated()); // begun since the runner told
            return isNews ? RUNNING : State.INTERRUPTED.word();
        } catch (IOException e) {
            return PLANNED;
        }
    }

    /** Whether it ended, but neither well nor left behind on purpose. */
    public boolean isBad() {
        return !GOOD.contains(state);
    }

    /** The lines it logged, with stack traces. */
    public Path log() {
        return folder.resolve("log.txt");
    }

    Map<String, @Nullable Object> json() {
        return JsonFile.map("trial", trial, "state", state, "message", message, "log", log().toString());
    }
}
