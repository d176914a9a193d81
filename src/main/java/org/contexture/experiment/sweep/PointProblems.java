package org.contexture.experiment.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.contexture.experiment.yaml.Place;
import org.contexture.experiment.yaml.Problems;
import org.contexture.experiment.yaml.Problems.Problem;

/** What cannot work at some points of a sweep: told once, with the points and how to leave them out; and points given twice. */
public final class PointProblems {
    private static final int MOST_HINTS = 20;

    private final List<PointDraft> points;
    private final Map<Problem, Set<Integer>> met = new LinkedHashMap<>();
    private final Map<Object, Integer> seen = new LinkedHashMap<>();
    private final Map<List<Place>, String> twice = new LinkedHashMap<>();

    /** Of these points. */
    public PointProblems(List<PointDraft> points) {
        this.points = points;
    }

    /** A problem was met at the point of an index. */
    public void meet(Problem problem, int point) {
        met.computeIfAbsent(problem, p -> new TreeSet<>()).add(point);
    }

    /**
     * The point of an index came to this outcome.
     *
     * @param outcome equal to another's if both make the same trials
     */
    public void outcome(Object outcome, int point) {
        Integer first = seen.putIfAbsent(outcome, point);
        if (first != null) {
            again(points.get(first), points.get(point));
        }
    }

    /** Adds everything that was met. */
    public void addTo(Problems problems) {
        int hints = 0;
        for (Map.Entry<Problem, Set<Integer>> entry : met.entrySet()) {
            Problem problem = entry.getKey();
            String hint = hints++ < MOST_HINTS ? new ExclusionHint(points, entry.getValue()).text() : "";
            problems.add(problem.place(), problem.key(), problem.message() + hint);
        }
        twice.forEach((places, message) -> problems.add(places.get(0), "sweep", message));
    }

    private void again(PointDraft first, PointDraft second) {
        Assignment apart = second.assignments().stream()
                .filter(a -> first.of(a.path())
                        .filter(b -> b.node().place().equals(a.node().place()))
                        .isEmpty())
                .findFirst()
                .orElse(null);
        Place here = apart == null ? second.place() : apart.node().place();
        Place there = apart == null
                ? first.place()
                : first.of(apart.path()).map(a -> a.node().place()).orElse(first.place());
        twice.putIfAbsent(List.of(here, there), message(first, second, there.from(here)));
    }

    private static String message(PointDraft first, PointDraft second, String there) {
        if (!first.label().isEmpty()
                && !second.label().isEmpty()
                && !first.label().equals(second.label())) {
            return "found the same trial in " + first.label() + " and " + second.label() + " of random (" + second
                    + "); expected each trial once, so ask for fewer trials or give more values";
        }
        String as = first.toString().equals(second.toString()) ? "" : ", which make the settings of " + first;
        return "found " + second + as + " a second time; expected each trial once, and " + there + " has it already";
    }
}
