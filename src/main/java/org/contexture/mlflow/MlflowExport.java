package org.contexture.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.contexture.experiment.FrozenPlan;
import org.contexture.experiment.FrozenTrial;
import org.contexture.experiment.JsonFile;
import org.contexture.setting.UserError;

/**
 * Copies the finished trials of a result folder to MLflow, a run each. A run gets the tag {@value #IDENTITY} when all else of it
 * is there, and a trial whose identity is found is not copied again: an export that was interrupted is repeated without harm.
 */
public final class MlflowExport {
    static final String IDENTITY = "contexture.identity";

    private final TrackingServer server;
    private final Consumer<String> log;

    /** @param log is told of each trial, in a line */
    public MlflowExport(TrackingServer server, Consumer<String> log) {
        this.server = server;
        this.log = log;
    }

    /** How many trials were copied, were there before, and are not finished. */
    public record Count(int copied, int before, int unfinished) {}

    /**
     * Copies a folder's trials, in the plan's order.
     *
     * @param results an experiment's folder of results, with its {@code trials/}
     * @param experiment the name at MLflow
     * @throws UserError if the folder holds no trials, or the server does not answer or refuses
     */
    public Count export(Path results, FrozenPlan plan, String experiment) {
        Path trials = results.resolve("trials");
        if (!Files.isDirectory(trials)) {
            throw new UserError(
                    results + " holds no trials/; expected the folder that a run wrote, not published tables");
        }
        String id = experimentId(experiment);
        int copied = 0;
        int before = 0;
        int unfinished = 0;
        for (FrozenTrial trial : plan.trials()) {
            Path folder = trials.resolve(trial.folder());
            if (!Files.isRegularFile(folder.resolve("outcome.json"))) {
                unfinished++;
                log.accept(trial.id() + ": not finished, left out");
            } else if (isThere(id, trial)) {
                before++;
                log.accept(trial.id() + ": already there");
            } else {
                copied++;
                log.accept(trial.id() + ": run " + copy(id, trial, folder));
            }
        }
        return new Count(copied, before, unfinished);
    }

    private String experimentId(String name) {
        String path = "experiments/get-by-name";
        TrackingServer.Answer answer = server.get(path, "experiment_name", name);
        if (answer.status() == 404 && answer.json().path("error_code").asText().equals("RESOURCE_DOES_NOT_EXIST")) {
            return text(server.post("experiments/create", Map.of("name", name)), "experiment_id");
        }
        if (!answer.isOk()) {
            throw server.refused(path, answer);
        }
        JsonNode experiment = answer.json().path("experiment");
        if (experiment.path("lifecycle_stage").asText().equals("deleted")) {
            throw new UserError("MLflow's experiment " + name + " was deleted; restore it there, or choose another name"
                    + " with --experiment");
        }
        return text(experiment, "experiment_id");
    }

    private static String text(JsonNode json, String key) {
        String text = json.path(key).asText();
        if (text.isEmpty()) {
            throw new UserError("The answer has no " + key + "; expected an MLflow tracking server at --url");
        }
        return text;
    }

    private boolean isThere(String experiment, FrozenTrial trial) {
        JsonNode found = server.post(
                "runs/search",
                JsonFile.map(
                        "experiment_ids",
                        List.of(experiment),
                        "filter",
                        "tags.`" + IDENTITY + "` = '" + trial.identity() + "'",
                        "max_results",
                        1));
        return !found.path("runs").isEmpty();
    }

    private String copy(String experiment, FrozenTrial trial, Path folder) {
        TrialEntities entities = new TrialEntities(trial, folder);
        JsonNode created = server.post(
                "runs/create",
                JsonFile.map(
                        "experiment_id", experiment,
                        "run_name", trial.id(),
                        "start_time", entities.start(),
                        "tags", List.of(Entities.tag("mlflow.runName", trial.id()))));
        String run = text(created.path("run").path("info"), "run_id");
        log(run, "params", Entities.parts(entities.params(), Entities.PARAMS_OR_TAGS));
        log(run, "metrics", Entities.parts(entities.metrics(), Entities.METRICS));
        log(run, "tags", Entities.parts(entities.tags(), Entities.PARAMS_OR_TAGS));
        server.post(
                "runs/update", JsonFile.map("run_id", run, "status", entities.status(), "end_time", entities.end()));
        log(run, "tags", List.of(List.of(Entities.tag(IDENTITY, trial.identity()))));
        return run;
    }

    private void log(String run, String kind, List<List<Map<String, Object>>> parts) {
        parts.forEach(part -> server.post("runs/log-batch", JsonFile.map("run_id", run, kind, part)));
    }
}
