package org.contexture.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contexture.experiment.yaml.FlatRecord;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment varies: the settings that its sweep names, and its points, in order. In a grid the first axis varies slowest.
 * Without a sweep there are no axes and one point.
 */
public record Sweep(List<Axis> axes, List<Point> points) {
    public Sweep {
        axes = List.copyOf(axes);
        points = List.copyOf(points);
    }

    /**
     * A setting's dotted path and the values that the points give it, in file order, in the form of {@link FlatSettings}. Where not
     * every point sets it, the file's own value is the last.
     */
    public record Axis(String path, List<@Nullable Object> values) {
        public Axis {
            values = Collections.unmodifiableList(values);
        }
    }

    /**
     * A point.
     *
     * @param values what it sets, by path
     * @param settings the file's, with those values put in
     * @param budget by which one more width is chosen once vocabularies are known; null if none is
     */
    public record Point(Map<String, @Nullable Object> values, Settings settings, @Nullable Budget budget) {
        public Point {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /** Whether a width is still to be chosen. */
        boolean isOpen() {
            return budget != null && !values.containsKey(budget.path());
        }
    }

    /**
     * Points with their axes.
     *
     * @param named the settings that the sweep names and their values, in file order
     */
    static Sweep of(Map<String, ? extends Set<? extends @Nullable Object>> named, List<Point> points) {
        List<Axis> axes = new ArrayList<>();
        named.forEach((path, values) -> {
            Set<@Nullable Object> taken = taken(path, points);
            Set<@Nullable Object> inOrder = new LinkedHashSet<>(values);
            inOrder.retainAll(taken);
            inOrder.addAll(taken);
            if (!inOrder.isEmpty()) axes.add(new Axis(path, new ArrayList<>(inOrder)));
        });
        return new Sweep(axes, points);
    }

    private static Set<@Nullable Object> taken(String path, List<Point> points) {
        Set<@Nullable Object> set = new LinkedHashSet<>();
        Set<@Nullable Object> left = new LinkedHashSet<>();
        for (Point point : points) {
            if (point.values().containsKey(path)) {
                set.add(point.values().get(path));
            } else {
                FlatRecord.at(point.settings(), path).ifPresent(left::add);
            }
        }
        if (!set.isEmpty()) set.addAll(left);
        return set;
    }
}
