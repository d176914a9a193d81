package org.contexture.experiment.sweep;

import static org.contexture.experiment.yaml.SettingSchema.anyOf;
import static org.contexture.experiment.yaml.SettingSchema.keys;
import static org.contexture.experiment.yaml.SettingSchema.list;
import static org.contexture.experiment.yaml.SettingSchema.object;
import static org.contexture.experiment.yaml.SettingSchema.orNull;
import static org.contexture.experiment.yaml.SettingSchema.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.contexture.experiment.yaml.Form;
import org.contexture.experiment.yaml.ScalarForm;
import org.contexture.experiment.yaml.SettingSchema;
import org.contexture.experiment.yaml.Shape;

/** JSON Schemas of sweeps, as definitions that refer to each other. */
public final class SweepSchema {
    private final Shape file;
    private final List<String> paths;

    /** @param paths of the settings that can be swept */
    public SweepSchema(Shape file, List<String> paths) {
        this.file = file;
        this.paths = List.copyOf(paths);
    }

    /** The values of a setting, as {@code sweep} lists them. */
    private static Map<String, Object> values(String path) {
        return reference("values." + path);
    }

    /** What a schema refers to: every setting by its path, lists of its values, and the parts of a sweep. */
    public Map<String, Object> definitions() {
        Map<String, Object> definitions = new LinkedHashMap<>();
        paths.forEach(
                path -> definitions.put(path, SettingSchema.of(file.find(path).orElseThrow())));
        paths.forEach(path -> definitions.put("values." + path, list(reference(path))));
        definitions.put("zip", object(each(SweepSchema::values)));
        definitions.put("point", object(each(SettingSchema::reference)));
        definitions.put("condition", object(each(path -> anyOf(reference(path), values(path)))));
        definitions.put("range", range());
        definitions.put("random", random());
        definitions.put("sweep", sweep());
        return definitions;
    }

    private Map<String, Object> each(Function<String, Map<String, Object>> schema) {
        Map<String, Object> properties = new LinkedHashMap<>();
        paths.forEach(path -> properties.put(path, schema.apply(path)));
        return properties;
    }

    private static Map<String, Object> range() {
        Map<String, Object> bounds = list(keys("type", "number"));
        bounds.put("minItems", 2);
        bounds.put("maxItems", 2);
        return anyOf(only("uniform", bounds), only("logUniform", bounds), only("integer", bounds));
    }

    private Map<String, Object> random() {
        Map<String, Object> properties = keys(
                "trials",
                keys("type", "integer", "minimum", 1, "maximum", SweepReader.MOST_POINTS),
                "seed",
                keys("type", "integer"));
        properties.putAll(each(path -> {
            Form form = file.find(path).orElseThrow().form();
            boolean isNumber = form instanceof ScalarForm.Whole || form instanceof ScalarForm.Decimal;
            Map<String, Object> choice = only("choice", values(path));
            return isNumber ? anyOf(reference("range"), choice) : choice;
        }));
        Map<String, Object> random = object(properties);
        random.put("required", List.of("trials"));
        return random;
    }

    private static Map<String, Object> only(String key, Map<String, Object> value) {
        Map<String, Object> schema = object(keys(key, value));
        schema.put("required", List.of(key));
        return schema;
    }

    private Map<String, Object> sweep() {
        Map<String, Object> branch = object(keys("if", reference("condition"), "sweep", reference("sweep")));
        branch.put("required", List.of("if", "sweep"));
        Map<String, Object> match = SettingSchema.ofRecord(MatchSettings.class);
        match.put("required", List.of("parameters"));
        Map<String, Object> properties = each(path -> orNull(values(path)));
        properties.put("zip", orNull(anyOf(reference("zip"), list(reference("zip")))));
        properties.put("points", orNull(list(reference("point"))));
        properties.put("random", orNull(reference("random")));
        properties.put("when", orNull(list(branch)));
        properties.put("exclude", orNull(list(reference("condition"))));
        properties.put("include", orNull(list(reference("point"))));
        properties.put("match", orNull(match));
        return object(properties);
    }
}
