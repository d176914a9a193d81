package org.contexture.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contexture.chart.Chart.Panel;

/** Heat maps as a table: the rows of all panels below one another, a column for each name of their x axes. */
final class MapTable {
    /** A sentence can have the same word twice. */
    private record Column(String name, int occurrence) {}

    private record Field(int row, Column column) {}

    private MapTable() {}

    static DataTable of(Chart chart) {
        List<Panel> panels = chart.panels();
        boolean several = panels.size() > 1;
        Set<Column> columns = new LinkedHashSet<>();
        panels.forEach(panel -> columns.addAll(columns(panel)));
        List<String> header = new ArrayList<>(several ? List.of("panel") : List.of());
        header.add(corner(panels.get(0)));
        columns.forEach(column -> header.add(column.name()));
        List<List<String>> rows = new ArrayList<>();
        panels.forEach(panel -> rows.addAll(rows(panel, columns, several)));
        return new DataTable(chart.title(), header, rows);
    }

    private static List<List<String>> rows(Panel panel, Set<Column> columns, boolean several) {
        Map<Field, String> fields = fields(panel);
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < panel.y().categories().size(); row++) {
            List<String> cells = new ArrayList<>(several ? List.of(panel.title()) : List.of());
            cells.add(panel.y().categories().get(row));
            for (Column column : columns) {
                cells.add(fields.getOrDefault(new Field(row, column), ""));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static List<Column> columns(Panel panel) {
        Map<String, Integer> seen = new HashMap<>();
        return panel.x().categories().stream()
                .map(name -> new Column(name, seen.merge(name, 1, Integer::sum)))
                .toList();
    }

    /** What stands down the side and across the top. */
    private static String corner(Panel panel) {
        return panel.x().title().isBlank()
                ? panel.y().title()
                : (panel.y().title() + " / " + panel.x().title()).strip();
    }

    private static Map<Field, String> fields(Panel panel) {
        List<Column> columns = columns(panel);
        Map<Field, String> fields = new HashMap<>();
        for (Mark mark : panel.marks()) {
            for (Mark.Tile tile : ((Mark.HeatMap) mark).tiles()) {
                if (tile.column() >= 0 && tile.column() < columns.size()) {
                    fields.put(new Field(tile.row(), columns.get(tile.column())), text(tile));
                }
            }
        }
        return fields;
    }

    /** As it is written into the field, or else the number. */
    private static String text(Mark.Tile tile) {
        return tile.text().isBlank() ? Numerals.value(tile.value()) : tile.text();
    }
}
