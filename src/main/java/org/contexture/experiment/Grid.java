package org.contexture.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.contexture.experiment.Problems.Problem;
import org.contexture.experiment.YamlNode.MapNode;
import org.jspecify.annotations.Nullable;

/** Every combination of the axes, each bound as if the file had been written with those values. */
final class Grid {
    private final MapNode root;
    private final List<SweepReader.Axis> axes;
    private final Problems problems;
    /** A refused combination and how many points it refuses; the first of them names it. */
    private final Map<Problem, Integer> refused = new LinkedHashMap<>();

    private final Map<Problem, String> firstPoints = new LinkedHashMap<>();

    Grid(MapNode root, List<SweepReader.Axis> axes, Problems problems) {
        this.root = root;
        this.axes = axes;
        this.problems = problems;
    }

    /** The number of points, at most {@link Long#MAX_VALUE}. */
    long size() {
        long size = 1;
        for (SweepReader.Axis axis : axes) {
            size = size > Long.MAX_VALUE / axis.nodes().size()
                    ? Long.MAX_VALUE
                    : size * axis.nodes().size();
        }
        return size;
    }

    /** The file as its first point reads it, or null if there were problems. */
    @Nullable ExperimentFile first() {
        ExperimentFile file = bind(0);
        report();
        return file;
    }

    /** All points, or as many as can be bound. */
    List<Sweep.Point> points() {
        List<Sweep.Point> points = new ArrayList<>();
        for (long p = 0; p < size(); p++) {
            ExperimentFile file = bind(p);
            if (file != null) {
                points.add(new Sweep.Point(values(p), file.settings()));
            }
        }
        report();
        return points;
    }

    private @Nullable ExperimentFile bind(long point) {
        MapNode tree = root;
        int[] at = indices(point);
        for (int a = 0; a < at.length; a++) {
            tree = tree.with(axes.get(a).steps(), axes.get(a).nodes().get(at[a]));
        }
        Problems here = new Problems();
        ExperimentFile file = (ExperimentFile) new Binder(ExperimentFile.class, here).bind(tree);
        for (Problem problem : here.list()) {
            refused.merge(problem, 1, Integer::sum);
            firstPoints.putIfAbsent(problem, name(at, problem.key()));
        }
        return file;
    }

    /** Which value each axis has at a point: the last axis varies fastest. */
    private int[] indices(long point) {
        int[] at = new int[axes.size()];
        long rest = point;
        for (int a = at.length - 1; a >= 0; a--) {
            int size = axes.get(a).nodes().size();
            at[a] = (int) (rest % size);
            rest /= size;
        }
        return at;
    }

    private Map<String, @Nullable Object> values(long point) {
        int[] at = indices(point);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int a = 0; a < at.length; a++) {
            values.put(axes.get(a).path(), axes.get(a).values().get(at[a]));
        }
        return values;
    }

    /** The values of the axes inside a section; empty if the sweep does not touch it. */
    private String name(int[] at, String section) {
        List<String> parts = new ArrayList<>();
        for (int a = 0; a < at.length; a++) {
            SweepReader.Axis axis = axes.get(a);
            if (axis.path().startsWith(section + ".")
                    && axis.values().size() == axis.nodes().size()) {
                parts.add(axis.path() + "=" + axis.values().get(at[a]));
            }
        }
        return parts.stream().collect(Collectors.joining(", "));
    }

    private void report() {
        refused.forEach((problem, count) -> {
            String point = firstPoints.getOrDefault(problem, "");
            String more = count > 1 ? " and " + (count - 1) + " more" : "";
            String at = point.isEmpty() ? "" : " (at " + point + more + ")";
            problems.add(problem.place(), problem.key(), problem.message() + at);
        });
        refused.clear();
        firstPoints.clear();
    }
}
