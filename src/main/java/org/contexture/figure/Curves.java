package org.contexture.figure;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contexture.chart.Axis;
import org.contexture.chart.Chart;
import org.contexture.chart.Chart.Panel;
import org.contexture.chart.Mark;
import org.contexture.chart.Mark.Band;
import org.contexture.chart.Mark.Line;
import org.contexture.chart.Mark.Point;
import org.contexture.chart.Mark.Range;
import org.contexture.figure.Grouping.Group;
import org.contexture.figure.Grouping.Member;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * Lines over an axis that many trials share, such as epochs. A seed's mean over the trials that a group has of it is one value; the
 * line is the mean of the seeds, the band reaches from the lowest to the highest of them.
 */
record Curves(Grouping grouping, Axis x, Axis y) {
    private static final String HOW_TO_READ =
            "Lines are means over seeds; bands reach from the lowest to the highest seed.";

    /**
     * Of a table with a row for each trial and x.
     *
     * @param rows with a column {@code trial}
     */
    Chart chart(String title, Table rows, String xColumn, String yColumn) {
        Map<Group, TreeMap<Double, DoubleSummaryStatistics>> courses = courses(rows, xColumn, yColumn);
        return new Chart(
                title,
                HOW_TO_READ,
                grouping.panels().stream().map(panel -> panel(panel, courses)).toList());
    }

    /** Over seeds, at each x. */
    private Map<Group, TreeMap<Double, DoubleSummaryStatistics>> courses(Table rows, String xColumn, String yColumn) {
        Map<Group, TreeMap<Double, DoubleSummaryStatistics>> courses = new LinkedHashMap<>();
        grouping.groups().forEach(group -> courses.put(group, new TreeMap<>()));
        bySeed(rows, xColumn, yColumn)
                .forEach((member, course) ->
                        course.forEach((at, values) -> courses.computeIfAbsent(member.group(), g -> new TreeMap<>())
                                .computeIfAbsent(at, a -> new DoubleSummaryStatistics())
                                .accept(values.getAverage())));
        return courses;
    }

    /** Over the trials of a seed, at each x. */
    private Map<Member, TreeMap<Double, DoubleSummaryStatistics>> bySeed(Table rows, String xColumn, String yColumn) {
        Map<Member, TreeMap<Double, DoubleSummaryStatistics>> seeds = new LinkedHashMap<>();
        NumericColumn<?> xs = (NumericColumn<?>) rows.column(xColumn);
        NumericColumn<?> ys = (NumericColumn<?>) rows.column(yColumn);
        for (int row = 0; row < rows.rowCount(); row++) {
            Member member = grouping.members().get(rows.stringColumn("trial").get(row));
            double value = ys.getDouble(row);
            if (member != null && Double.isFinite(value)) {
                seeds.computeIfAbsent(member, m -> new TreeMap<>())
                        .computeIfAbsent(xs.getDouble(row), at -> new DoubleSummaryStatistics())
                        .accept(value);
            }
        }
        return seeds;
    }

    /** Bands behind all lines. */
    private Panel panel(String title, Map<Group, TreeMap<Double, DoubleSummaryStatistics>> courses) {
        List<Mark> bands = new ArrayList<>();
        List<Mark> lines = new ArrayList<>();
        courses.forEach((group, course) -> {
            if (group.panel().equals(title) && !course.isEmpty()) {
                if (course.values().stream().anyMatch(at -> at.getCount() > 1)) bands.add(band(group, course));
                lines.add(line(group, course));
            }
        });
        bands.addAll(lines);
        return new Panel(title, x, y, bands);
    }

    private static Mark line(Group group, TreeMap<Double, DoubleSummaryStatistics> course) {
        List<Point> points = new ArrayList<>();
        course.forEach((at, seeds) -> points.add(new Point(at, seeds.getAverage(), group.series())));
        return new Line(group.series(), points);
    }

    private static Mark band(Group group, TreeMap<Double, DoubleSummaryStatistics> course) {
        List<Range> ranges = new ArrayList<>();
        course.forEach((at, seeds) -> ranges.add(new Range(at, seeds.getMin(), seeds.getMax())));
        return new Band(group.series(), ranges);
    }
}
