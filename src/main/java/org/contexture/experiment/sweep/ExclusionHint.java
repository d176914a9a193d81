package org.contexture.experiment.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.contexture.experiment.yaml.FlowText;
import org.jspecify.annotations.Nullable;

/** The fewest settings that tell the points at which something cannot work from all others, and so an entry for exclude. */
final class ExclusionHint {
    private static final int MOST_SETTINGS = 3;
    private static final int MOST_ENTRIES = 4;

    private final List<PointDraft> good = new ArrayList<>();
    private final List<PointDraft> bad = new ArrayList<>();
    private final Set<String> paths = new LinkedHashSet<>();

    /** @param atBad whether the point of an index cannot work */
    ExclusionHint(List<PointDraft> points, Set<Integer> atBad) {
        for (int p = 0; p < points.size(); p++) {
            (atBad.contains(p) ? bad : good).add(points.get(p));
        }
        bad.get(0).assignments().forEach(a -> paths.add(a.path()));
        bad.forEach(point -> paths.retainAll(point.values().keySet()));
    }

    /** Where it cannot work and what to write; empty if it works nowhere or cannot be told by few settings. */
    String text() {
        if (good.isEmpty()) {
            return "";
        }
        Optional<List<Map<String, Set<@Nullable Object>>>> entries = entries();
        if (entries.isEmpty()) {
            return " (at " + bad.get(0) + (bad.size() > 1 ? " and " + (bad.size() - 1) + " more" : "") + ")";
        }
        List<Map<String, Set<@Nullable Object>>> shown =
                entries.get().subList(0, Math.min(MOST_ENTRIES, entries.get().size()));
        String more = shown.size() < entries.get().size() ? ", …" : "";
        String places = shown.stream().map(ExclusionHint::place).collect(Collectors.joining("; "));
        String exclude = shown.stream().map(ExclusionHint::entry).collect(Collectors.joining(", "));
        return " (at " + places + more + "); exclude: [" + exclude + more + "] leaves that out";
    }

    private Optional<List<Map<String, Set<@Nullable Object>>>> entries() {
        List<List<String>> subsets = List.of(List.of());
        for (int size = 1; size <= MOST_SETTINGS; size++) {
            subsets = larger(subsets);
            for (List<String> subset : subsets) {
                Set<List<@Nullable Object>> at = tuples(bad, subset);
                if (good.stream()
                        .noneMatch(point ->
                                point.values().keySet().containsAll(subset) && at.contains(tuple(point, subset)))) {
                    return Optional.of(merged(at, subset));
                }
            }
        }
        return Optional.empty();
    }

    private List<List<String>> larger(List<List<String>> subsets) {
        List<String> all = List.copyOf(paths);
        List<List<String>> larger = new ArrayList<>();
        for (List<String> subset : subsets) {
            int from = subset.isEmpty() ? 0 : all.indexOf(subset.get(subset.size() - 1)) + 1;
            for (String path : all.subList(from, all.size())) {
                List<String> more = new ArrayList<>(subset);
                more.add(path);
                larger.add(more);
            }
        }
        return larger;
    }

    private static Set<List<@Nullable Object>> tuples(List<PointDraft> points, List<String> paths) {
        Set<List<@Nullable Object>> tuples = new LinkedHashSet<>();
        points.forEach(point -> tuples.add(tuple(point, paths)));
        return tuples;
    }

    private static List<@Nullable Object> tuple(PointDraft point, List<String> paths) {
        Map<String, @Nullable Object> values = point.values();
        List<@Nullable Object> tuple = new ArrayList<>();
        paths.forEach(path -> tuple.add(values.get(path)));
        return tuple;
    }

    /** One entry if the tuples are all combinations of some values, else one for each start with its last values. */
    private static List<Map<String, Set<@Nullable Object>>> merged(
            Set<List<@Nullable Object>> tuples, List<String> paths) {
        Map<String, Set<@Nullable Object>> all = new LinkedHashMap<>();
        Map<List<@Nullable Object>, Map<String, Set<@Nullable Object>>> byStart = new LinkedHashMap<>();
        for (List<@Nullable Object> tuple : tuples) {
            List<@Nullable Object> start = tuple.subList(0, tuple.size() - 1);
            add(all, paths, tuple);
            add(byStart.computeIfAbsent(start, s -> new LinkedHashMap<>()), paths, tuple);
        }
        long combinations = all.values().stream().mapToLong(Set::size).reduce(1, (a, b) -> a * b);
        return combinations == tuples.size() ? List.of(all) : List.copyOf(byStart.values());
    }

    private static void add(
            Map<String, Set<@Nullable Object>> entry, List<String> paths, List<@Nullable Object> tuple) {
        for (int p = 0; p < paths.size(); p++) {
            entry.computeIfAbsent(paths.get(p), path -> new LinkedHashSet<>()).add(tuple.get(p));
        }
    }

    private static String place(Map<String, Set<@Nullable Object>> entry) {
        return entry.entrySet().stream()
                .map(e -> e.getKey() + "="
                        + e.getValue().stream().map(String::valueOf).collect(Collectors.joining(" or ")))
                .collect(Collectors.joining(", "));
    }

    private static String entry(Map<String, Set<@Nullable Object>> entry) {
        return entry.entrySet().stream()
                .map(e -> e.getKey() + ": " + values(e.getValue()))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String values(Set<@Nullable Object> values) {
        List<@Nullable Object> list = new ArrayList<>(values);
        return list.size() == 1 ? FlowText.of(list.get(0)) : FlowText.of(list);
    }
}
