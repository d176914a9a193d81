package org.contexture.experiment.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contexture.experiment.sweep.Condition.Verdict;
import org.contexture.experiment.sweep.Section.Branch;
import org.contexture.experiment.sweep.Section.Factor;
import org.contexture.experiment.yaml.Problems;

/** Lays sections out as points: factors crossed, then what conditions add, then exclusion, then inclusion. */
final class Layout {
    /** Points that may be made on the way, those left out again counted. */
    private static final long MOST_WORK = 10 * SweepReader.MOST_POINTS;

    private final SweptSettings settings;
    private final Problems problems;
    /** Conditions that held nowhere so far, each with the reason. */
    private final Map<Condition, String> never = new HashMap<>();
    /** Conditions that held somewhere. */
    private final Set<Condition> met = new HashSet<>();

    private long work;

    Layout(SweptSettings settings) {
        this.settings = settings;
        this.problems = settings.problems();
    }

    /** Whether so many points came up that only the first ones were laid out. */
    boolean isCutShort() {
        return work > MOST_WORK;
    }

    /** The points of a section, its match included. */
    List<PointDraft> points(Section section) {
        List<PointDraft> points = points(section, PointDraft.at(section.place()));
        MatchSettings match = section.match();
        return match == null ? points : points.stream().map(p -> p.with(match)).toList();
    }

    private List<PointDraft> points(Section section, PointDraft outer) {
        List<PointDraft> points = List.of(outer);
        for (Factor factor : section.factors()) {
            points = cross(points, factor.levels());
        }
        for (Branch branch : section.branches()) {
            points = branched(points, branch);
        }
        points = excluded(points, section);
        List<PointDraft> all = new ArrayList<>(points);
        section.includes().forEach(included -> all.add(outer.and(included)));
        return all;
    }

    private List<PointDraft> cross(List<PointDraft> points, List<PointDraft> levels) {
        List<PointDraft> crossed = new ArrayList<>();
        for (PointDraft point : points) {
            for (PointDraft level : levels) {
                if (++work > MOST_WORK) {
                    return crossed;
                }
                crossed.add(point.and(level));
            }
        }
        return crossed;
    }

    private List<PointDraft> branched(List<PointDraft> points, Branch branch) {
        List<PointDraft> branched = new ArrayList<>();
        for (PointDraft point : points) {
            Verdict verdict = test(branch.condition(), point);
            if (verdict != Verdict.YES) {
                branched.add(point);
            } else if (!isCutShort()) {
                for (PointDraft inner : points(branch.section(), point)) {
                    checkDistinct(inner, branch);
                    branched.add(inner);
                }
            }
        }
        remember(branch.condition(), points);
        return branched;
    }

    /** Two conditions that hold at one point may not give one setting two values. */
    private void checkDistinct(PointDraft point, Branch branch) {
        List<Assignment> all = point.assignments();
        for (int a = 0; a < all.size(); a++) {
            for (int b = 0; b < a; b++) {
                if (Assignment.overlap(all.get(a).path(), all.get(b).path())) {
                    problems.add(
                            branch.condition().place(),
                            "when",
                            "found " + all.get(a).path()
                                    + " varied a second time where this holds; expected each setting"
                                    + " once, so conditions that do not hold together");
                    return;
                }
            }
        }
    }

    private List<PointDraft> excluded(List<PointDraft> points, Section section) {
        List<PointDraft> kept = new ArrayList<>(points);
        for (Condition condition : section.excludes()) {
            kept.removeIf(point -> test(condition, point) == Verdict.YES);
        }
        for (Condition condition : section.excludes()) {
            // An entry may be right though another came first.
            if (!met.contains(condition)) points.forEach(point -> test(condition, point));
            remember(condition, points);
        }
        return kept;
    }

    private Verdict test(Condition condition, PointDraft point) {
        Verdict verdict = condition.test(point, settings);
        if (verdict != Verdict.NO) met.add(condition);
        return verdict;
    }

    private void remember(Condition condition, List<PointDraft> points) {
        if (met.contains(condition)) {
            never.remove(condition);
        } else if (!points.isEmpty()) {
            never.put(condition, condition.reason(points, settings));
        }
    }

    /** Tells of the conditions that hold nowhere. */
    void checkConditions(List<Section> sections) {
        for (Section section : sections) {
            section.excludes().forEach(this::check);
            for (Branch branch : section.branches()) {
                check(branch.condition());
                if (met.contains(branch.condition())) checkConditions(List.of(branch.section()));
            }
        }
    }

    private void check(Condition condition) {
        String reason = never.get(condition);
        if (reason != null) {
            String expected = condition.key().equals("when")
                    ? "a condition that holds somewhere"
                    : "an entry that leaves something out";
            problems.add(condition.place(), condition.key(), reason + "; expected " + expected);
        }
    }
}
