package org.contexture.experiment.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.contexture.experiment.yaml.ScalarForm.Choice;
import org.contexture.experiment.yaml.ScalarForm.Decimal;
import org.contexture.experiment.yaml.ScalarForm.Flag;
import org.contexture.experiment.yaml.ScalarForm.Text;
import org.contexture.experiment.yaml.ScalarForm.Whole;
import org.contexture.experiment.yaml.YamlNode.ListNode;
import org.contexture.experiment.yaml.YamlNode.MapNode;
import org.contexture.experiment.yaml.YamlNode.ScalarNode;
import org.jspecify.annotations.Nullable;

/** JSON Schemas of settings, from their forms: what {@link Binder} checks one value at a time. */
public final class SettingSchema {
    private static final Map<String, Object> NULL = keys("type", "null");

    private SettingSchema() {}

    /** An ordered schema of alternating keywords and values. */
    public static Map<String, Object> keys(Object... keysAndValues) {
        Map<String, Object> schema = new LinkedHashMap<>();
        for (int k = 0; k < keysAndValues.length; k += 2) {
            schema.put(String.valueOf(keysAndValues[k]), keysAndValues[k + 1]);
        }
        return schema;
    }

    /** The values of a setting, null among them where it may be null. */
    public static Map<String, Object> of(Shape.Key key) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", key.setting().value());
        schema.putAll(of(key.form()));
        if (key.byDefault() != null) {
            Object byDefault = json(key.form(), key.byDefault());
            if (byDefault != null) schema.put("default", byDefault);
        }
        return key.nullable() ? orNull(schema) : schema;
    }

    /** The same or null, which takes away what an extended file says. */
    public static Map<String, Object> orNull(Map<String, Object> schema) {
        Map<String, Object> wider = new LinkedHashMap<>(schema);
        if (schema.get("enum") instanceof List<?> words && words.stream().allMatch(Objects::nonNull)) {
            List<@Nullable Object> more = new ArrayList<>(words);
            more.add(null);
            wider.put("enum", more);
        }
        if (schema.get("type") instanceof String type) {
            wider.put("type", List.of(type, "null"));
        }
        if (schema.get("anyOf") instanceof List<?> alternatives && !alternatives.contains(NULL)) {
            List<Object> more = new ArrayList<>(alternatives);
            more.add(NULL);
            wider.put("anyOf", more);
        }
        return schema.containsKey("$ref") ? anyOf(schema, NULL) : wider;
    }

    /** A section: its keys and no others, each of which may be null to take away what an extended file says. */
    public static Map<String, Object> ofRecord(Class<? extends Record> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Shape.of(type).keys().forEach(key -> properties.put(key.name(), orNull(of(key))));
        return object(properties);
    }

    /** A mapping with these keys and no others. */
    public static Map<String, Object> object(Map<String, Object> properties) {
        return keys("type", "object", "properties", properties, "additionalProperties", false);
    }

    /** A list with at least one item. */
    public static Map<String, Object> list(Object items) {
        return keys("type", "array", "items", items, "minItems", 1);
    }

    /** A schema among the definitions. */
    public static Map<String, Object> reference(String definition) {
        return keys("$ref", "#/definitions/" + definition);
    }

    /** One of several. */
    public static Map<String, Object> anyOf(Object... schemas) {
        return keys("anyOf", List.of(schemas));
    }

    private static Map<String, Object> of(Form form) {
        if (form instanceof Form.Items items) {
            return list(of((Form) items.item()));
        }
        if (form instanceof Form.Section section) {
            Map<String, Object> mapping = ofRecord(section.type());
            return section.words().isEmpty() ? mapping : anyOf(mapping, keys("enum", section.words()));
        }
        return form instanceof ScalarForm scalar ? of(scalar) : new LinkedHashMap<>();
    }

    private static Map<String, Object> of(ScalarForm form) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (form instanceof Whole whole) {
            schema.put("type", "integer");
            schema.put("minimum", whole.min());
            schema.put("maximum", whole.max());
        } else if (form instanceof Decimal decimal) {
            schema.put("type", "number");
            bounds(schema, decimal);
        } else if (form instanceof Flag) {
            schema.put("type", "boolean");
        } else if (form instanceof Text || form instanceof Choice) {
            schema.put("type", "string");
            schema.put(
                    form.words().isEmpty() ? "minLength" : "enum", form.words().isEmpty() ? 1 : form.words());
        }
        return schema;
    }

    private static void bounds(Map<String, Object> schema, Decimal decimal) {
        if (decimal.min() > Double.NEGATIVE_INFINITY) {
            schema.put(decimal.aboveMin() ? "exclusiveMinimum" : "minimum", decimal.min());
        }
        if (decimal.max() < Double.POSITIVE_INFINITY) {
            schema.put("maximum", decimal.max());
        }
    }

    private static @Nullable Object json(Form form, YamlNode node) {
        if (node instanceof ListNode list && form instanceof Form.Items items) {
            return list.items().stream().map(item -> json(items.item(), item)).toList();
        }
        if (node instanceof ScalarNode scalar && form instanceof ScalarForm known) {
            return FlatRecord.plain(known.read(scalar));
        }
        return node instanceof MapNode map && map.entries().isEmpty() ? Map.of() : null;
    }
}
