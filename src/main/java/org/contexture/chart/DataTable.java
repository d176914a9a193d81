package org.contexture.chart;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The numbers of a chart as a table, for screen readers and for sites that run no JavaScript: a heat map as a grid, others with a
 * line for each value, in as few columns as that needs. Numbers are rounded to four digits, whole ones are not.
 *
 * @param caption the chart's title
 * @param rows as many cells in each as the header has
 */
public record DataTable(String caption, List<String> header, List<List<String>> rows) {
    public DataTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    public static DataTable of(Chart chart) {
        return chart.marks().allMatch(mark -> mark instanceof Mark.HeatMap) ? MapTable.of(chart) : ValueTable.of(chart);
    }

    /** An element of HTML; all texts are escaped. */
    public String html() {
        Markup out = new Markup();
        out.open("table", "class", "chart-data")
                .text("caption", caption)
                .open("thead")
                .open("tr");
        header.forEach(title -> out.text("th", title, "scope", "col"));
        out.close().close().open("tbody");
        for (List<String> row : rows) {
            out.open("tr");
            for (int i = 0; i < row.size(); i++) {
                cell(out, i, row.get(i));
            }
            out.close();
        }
        return out.close().close().toString();
    }

    private static void cell(Markup out, int column, String text) {
        if (column == 0) {
            out.text("th", text, "scope", "row");
        } else {
            out.text("td", text);
        }
    }

    /** A table of Markdown as GitHub reads it, without the caption. */
    public String markdown() {
        String rule = header.stream().map(title -> "---").collect(Collectors.joining(" | ", "| ", " |\n"));
        return line(header) + rule + rows.stream().map(DataTable::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Markdown::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
