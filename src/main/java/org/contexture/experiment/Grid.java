package org.contexture.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.contexture.experiment.yaml.Binder;
import org.contexture.experiment.yaml.Problems;
import org.contexture.experiment.yaml.Problems.Problem;
import org.contexture.experiment.yaml.YamlNode.MapNode;
import org.jspecify.annotations.Nullable;

/** Every combination of the axes, each bound as if the file had been written with those values. */
final class Grid {
    private final MapNode root;
    private final List<SweepReader.Axis> axes;
    private final Problems problems;
    private final Problems here = new Problems();
    private final Binder binder = new Binder(ExperimentFile.class, here);
    /** For each problem, and each axis, the values at which it was met. */
    private final Map<Problem, List<Set<Integer>>> met = new LinkedHashMap<>();

    Grid(MapNode root, List<SweepReader.Axis> axes, Problems problems) {
        this.root = root;
        this.axes = axes;
        this.problems = problems;
    }

    /** The number of points, or {@link Long#MAX_VALUE} if there are more. */
    long size() {
        long size = 1;
        for (SweepReader.Axis axis : axes) {
            int values = axis.nodes().size();
            size = size > Long.MAX_VALUE / values ? Long.MAX_VALUE : size * values;
        }
        return size;
    }

    /** The first points, those that can be bound; a problem met at several points is reported once. */
    List<Sweep.Point> points(long count) {
        List<Sweep.Point> points = new ArrayList<>();
        for (long p = 0; p < count; p++) {
            int[] at = indices(p);
            ExperimentFile file = bind(at);
            if (file != null && problems.count() == 0) {
                points.add(new Sweep.Point(values(at), file.settings()));
            }
        }
        met.forEach((problem, at) -> problems.add(problem.place(), problem.key(), problem.message() + points(at)));
        return points;
    }

    private @Nullable ExperimentFile bind(int[] at) {
        MapNode tree = root;
        for (int a = 0; a < at.length; a++) {
            tree = tree.with(axes.get(a).steps(), axes.get(a).nodes().get(at[a]));
        }
        ExperimentFile file = (ExperimentFile) binder.bind(tree);
        here.take().stream().filter(problem -> !problems.contains(problem)).forEach(problem -> meet(problem, at));
        return file;
    }

    private void meet(Problem problem, int[] at) {
        List<Set<Integer>> values = met.computeIfAbsent(problem, p -> axes.stream()
                .map(a -> (Set<Integer>) new TreeSet<Integer>())
                .toList());
        for (int a = 0; a < at.length; a++) {
            values.get(a).add(at[a]);
        }
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

    private Map<String, @Nullable Object> values(int[] at) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int a = 0; a < at.length; a++) {
            values.put(axes.get(a).path(), axes.get(a).values().get(at[a]));
        }
        return values;
    }

    /** The values at which a problem was met, of those axes it does not meet at all values. */
    private String points(List<Set<Integer>> at) {
        List<String> parts = new ArrayList<>();
        for (int a = 0; a < at.size(); a++) {
            SweepReader.Axis axis = axes.get(a);
            if (at.get(a).size() < axis.nodes().size()
                    && axis.values().size() == axis.nodes().size()) {
                String values = at.get(a).stream()
                        .map(v -> String.valueOf(axis.values().get(v)))
                        .collect(Collectors.joining(" or "));
                parts.add(axis.path() + "=" + values);
            }
        }
        return parts.isEmpty() ? "" : " (at " + String.join(", ", parts) + ")";
    }
}
