package org.contexture.experiment.sweep;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contexture.experiment.yaml.Binder;
import org.contexture.experiment.yaml.FlatRecord;
import org.contexture.experiment.yaml.Problems;
import org.contexture.experiment.yaml.Shape;
import org.contexture.experiment.yaml.YamlNode;
import org.contexture.experiment.yaml.YamlNode.Entry;
import org.contexture.experiment.yaml.YamlNode.MapNode;
import org.contexture.experiment.yaml.YamlNode.ScalarNode;
import org.jspecify.annotations.Nullable;

/** The settings that a sweep may name: finds them by path, checks values against them, knows the file's own values. */
final class SweptSettings {
    /** Keys of a file that a sweep might be thought to vary. */
    private static final List<String> OTHERS = List.of("seeds", "extends");

    private final Class<? extends Record> type;
    private final Shape file;
    private final MapNode root;
    private final Problems problems;
    private final Binder binder;
    private final Map<String, Optional<Object>> bases = new HashMap<>();
    private final Map<String, Set<@Nullable Object>> named = new LinkedHashMap<>();

    SweptSettings(Class<? extends Record> type, MapNode root, Problems problems) {
        this.type = type;
        this.file = Shape.of(type);
        this.root = root;
        this.problems = problems;
        this.binder = new Binder(type, problems);
    }

    /** The setting a key names, if the sweep may give it values; else a problem. */
    Optional<Shape.Key> find(Entry entry, List<String> otherWords) {
        String path = entry.key().text();
        Optional<Shape.Key> key = file.find(path);
        String refusal = key.isEmpty() ? unknown(entry.key(), otherWords) : refusal(path, key.get());
        if (!refusal.isEmpty()) {
            problems.add(entry.key().place(), "sweep", refusal);
            return Optional.empty();
        }
        return key;
    }

    private String unknown(ScalarNode key, List<String> otherWords) {
        return key.found() + ", which is no setting; expected a dotted path such as model.hidden"
                + file.hint(key.text(), otherWords);
    }

    private String refusal(String path, Shape.Key key) {
        if (OTHERS.contains(path)) {
            return "found " + path + "; expected settings only, because " + path + " has its own key beside sweep";
        }
        if (!path.contains(".")) {
            return "found " + path + ", which cannot be swept as a whole; expected one setting such as model.hidden";
        }
        YamlNode inner = root.at(path.substring(0, path.length() - key.name().length() - 1));
        return inner == null || inner instanceof MapNode
                ? ""
                : "found " + path + ", but line " + inner.place().line() + " gives a value without keys; "
                        + "expected a mapping there";
    }

    /** A value checked against its setting. */
    Assignment assign(String path, Shape.Key key, YamlNode node) {
        Assignment assignment = compare(path, key, node);
        if (assignment.fits()) {
            named.computeIfAbsent(path, p -> new LinkedHashSet<>()).add(assignment.value());
        }
        return assignment;
    }

    /** A value that no point takes by it: checked, but not counted among those of the sweep. */
    Assignment compare(String path, Shape.Key key, YamlNode node) {
        int before = problems.count();
        Object value = FlatRecord.plain(binder.value(key, node, path));
        return new Assignment(path, node, value, problems.count() == before);
    }

    /** Tells of a value in the file that does not fit, though the sweep puts others in its place. */
    void checkBase(String path, Shape.Key key) {
        YamlNode base = root.at(path);
        if (base != null) {
            binder.value(key, base, path);
        }
    }

    /** The value of a setting that a point does not set: the file's own or the default, as tables hold it. */
    @Nullable Object base(String path) {
        return bases.computeIfAbsent(path, this::readBase).orElse(null);
    }

    private Optional<Object> readBase(String path) {
        Shape.Key key = file.find(path).orElseThrow();
        YamlNode given = root.at(path);
        YamlNode node = given == null ? key.byDefault() : given;
        return node == null
                ? Optional.empty()
                : Optional.ofNullable(FlatRecord.plain(new Binder(type, new Problems()).value(key, node, path)));
    }

    /** Every setting that the sweep names, with its values, in the order they were read. */
    Map<String, Set<@Nullable Object>> named() {
        return named;
    }

    Problems problems() {
        return problems;
    }

    Binder binder() {
        return binder;
    }
}
