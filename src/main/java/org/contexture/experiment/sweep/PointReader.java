package org.contexture.experiment.sweep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.contexture.experiment.sweep.Section.Factor;
import org.contexture.experiment.yaml.Problems;
import org.contexture.experiment.yaml.Shape;
import org.contexture.experiment.yaml.YamlNode;
import org.contexture.experiment.yaml.YamlNode.Entry;
import org.contexture.experiment.yaml.YamlNode.ListNode;
import org.contexture.experiment.yaml.YamlNode.MapNode;
import org.jspecify.annotations.Nullable;

/** Reads what a section says of settings and values: axes, zipped axes and points. */
final class PointReader {
    private final SweptSettings settings;
    private final Problems problems;

    PointReader(SweptSettings settings) {
        this.settings = settings;
        this.problems = settings.problems();
    }

    /** One setting with a list of values. */
    Optional<Factor> axis(Entry entry, List<String> otherWords, Scope scope) {
        return values(entry, otherWords, scope, true).map(Factor::new);
    }

    /** A point for each value of one setting's list; each should differ from the others unless they are zipped. */
    private Optional<List<PointDraft>> values(Entry entry, List<String> otherWords, Scope scope, boolean distinct) {
        Optional<Shape.Key> key = settings.find(entry, otherWords);
        if (key.isEmpty() || !scope.take(entry.key())) {
            return Optional.empty();
        }
        String path = entry.key().text();
        if (!(entry.value() instanceof ListNode list) || list.items().isEmpty()) {
            String expected = distinct ? " to try, such as [a, b]" : ", as long as the others of zip";
            problems.add(entry.value().place(), path, entry.value().found() + "; expected a list of values" + expected);
            return Optional.empty();
        }
        settings.checkBase(path, key.get());
        return Optional.of(levels(path, key.get(), list, distinct));
    }

    /** A point for each value; a value given twice is a problem if each should differ. */
    private List<PointDraft> levels(String path, Shape.Key key, ListNode list, boolean distinct) {
        Set<@Nullable Object> seen = new LinkedHashSet<>();
        List<PointDraft> levels = new ArrayList<>();
        for (YamlNode node : list.items()) {
            Assignment assignment = settings.assign(path, key, node);
            boolean isNew = !assignment.fits() || seen.add(assignment.value());
            if (distinct && !isNew) {
                problems.add(node.place(), path, node.found() + " a second time; expected each value once");
            } else {
                levels.add(new PointDraft(List.of(assignment), node.place(), "", null));
            }
        }
        return levels;
    }

    /** Settings whose lists are gone through together. */
    Optional<Factor> zip(YamlNode node, Scope scope) {
        if (!(node instanceof MapNode map) || map.entries().isEmpty()) {
            problems.add(
                    node.place(),
                    "zip",
                    node.found() + "; expected settings with lists of one length, such as"
                            + " { model.embedding: [32, 64], model.hidden: [64, 128] }");
            return Optional.empty();
        }
        List<List<PointDraft>> columns = new ArrayList<>();
        for (Entry entry : map.entries().values()) {
            values(entry, List.of(), scope, false).ifPresent(columns::add);
        }
        return together(map, columns);
    }

    private Optional<Factor> together(MapNode map, List<List<PointDraft>> columns) {
        if (columns.size() < map.entries().size()) {
            return Optional.empty();
        }
        int length = columns.get(0).size();
        List<PointDraft> levels = new ArrayList<>(columns.get(0));
        for (List<PointDraft> column : columns.subList(1, columns.size())) {
            Assignment first = column.get(0).assignments().get(0);
            if (column.size() != length) {
                YamlNode list = Objects.requireNonNull(map.get(first.path()));
                problems.add(
                        list.place(),
                        first.path(),
                        "found " + column.size() + " values; expected " + length + ", as many as "
                                + map.entries().keySet().iterator().next() + " has, because zip takes them together");
                return Optional.empty();
            }
            for (int i = 0; i < length; i++) {
                levels.set(i, levels.get(i).and(column.get(i)));
            }
        }
        return Optional.of(new Factor(levels));
    }

    /** A list of points; the settings they set count as taken by all of them together. */
    List<PointDraft> points(String key, YamlNode node, Scope scope) {
        if (!(node instanceof ListNode list) || list.items().isEmpty()) {
            problems.add(
                    node.place(), key, node.found() + "; expected a list of points, such as [{ model.hidden: 64 }]");
            return List.of();
        }
        Scope outer = scope.inner();
        Set<String> mine = new LinkedHashSet<>();
        List<PointDraft> points = new ArrayList<>();
        for (YamlNode item : list.items()) {
            point(key, item, outer.inner(), mine).ifPresent(points::add);
        }
        list.items().forEach(item -> takeAll(item, mine, scope));
        return points;
    }

    private static void takeAll(YamlNode item, Set<String> mine, Scope scope) {
        if (item instanceof MapNode map) {
            map.entries().values().stream()
                    .filter(entry -> mine.remove(entry.key().text()))
                    .forEach(entry -> scope.take(entry.key()));
        }
    }

    private Optional<PointDraft> point(String key, YamlNode node, Scope scope, Set<String> mine) {
        if (!(node instanceof MapNode map) || map.entries().isEmpty()) {
            problems.add(
                    node.place(),
                    key,
                    node.found() + "; expected a point: settings with one value each, such as { model.hidden: 64 }");
            return Optional.empty();
        }
        List<Assignment> assignments = new ArrayList<>();
        for (Entry entry : map.entries().values()) {
            Optional<Shape.Key> setting = settings.find(entry, List.of());
            if (setting.isPresent() && scope.take(entry.key())) {
                String path = entry.key().text();
                mine.add(path);
                settings.checkBase(path, setting.get());
                assignments.add(settings.assign(path, setting.get(), entry.value()));
            }
        }
        return Optional.of(new PointDraft(assignments, map.place(), "", null));
    }
}
