package org.contexture.experiment.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.contexture.experiment.yaml.YamlNode.ListNode;
import org.contexture.experiment.yaml.YamlNode.MapNode;
import org.contexture.experiment.yaml.YamlNode.ScalarNode;
import org.jspecify.annotations.Nullable;

/**
 * A settings record as one flat map from dotted path to value, in the order of its components. A value is a String (words of
 * enums too), Long, Double, Boolean, a list of those, or null. A section that is absent is one null at its own path.
 */
public final class FlatRecord {
    private FlatRecord() {}

    /** Flattens a record. */
    public static Map<String, @Nullable Object> of(Record settings) {
        Map<String, @Nullable Object> flat = new LinkedHashMap<>();
        put(flat, "", settings);
        return Collections.unmodifiableMap(flat);
    }

    /**
     * The record a map was made from.
     *
     * @param source the file the map was read from, for messages
     * @throws org.contexture.setting.UserError if a key is unknown or a value does not fit
     */
    public static Record read(
            Class<? extends Record> type, Map<String, ? extends @Nullable Object> flat, String source) {
        Problems problems = new Problems();
        Place place = new Place(source, 1, 1);
        MapNode tree = new MapNode(place, Map.of());
        for (Map.Entry<String, ? extends @Nullable Object> entry : flat.entrySet()) {
            tree = tree.with(Arrays.asList(entry.getKey().split("\\.", -1)), node(place, entry.getValue()));
        }
        Record settings = new Binder(type, problems).bind(tree);
        problems.throwIfAny();
        return Objects.requireNonNull(settings);
    }

    /**
     * The value at one path, without flattening the rest.
     *
     * @return empty if there is null, a section, or nothing
     */
    public static Optional<Object> at(Record settings, String path) {
        Object value = settings;
        for (String step : path.split("\\.", -1)) {
            Object outer = value;
            value = outer instanceof Record section
                    ? Shape.of(section.getClass())
                            .find(step)
                            .map(key -> key.of(section))
                            .orElse(null)
                    : null;
        }
        return value instanceof Record ? Optional.empty() : Optional.ofNullable(plain(value));
    }

    /** A bound value as maps hold it; a record becomes a map of its own. */
    public static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Enum<?> constant) {
            return ScalarForm.Choice.word(constant);
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(FlatRecord::plain).toList();
        }
        return value instanceof Record settings ? of(settings) : value;
    }

    private static void put(Map<String, @Nullable Object> flat, String path, Record settings) {
        for (Shape.Key key : Shape.of(settings.getClass()).keys()) {
            String inner = Binder.join(path, key.name());
            Object value = key.of(settings);
            if (value instanceof Record section) {
                put(flat, inner, section);
            } else {
                flat.put(inner, plain(value));
            }
        }
    }

    private static YamlNode node(Place place, @Nullable Object value) {
        if (value instanceof List<?> list) {
            List<YamlNode> items = new ArrayList<>();
            list.forEach(item -> items.add(node(place, item)));
            return new ListNode(place, items);
        }
        return new ScalarNode(place, String.valueOf(value), !(value instanceof String));
    }
}
