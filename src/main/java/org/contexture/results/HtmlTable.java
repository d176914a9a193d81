package org.contexture.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table as one element of HTML, for pages of any colour and without a network: a caption, numbers to the right (whole ones in
 * full, others with four significant digits), an en dash where a value is missing. A long table is paged by its own script;
 * where none runs, the first page is shown and the number of the other rows told. All text is escaped.
 *
 * @param table what is shown
 * @param pageRows how many rows a page has
 * @param mostRows how many rows are written at all; the caption gives the number of all
 */
public record HtmlTable(Table table, int pageRows, int mostRows) {
    private static final int PAGE = 20;
    private static final int MOST = 1000;
    private static final String MISSING = "–";

    /** @throws IllegalArgumentException for a page without rows */
    public HtmlTable {
        if (pageRows < 1 || mostRows < 1) {
            throw new IllegalArgumentException("a page needs a row, found " + Math.min(pageRows, mostRows));
        }
    }

    /** Pages of 20 rows, at most 1000 rows. */
    public static HtmlTable of(Table table) {
        return new HtmlTable(table, PAGE, MOST);
    }

    /** The first 20 rows as text, numbers as in HTML, with a line on how many there are. */
    public static String text(Table table) {
        Table first = table.first(Math.min(PAGE, table.rowCount()));
        List<TerminalColumn> columns = IntStream.range(0, first.columnCount())
                .mapToObj(i -> new TerminalColumn(
                        first.column(i).name(), right(first.column(i)), cells(first.column(i), first.rowCount())))
                .toList();
        String rest = first.rowCount() < table.rowCount()
                ? "… " + (table.rowCount() - first.rowCount()) + " more rows\n"
                : "";
        String rows = columns.isEmpty() ? "" : new TerminalTable(columns).text(Integer.MAX_VALUE, "");
        return title(table) + size(table) + "\n" + rows + rest;
    }

    private static List<String> cells(Column<?> column, int rows) {
        return IntStream.range(0, rows).mapToObj(row -> cell(column, row)).toList();
    }

    /** The element, with its style and script. */
    public String html() {
        StringBuilder html = new StringBuilder(
                        "<div class=\"contexture-table\" data-rows=\"" + table.rowCount() + "\">\n<style>\n")
                .append(resource("table.css"))
                .append("</style>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(Escapes.html(title(table) + size(table)))
                .append("\">\n<table>\n<caption>")
                .append(
                        table.name() == null || table.name().isBlank()
                                ? ""
                                : "<b>" + Escapes.html(table.name()) + "</b> ")
                .append("<span>")
                .append(size(table))
                .append("</span></caption>\n")
                .append(row(table.columns().stream().map(HtmlTable::header), "<thead>", "</thead>\n"));
        for (int from = 0; from < shownRows() || from == 0; from += pageRows) {
            html.append(page(from));
        }
        return html.append("</table>\n</div>\n").append(more()).append("</div>").toString();
    }

    private int shownRows() {
        return Math.min(mostRows, table.rowCount());
    }

    private String page(int from) {
        return IntStream.range(from, Math.min(from + pageRows, shownRows()))
                .mapToObj(row -> row(table.columns().stream().map(column -> data(column, row)), "", "\n"))
                .collect(Collectors.joining("", from == 0 ? "<tbody>\n" : "<tbody hidden>\n", "</tbody>\n"));
    }

    private static String row(Stream<String> cells, String before, String after) {
        return cells.collect(Collectors.joining("", before + "<tr>", "</tr>" + after));
    }

    private static String header(Column<?> column) {
        return "<th scope=\"col\"" + side(column) + ">" + Escapes.html(column.name()) + "</th>";
    }

    private static String data(Column<?> column, int row) {
        return "<td" + side(column) + ">" + Escapes.html(cell(column, row)) + "</td>";
    }

    private static String side(Column<?> column) {
        return right(column) ? " class=\"n\"" : "";
    }

    private static boolean right(Column<?> column) {
        return column instanceof NumericColumn<?>;
    }

    private static String cell(Column<?> column, int row) {
        if (column.isMissing(row)) {
            return MISSING;
        }
        if (column instanceof DoubleColumn || column instanceof FloatColumn) {
            return Spread.number(((NumericColumn<?>) column).getDouble(row));
        }
        return column.getUnformattedString(row);
    }

    /** What follows a table that does not show all of its rows at once; its script puts buttons there. */
    private String more() {
        int cut = table.rowCount() - shownRows();
        int rest = table.rowCount() - Math.min(pageRows, shownRows());
        if (rest == 0) {
            return "";
        }
        String left = cut == 0 ? "" : cut + " rows are not in this page";
        return "<div class=\"more\" data-cut=\"" + left + "\">… " + rest + " more rows</div>\n<script>"
                + resource("table.js") + "</script>\n";
    }

    private static String title(Table table) {
        return table.name() == null || table.name().isBlank() ? "" : table.name() + ", ";
    }

    private static String size(Table table) {
        return count(table.rowCount(), "row") + " × " + count(table.columnCount(), "column");
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlTable.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " of Contexture's own jar", e);
        }
    }
}
