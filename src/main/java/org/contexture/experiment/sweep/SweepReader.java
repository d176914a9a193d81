package org.contexture.experiment.sweep;

import java.util.ArrayList;
import java.util.List;
import org.contexture.experiment.yaml.Place;
import org.contexture.experiment.yaml.Problems;
import org.contexture.experiment.yaml.YamlNode;
import org.contexture.experiment.yaml.YamlNode.ListNode;
import org.contexture.experiment.yaml.YamlNode.MapNode;

/** Reads the sweep of a file and lays it out, each value checked by itself against the setting it is for. */
public final class SweepReader {
    /** More points than anybody trains, few enough to be checked one by one. */
    public static final long MOST_POINTS = 100_000;

    private static final String EXPECTED = "; expected settings with lists of values, such as model.hidden: [32, 64]";

    private final MapNode root;
    private final Problems problems;
    private final SweptSettings settings;
    private final boolean changed;

    /**
     * @param file the record whose dotted paths are settings
     * @param root the whole file
     * @param changed whether options of the command line changed the sweep, so that entries may match nothing any more
     */
    public SweepReader(Class<? extends Record> file, MapNode root, Problems problems, boolean changed) {
        this.root = root;
        this.problems = problems;
        this.settings = new SweptSettings(file, root, problems);
        this.changed = changed;
    }

    /** The points in file order; one without a sweep. What could not be read is left out and a problem. */
    public SweepDraft read() {
        YamlNode sweep = root.get("sweep");
        if (sweep == null) {
            return new SweepDraft(List.of(PointDraft.at(root.place())), settings.named(), true);
        }
        List<Section> sections = new ArrayList<>();
        for (YamlNode node :
                sweep instanceof ListNode list && !list.items().isEmpty() ? list.items() : List.of(sweep)) {
            if (node instanceof MapNode map && !map.entries().isEmpty()) {
                sections.add(new SectionReader(settings, new Scope(problems), false).read(map));
            } else {
                problems.add(node.place(), "sweep", node.found() + EXPECTED);
            }
        }
        return sections.isEmpty()
                ? new SweepDraft(List.of(PointDraft.at(root.place())), settings.named(), true)
                : layOut(sections, sweep.place());
    }

    private SweepDraft layOut(List<Section> sections, Place place) {
        Layout layout = new Layout(settings);
        List<PointDraft> points = new ArrayList<>();
        long count = 0;
        for (Section section : sections) {
            long size = section.size();
            List<PointDraft> some = size > MOST_POINTS ? List.of(section.first()) : layout.points(section);
            points.addAll(some);
            count = size > MOST_POINTS ? plus(count, size) : plus(count, some.size());
            if (count > MOST_POINTS || layout.isCutShort()) {
                return tooMany(points, count, place);
            }
        }
        if (!changed) layout.checkConditions(sections);
        if (points.isEmpty()) {
            problems.add(place, "sweep", "found no combination that exclude leaves; expected at least one");
        }
        return new SweepDraft(points, settings.named(), true);
    }

    private static long plus(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    private SweepDraft tooMany(List<PointDraft> points, long count, Place place) {
        String found = count > MOST_POINTS ? count + " combinations" : "too many combinations before exclusion";
        problems.add(place, "sweep", "found " + found + "; expected at most " + MOST_POINTS + " trials");
        return new SweepDraft(points.subList(0, Math.min(1, points.size())), settings.named(), false);
    }
}
