package org.contexture.experiment.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contexture.experiment.JsonFile;
import org.contexture.experiment.State;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/**
 * How an experiment stands, by its folder of results alone: read without a lock, also while a run is at work on it.
 *
 * @param question of the experiment file; null if it asks none
 * @param status of the last run; null if none told of itself
 * @param trials as planned, in the plan's order
 */
public record ExperimentStatus(
        Path folder,
        String experiment,
        @Nullable String question,
        Runner runner,
        @Nullable RunStatus status,
        List<TrialStatus> trials) {
    /**
     * Reads a folder.
     *
     * @param now the time, for how long a runner has been silent
     * @throws UserError if it is no folder of results
     */
    public static ExperimentStatus read(Path folder, Instant now) {
        JsonNode plan = LooseFile.object(folder.resolve("plan.json"));
        if (plan == null || !plan.path("trials").isArray()) {
            throw new UserError(folder + " holds no plan.json that lists trials; expected the folder of an experiment's"
                    + " results, such as results/smoke, after its run has begun");
        }
        // Trials are read after the run's status: one that ends in between is then found by its outcome.
        JsonNode json = LooseFile.object(folder.resolve(StatusFile.NAME));
        RunStatus status = json == null ? null : RunStatus.of(json);
        Runner runner = Runner.of(status, now);
        RunStatus atWork = runner.isAtWork() ? status : null;
        List<TrialStatus> trials = new ArrayList<>();
        plan.path("trials").forEach(trial -> trials.add(TrialStatus.read(folder.resolve("trials"), trial, atWork)));
        return new ExperimentStatus(
                folder,
                plan.path("experiment").asText(),
                plan.path("question").textValue(),
                runner,
                status,
                List.copyOf(trials));
    }

    /** How many trials are in each state, in a fixed order; states without any are 0. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put(TrialStatus.PLANNED, 0);
        counts.put(TrialStatus.RUNNING, 0);
        State.words().forEach(word -> counts.put(word, 0));
        trials.forEach(trial -> counts.merge(trial.state(), 1, Integer::sum));
        return counts;
    }

    /** What its runner told last of the trials under way; empty if it is not at work. */
    public List<RunningTrial> running() {
        List<String> names = trials.stream()
                .filter(trial -> trial.state().equals(TrialStatus.RUNNING))
                .map(TrialStatus::trial)
                .toList();
        RunStatus now = atWork();
        return now == null
                ? List.of()
                : now.run().running().stream()
                        .filter(trial -> names.contains(trial.trial()))
                        .toList();
    }

    /** What the runner told last; null if none is at work. */
    public @Nullable RunStatus atWork() {
        return runner.isAtWork() ? status : null;
    }

    /** Trials that did not end well. */
    public List<TrialStatus> bad() {
        return trials.stream().filter(TrialStatus::isBad).toList();
    }

    /** One object for scripts; its keys are those that {@code contexture status --help} lists. */
    public String json() {
        Map<String, @Nullable Object> json = JsonFile.map(
                "experiment", experiment, "question", question, "folder", folder.toString(), "trials", trials.size());
        json.put("counts", counts());
        json.put("runner", runnerJson());
        json.put("running", running().stream().map(RunningTrial::json).toList());
        json.put("bad", bad().stream().map(TrialStatus::json).toList());
        RunStatus now = atWork();
        json.put("share", now == null ? null : JsonFile.orNull(now.run().share()));
        json.put("secondsLeft", now == null ? null : JsonFile.orNull(now.run().secondsLeft()));
        return JsonFile.pretty(json);
    }

    private Map<String, @Nullable Object> runnerJson() {
        RunStatus last = status;
        return JsonFile.map(
                "state",
                runner.word(),
                "host",
                last == null ? null : last.host(),
                "pid",
                last == null ? null : last.pid(),
                "started",
                last == null ? null : last.started().toString(),
                "updated",
                last == null ? null : last.updated().toString(),
                "ended",
                last == null || last.ended() == null ? null : last.ended().toString(),
                "workers",
                last == null ? null : last.workers());
    }
}
