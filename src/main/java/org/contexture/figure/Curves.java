package org.contexture.figure;

import java.util.ArrayList;
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
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** Lines over an axis that many trials share, such as epochs: the mean of a group's trials, and a band from the least to the greatest. */
record Curves(Grouping grouping, Axis x, Axis y) {
    /**
     * Of a table with a row for each trial and x.
     *
     * @param rows with a column {@code trial}
     */
    List<Panel> panels(Table rows, String xColumn, String yColumn) {
        Map<Group, TreeMap<Double, List<Double>>> values = new LinkedHashMap<>();
        grouping.of().values().forEach(group -> values.put(group, new TreeMap<>()));
        NumericColumn<?> xs = (NumericColumn<?>) rows.column(xColumn);
        NumericColumn<?> ys = (NumericColumn<?>) rows.column(yColumn);
        for (int row = 0; row < rows.rowCount(); row++) {
            Group group = grouping.of().get(rows.stringColumn("trial").get(row));
            double value = ys.getDouble(row);
            if (group != null && Double.isFinite(value)) {
                values.computeIfAbsent(group, g -> new TreeMap<>())
                        .computeIfAbsent(xs.getDouble(row), at -> new ArrayList<>())
                        .add(value);
            }
        }
        return grouping.panels().stream().map(panel -> panel(panel, values)).toList();
    }

    private Panel panel(String title, Map<Group, TreeMap<Double, List<Double>>> values) {
        List<Mark> bands = new ArrayList<>();
        List<Mark> lines = new ArrayList<>();
        values.forEach((group, course) -> {
            if (group.panel().equals(title) && !course.isEmpty()) {
                if (course.values().stream().anyMatch(at -> at.size() > 1)) bands.add(band(group, course));
                lines.add(line(group, course));
            }
        });
        bands.addAll(lines);
        return new Panel(title, x, y, bands);
    }

    private static Mark line(Group group, TreeMap<Double, List<Double>> course) {
        List<Point> points = new ArrayList<>();
        course.forEach((at, values) -> points.add(
                new Point(at, values.stream().mapToDouble(v -> v).average().orElseThrow(), group.series())));
        return new Line(group.series(), points);
    }

    private static Mark band(Group group, TreeMap<Double, List<Double>> course) {
        List<Range> ranges = new ArrayList<>();
        course.forEach((at, values) -> ranges.add(new Range(
                at,
                values.stream().mapToDouble(v -> v).min().orElseThrow(),
                values.stream().mapToDouble(v -> v).max().orElseThrow())));
        return new Band(group.series(), ranges);
    }

    /** What the description of every such chart says. */
    static final String HOW_TO_READ = "Lines are means over trials; bands reach from the lowest to the highest trial.";

    /** The panels as a chart. */
    Chart chart(String title, Table rows, String xColumn, String yColumn) {
        return new Chart(title, HOW_TO_READ, panels(rows, xColumn, yColumn));
    }
}
