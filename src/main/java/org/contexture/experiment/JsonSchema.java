package org.contexture.experiment;

import static org.contexture.experiment.yaml.SettingSchema.anyOf;
import static org.contexture.experiment.yaml.SettingSchema.keys;
import static org.contexture.experiment.yaml.SettingSchema.list;
import static org.contexture.experiment.yaml.SettingSchema.object;
import static org.contexture.experiment.yaml.SettingSchema.orNull;
import static org.contexture.experiment.yaml.SettingSchema.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contexture.experiment.sweep.SweepReader;
import org.contexture.experiment.sweep.SweepSchema;
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
        schema.put("definitions", new SweepSchema(FILE, paths()).definitions());
        return schema;
    }

    private static Map<String, Object> property(Shape.Key key) {
        Map<String, Object> schema = keys("description", key.setting().value());
        if (key.name().equals("extends")) {
            schema.putAll(anyOf(file(), list(file())));
        } else if (key.name().equals("sweep")) {
            schema.putAll(orNull(anyOf(reference("sweep"), list(reference("sweep")))));
        } else if (key.name().equals("seeds")) {
            schema.putAll(orNull(seeds()));
        } else {
            schema.putAll(
                    orNull(key.form() instanceof Form.Section section ? section(key, section) : SettingSchema.of(key)));
        }
        return schema;
    }

    /** A section whose settings are defined by their paths, because the sweep refers to them too. */
    private static Map<String, Object> section(Shape.Key key, Form.Section section) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Shape.Key inner : Shape.of(section.type()).keys()) {
            Map<String, Object> reference = reference(key.name() + "." + inner.name());
            properties.put(inner.name(), inner.nullable() ? reference : orNull(reference));
        }
        return object(properties);
    }

    private static Map<String, Object> file() {
        return keys("type", "string", "pattern", "\\.yaml$");
    }

    private static Map<String, Object> seeds() {
        Map<String, Object> until = object(keys("until", SettingSchema.ofRecord(SeedRule.class)));
        Map<String, Object> distinct = list(keys("type", "integer"));
        distinct.put("uniqueItems", true);
        return anyOf(keys("type", "integer", "minimum", 1, "maximum", SweepReader.MOST_POINTS), distinct, until);
    }

    /** Every setting that can be swept, by its dotted path. */
    private static List<String> paths() {
        return SETTINGS.paths().stream().filter(path -> path.contains(".")).toList();
    }
}
