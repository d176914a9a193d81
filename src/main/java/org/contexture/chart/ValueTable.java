package org.contexture.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.contexture.chart.Chart.Panel;

/** Values of a chart below one another; a column that would be empty, or the same all the way, is left out. */
final class ValueTable {
    private static final int CELLS = 8;

    private final Chart chart;
    private final List<List<String>> rows = new ArrayList<>();

    private ValueTable(Chart chart) {
        this.chart = chart;
    }

    static DataTable of(Chart chart) {
        ValueTable table = new ValueTable(chart);
        for (Panel panel : chart.panels()) {
            ValueRows values = new ValueRows(panel);
            panel.marks().forEach(mark -> table.rows.addAll(values.of(mark)));
        }
        return table.table();
    }

    private DataTable table() {
        List<Integer> kept = order().filter(this::isNeeded).boxed().toList();
        List<String> titles = titles();
        return new DataTable(
                chart.title(),
                kept.stream().map(titles::get).toList(),
                rows.stream().map(row -> kept.stream().map(row::get).toList()).toList());
    }

    /** Whiskers lie along x: what stands on y names them, and goes first. */
    private IntStream order() {
        boolean lying = chart.marks().anyMatch(mark -> mark instanceof Mark.Whiskers);
        return lying ? IntStream.of(0, 1, 2, 4, 3, 5, 6, 7) : IntStream.range(0, CELLS);
    }

    private boolean isNeeded(int column) {
        return switch (column) {
            case 0 -> chart.panels().size() > 1;
            case 1 -> chart.series().size() > 1;
            case 3, 4 -> true;
            default -> rows.stream().anyMatch(row -> !row.get(column).isBlank());
        };
    }

    private List<String> titles() {
        String measure = chart.marks()
                .filter(mark -> mark instanceof Mark.HeatMap)
                .map(mark -> ((Mark.HeatMap) mark).measure())
                .findFirst()
                .orElse("");
        return List.of(
                "panel",
                "series",
                "label",
                joined(chart.panels().stream().map(panel -> panel.x().title()), "x"),
                joined(chart.panels().stream().map(panel -> panel.y().title()), "y"),
                "low",
                "high",
                measure);
    }

    private static String joined(Stream<String> titles, String otherwise) {
        String joined = titles.filter(title -> !title.isBlank()).distinct().collect(Collectors.joining(" / "));
        return joined.isEmpty() ? otherwise : joined;
    }
}
