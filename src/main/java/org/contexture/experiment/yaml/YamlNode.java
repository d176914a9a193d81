package org.contexture.experiment.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A piece of YAML that still knows where it was written. */
public sealed interface YamlNode {
    Place place();

    /** What an error message says was found here. */
    String found();

    /** A key with its value; the key is a node because mistakes in keys have places too. */
    record Entry(ScalarNode key, YamlNode value) {}

    /** Keys in file order. */
    record MapNode(Place place, Map<String, Entry> entries) implements YamlNode {
        @Override
        public String found() {
            return entries.isEmpty() ? "found an empty mapping" : "found a mapping";
        }

        public @Nullable YamlNode get(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }

        /** A copy in which one setting has another value; a value in the way that is no mapping stays as it is. */
        public MapNode with(List<String> path, YamlNode value) {
            String key = path.get(0);
            YamlNode old = get(key);
            if (path.size() > 1) {
                YamlNode inner = old == null ? new MapNode(value.place(), Map.of()) : old;
                return inner instanceof MapNode map ? put(key, map.with(path.subList(1, path.size()), value)) : this;
            }
            return put(key, value);
        }

        /** The value at a dotted path, or null if the way there is not of mappings. */
        public @Nullable YamlNode at(String path) {
            YamlNode node = this;
            for (String step : path.split("\\.", -1)) {
                node = node instanceof MapNode map ? map.get(step) : null;
            }
            return node;
        }

        /** A copy without a key. */
        public MapNode without(String key) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.remove(key);
            return new MapNode(place, changed);
        }

        /** A deep merge: mappings key by key, everything else replaced; null removes what was there. */
        public MapNode mergedWith(MapNode over) {
            Map<String, Entry> merged = new LinkedHashMap<>(entries);
            over.entries.forEach((key, entry) -> {
                YamlNode old = get(key);
                if (old instanceof MapNode below && entry.value() instanceof MapNode above) {
                    merged.put(key, new Entry(entry.key(), below.mergedWith(above)));
                } else if (old != null && entry.value() instanceof ScalarNode scalar && scalar.isNothing()) {
                    merged.remove(key);
                } else {
                    merged.put(key, entry);
                }
            });
            return new MapNode(over.place, merged);
        }

        private MapNode put(String key, YamlNode value) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.put(key, new Entry(new ScalarNode(value.place(), key, true), value));
            return new MapNode(place, changed);
        }
    }

    /** Items in file order. */
    record ListNode(Place place, List<YamlNode> items) implements YamlNode {
        @Override
        public String found() {
            return items.isEmpty() ? "found an empty list" : "found a list";
        }
    }

    /** A word, a number, a text or nothing; {@code plain} means without quotes. */
    record ScalarNode(Place place, String text, boolean plain) implements YamlNode {
        private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
        private static final int SHOWN = 40;

        /** Whether YAML reads this as null. */
        public boolean isNothing() {
            return plain && NOTHING.contains(text);
        }

        @Override
        public String found() {
            if (plain) {
                return "found " + (text.isEmpty() ? "nothing" : quote(text));
            }
            return "found the text \"" + quote(text) + "\"";
        }

        /** Text from a file, short and on one line, so that it cannot break a message apart. */
        public static String quote(String text) {
            int end =
                    text.codePointCount(0, text.length()) <= SHOWN ? text.length() : text.offsetByCodePoints(0, SHOWN);
            StringBuilder line = new StringBuilder();
            text.substring(0, end).codePoints().forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? '�' : c));
            return line + (end < text.length() ? "…" : "");
        }
    }
}
