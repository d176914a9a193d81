package org.contexture.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.contexture.corpus.CorpusSettings;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/**
 * A plan that nothing can change any more: plan.json, written before the first trial.
 *
 * @param experiment its name
 * @param question what it asks, if the file says
 * @param file the experiment file, as the user named it
 * @param base the folder that paths of corpora are relative to
 * @param trials in the order of tables
 */
public record FrozenPlan(
        String experiment, @Nullable String question, String file, Path base, List<FrozenTrial> trials) {
    public static final String FILE = "plan.json";

    public FrozenPlan {
        trials = List.copyOf(trials);
    }

    /** Freezes a plan for these corpora and this engine. */
    public static FrozenPlan of(Plan plan, Function<CorpusSettings, String> corpusSha256, String engine) {
        Experiment experiment = plan.experiment();
        return new FrozenPlan(
                experiment.name(),
                experiment.question(),
                experiment.file().toString(),
                experiment.base().normalize(),
                plan.trials().stream()
                        .map(trial -> FrozenTrial.of(trial, corpusSha256.apply(trial.corpus()), engine))
                        .toList());
    }

    /** The engine that its trials were frozen with. */
    public String engine() {
        return trials.isEmpty() ? "" : trials.get(0).engine();
    }

    /** Writes plan.json into a folder of results. What all trials have in common is written once. */
    public void write(Path results) {
        Map<String, @Nullable Object> shared = shared();
        WholeFile.write(
                results.resolve(FILE),
                JsonFile.pretty(JsonFile.map(
                        "experiment",
                        experiment,
                        "question",
                        question,
                        "file",
                        file,
                        "base",
                        relative(results),
                        "engine",
                        engine(),
                        "settings",
                        shared,
                        "trials",
                        trials.stream().map(trial -> own(trial, shared)).toList())));
    }

    /** Relative, so that a folder of results can move together with its experiment. */
    private String relative(Path results) {
        try {
            return results.toAbsolutePath()
                    .normalize()
                    .relativize(base)
                    .toString()
                    .replace('\\', '/');
        } catch (IllegalArgumentException e) {
            return base.toString(); // on another drive of Windows
        }
    }

    private Map<String, @Nullable Object> shared() {
        Map<String, @Nullable Object> shared = new LinkedHashMap<>();
        if (!trials.isEmpty()) {
            shared.putAll(trials.get(0).trial().settings());
        }
        for (FrozenTrial each : trials) {
            shared.entrySet().removeIf(entry -> !isIn(entry, each.trial().settings()));
        }
        return shared;
    }

    private static boolean isIn(Map.Entry<String, @Nullable Object> entry, Map<String, @Nullable Object> settings) {
        return settings.containsKey(entry.getKey()) && Objects.equals(settings.get(entry.getKey()), entry.getValue());
    }

    private static Map<String, @Nullable Object> own(FrozenTrial frozen, Map<String, @Nullable Object> shared) {
        Map<String, @Nullable Object> settings =
                new LinkedHashMap<>(frozen.trial().settings());
        settings.keySet().removeAll(shared.keySet());
        Map<String, @Nullable Object> own = JsonFile.map("id", frozen.trial().id(), "folder", frozen.folder());
        own.putAll(frozen.description());
        own.remove("engine");
        own.put("settings", settings);
        return own;
    }

    /**
     * Reads the plan of a folder of results.
     *
     * @throws UserError if there is none, or it is damaged
     */
    public static FrozenPlan read(Path results) {
        Path file = results.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new UserError(
                    results + " holds no plan.json; expected an experiment's folder of results, such as results/smoke");
        }
        Map<String, @Nullable Object> plan = JsonFile.read(file);
        if (!(plan.get("trials") instanceof List<?> items)) {
            throw new UserError(file + ": found no list of trials; expected the plan that a run wrote. Run it again.");
        }
        List<FrozenTrial> trials = new ArrayList<>();
        items.forEach(item -> trials.add(trial(plan, item, file)));
        return new FrozenPlan(
                String.valueOf(plan.get("experiment")),
                plan.get("question") instanceof String question ? question : null,
                String.valueOf(plan.get("file")),
                results.toAbsolutePath()
                        .resolve(String.valueOf(plan.get("base")))
                        .normalize(),
                trials);
    }

    private static FrozenTrial trial(Map<String, @Nullable Object> plan, @Nullable Object item, Path file) {
        if (!(item instanceof Map<?, ?> own)) {
            throw new UserError(
                    file + ": found " + item
                            + " among its trials; it is damaged or of an earlier version. Restore it, or run the experiment again.");
        }
        Map<String, @Nullable Object> description = new LinkedHashMap<>();
        own.forEach((key, value) -> description.put(String.valueOf(key), value));
        description.put("engine", plan.get("engine"));
        description.put("settings", merged(plan.get("settings"), own.get("settings")));
        return FrozenTrial.of(description, file.toString());
    }

    private static Map<String, @Nullable Object> merged(@Nullable Object... parts) {
        Map<String, @Nullable Object> settings = new LinkedHashMap<>();
        for (Object part : parts) {
            if (part instanceof Map<?, ?> map) map.forEach((key, value) -> settings.put(String.valueOf(key), value));
        }
        return settings;
    }
}
