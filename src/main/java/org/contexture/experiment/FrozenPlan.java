package org.contexture.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it was written down before its first trial, read back from {@code plan.json}. It says all that a trial needs to be run
 * again: the experiment file may have changed since.
 *
 * @param base folder that corpus paths are relative to, itself relative to the result folder
 * @param engine the engine's digest, 64 hexadecimal digits
 */
public record FrozenPlan(
        String experiment, @Nullable String question, String base, String engine, List<PlannedTrial> trials) {
    public FrozenPlan {
        trials = List.copyOf(trials);
    }

    /**
     * A trial of the plan.
     *
     * @param id readable, unique within the plan
     * @param folder its folder's name under {@code trials/}
     * @param identity hash of settings, seed, corpus and engine, 64 hexadecimal digits
     * @param settings all settings by dotted path, the shared ones too
     */
    public record PlannedTrial(
            String id,
            String folder,
            String identity,
            String configuration,
            long seed,
            String corpusSha256,
            Map<String, @Nullable Object> settings) {
        /**
         * The trial to run.
         *
         * @throws UserError if this version does not know its settings
         */
        public Trial trial(Path plan) {
            return Trial.of(configuration, seed, settings, plan + ", trial " + id);
        }
    }

    /** The file in a folder of results. */
    public static Path file(Path results) {
        return results.resolve("plan.json");
    }

    /**
     * Reads a result folder's plan.
     *
     * @throws UserError if there is none, or one of a version that wrote less down
     */
    public static FrozenPlan read(Path results) {
        Path file = file(results);
        if (!Files.isRegularFile(file)) {
            throw new UserError(
                    results + " holds no plan.json; expected an experiment's folder of results, such as results/smoke");
        }
        return new Reader(file, JsonFile.read(file)).read();
    }

    /** Checks each value on its way out of the file's maps. */
    private record Reader(Path file, Map<String, ? extends @Nullable Object> plan) {
        FrozenPlan read() {
            Map<String, @Nullable Object> shared = map(plan, "settings");
            if (!(plan.get("trials") instanceof List<?> list)) {
                throw lacks("trials");
            }
            List<PlannedTrial> trials = new ArrayList<>();
            for (Object each : list) {
                if (!(each instanceof Map<?, ?> trial)) {
                    throw lacks("trials[].id");
                }
                trials.add(trial(texts(trial), shared));
            }
            return new FrozenPlan(
                    text(plan, "experiment"),
                    plan.get("question") instanceof String question ? question : null,
                    text(plan, "base"),
                    text(plan, "engine"),
                    trials);
        }

        private PlannedTrial trial(Map<String, @Nullable Object> trial, Map<String, @Nullable Object> shared) {
            Map<String, @Nullable Object> settings = new LinkedHashMap<>(shared);
            settings.putAll(map(trial, "settings"));
            String folder = text(trial, "folder");
            if (folder.contains("/") || folder.contains("\\") || folder.startsWith(".")) {
                throw new UserError(file + " names the folder '" + folder
                        + "'; expected a name without '/', as Contexture writes it: restore the file");
            }
            if (!(trial.get("seed") instanceof Number seed)) {
                throw lacks("trials[].seed");
            }
            return new PlannedTrial(
                    text(trial, "id"),
                    folder,
                    text(trial, "identity"),
                    text(trial, "configuration"),
                    seed.longValue(),
                    text(trial, "corpusSha256"),
                    settings);
        }

        private String text(Map<String, ? extends @Nullable Object> map, String key) {
            if (map.get(key) instanceof String text) {
                return text;
            }
            throw lacks(key);
        }

        private Map<String, @Nullable Object> map(Map<String, ? extends @Nullable Object> map, String key) {
            if (map.get(key) instanceof Map<?, ?> value) {
                return texts(value);
            }
            throw lacks(key);
        }

        private static Map<String, @Nullable Object> texts(Map<?, ?> map) {
            Map<String, @Nullable Object> texts = new LinkedHashMap<>();
            map.forEach((key, value) -> texts.put(String.valueOf(key), value));
            return texts;
        }

        private UserError lacks(String key) {
            return new UserError(file + " has no fitting \"" + key
                    + "\": it is damaged or of an earlier version; restore the file, or run the experiment again");
        }
    }
}
