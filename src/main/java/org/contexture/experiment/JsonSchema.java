package org.contexture.experiment;

import static org.contexture.experiment.yaml.SettingSchema.anyOf;
import static org.contexture.experiment.yaml.SettingSchema.list;
import static org.contexture.experiment.yaml.SettingSchema.object;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.contexture.experiment.sweep.MatchSettings;
import org.contexture.experiment.sweep.SweepReader;
import org.contexture.experiment.yaml.Form;
import org.contexture.experiment.yaml.SettingSchema;
import org.contexture.experiment.yaml.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (draft 7, which YAML language servers read) of experiment files, from the records that hold them. It checks one
 * value at a time; combinations are checked when a file is read.
 */
public final class JsonSchema {
    private static final Shape FILE = Shape.of(ExperimentFile.class);
    private static final Shape SETTINGS = Shape.of(Settings.class);

    private JsonSchema() {}

    /** The whole schema. */
    public static Map<String, @Nullable Object> ofExperiments() {
        Map<String, Object> properties = new LinkedHashMap<>();
        FILE.keys().forEach(key -> properties.put(key.name(), property(key)));
        Map<String, @Nullable Object> schema = JsonFile.map(
                "$schema", "http://json-schema.org/draft-07/schema#",
                "title", "Contexture experiment",
                "description", "Generated from the records that hold settings, by contexture schema.");
        schema.putAll(object(properties));
        schema.put("definitions", definitions());
        return schema;
    }

    private static Map<String, Object> property(Shape.Key key) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", key.setting().value());
        switch (key.name()) {
            case "extends" -> schema.putAll(anyOf(file(), list(file())));
            case "sweep" -> schema.putAll(anyOf(reference("sweep"), list(reference("sweep")), Map.of("type", "null")));
            case "seeds" -> schema.putAll(seeds());
            default -> {
                if (key.form() instanceof Form.Section section
                        && SETTINGS.names().contains(key.name())) {
                    Map<String, Object> inner = new LinkedHashMap<>();
                    Shape.of(section.type())
                            .keys()
                            .forEach(k -> inner.put(
                                    k.name(), anyOf(reference(key.name() + "." + k.name()), Map.of("type", "null"))));
                    schema.putAll(SettingSchema.orNull(object(inner)));
                } else {
                    schema.putAll(SettingSchema.of(key));
                }
            }
        }
        return schema;
    }

    private static Map<String, Object> file() {
        return Map.of("type", "string", "pattern", "\\.yaml$");
    }

    private static Map<String, Object> seeds() {
        Map<String, Object> until = object(Map.of("until", SettingSchema.ofRecord(SeedRule.class)));
        Map<String, Object> distinct = list(Map.of("type", "integer"));
        distinct.put("uniqueItems", true);
        return anyOf(whole(SweepReader.MOST_POINTS), distinct, until, Map.of("type", "null"));
    }

    private static Map<String, Object> whole(long most) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "integer");
        schema.put("minimum", 1);
        schema.put("maximum", most);
        return schema;
    }

    private static Map<String, Object> reference(String definition) {
        return Map.of("$ref", "#/definitions/" + definition);
    }

    private static Map<String, Object> definitions() {
        Map<String, Object> definitions = new LinkedHashMap<>();
        paths().forEach(path ->
                definitions.put(path, SettingSchema.of(FILE.find(path).orElseThrow())));
        definitions.put("zip", object(each(SettingSchema::list)));
        definitions.put("point", object(each(value -> value)));
        definitions.put("condition", object(each(value -> anyOf(value, list(value)))));
        definitions.put("random", random());
        definitions.put("sweep", sweep());
        return definitions;
    }

    /** Every setting that can be swept, by its dotted path. */
    private static List<String> paths() {
        return SETTINGS.paths().stream().filter(path -> path.contains(".")).toList();
    }

    private static Map<String, Object> each(UnaryOperator<Map<String, Object>> change) {
        Map<String, Object> properties = new LinkedHashMap<>();
        paths().forEach(path -> properties.put(path, change.apply(reference(path))));
        return properties;
    }

    private static Map<String, Object> random() {
        Map<String, Object> range = list(Map.of("type", "number"));
        range.put("minItems", 2);
        range.put("maxItems", 2);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("trials", whole(SweepReader.MOST_POINTS));
        properties.put("seed", Map.of("type", "integer"));
        properties.putAll(each(value -> anyOf(
                only("uniform", range),
                only("logUniform", range),
                only("integer", range),
                only("choice", list(value)))));
        Map<String, Object> random = object(properties);
        random.put("required", List.of("trials"));
        return random;
    }

    private static Map<String, Object> only(String key, Map<String, Object> value) {
        Map<String, Object> schema = object(Map.of(key, value));
        schema.put("required", List.of(key));
        return schema;
    }

    private static Map<String, Object> sweep() {
        Map<String, Object> branch =
                object(JsonSchema.ordered("if", reference("condition"), "sweep", reference("sweep")));
        branch.put("required", List.of("if", "sweep"));
        Map<String, Object> match = SettingSchema.ofRecord(MatchSettings.class);
        match.put("required", List.of("parameters"));
        Map<String, Object> properties = each(value -> {
            Map<String, Object> axis = list(value);
            axis.put("uniqueItems", true);
            return anyOf(axis, Map.of("type", "null"));
        });
        properties.put("zip", anyOf(reference("zip"), list(reference("zip"))));
        properties.put("points", list(reference("point")));
        properties.put("random", reference("random"));
        properties.put("when", list(branch));
        properties.put("exclude", list(reference("condition")));
        properties.put("include", list(reference("point")));
        properties.put("match", match);
        return object(properties);
    }

    private static Map<String, Object> ordered(String first, Object one, String second, Object other) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, other);
        return map;
    }
}
