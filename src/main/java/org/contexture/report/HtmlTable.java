package org.contexture.report;

import java.util.List;
import org.contexture.chart.Markup;
import org.contexture.report.SortableTable.Best;
import org.contexture.report.SortableTable.Cell;
import org.contexture.report.SortableTable.Column;
import org.jspecify.annotations.Nullable;

/** A sortable table as HTML: the script finds what to sort by in {@code data-value}, and makes buttons of the headers. */
final class HtmlTable {
    private final Markup out;
    private final SortableTable table;
    private final List<Integer> best;

    HtmlTable(Markup out, SortableTable table) {
        this.out = out;
        this.table = table;
        this.best = table.columns().stream()
                .map(column -> column.bestRow().orElse(-1))
                .toList();
    }

    void write() {
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", table.caption());
        out.open("table", "class", "sortable").text("caption", table.caption());
        out.open("thead").open("tr");
        table.columns().forEach(this::header);
        out.close().close().open("tbody");
        for (int row = 0; row < table.rows(); row++) {
            out.open("tr");
            for (int column = 0; column < table.columns().size(); column++) {
                cell(row, column);
            }
            out.close();
        }
        out.close().close().close();
    }

    private void header(Column column) {
        String first = column.best() == Best.HIGHEST ? "descending" : "ascending";
        String kind = column.number() ? "number" : "text";
        if (column.title().equals(table.sortedBy())) {
            out.open("th", "scope", "col", "class", kind, "data-first", first, "aria-sort", first);
        } else {
            out.open("th", "scope", "col", "class", kind, "data-first", first);
        }
        out.open("span", "class", "name").raw(Markup.escaped(column.title())).close();
        if (!column.unit().isEmpty()) {
            out.raw(" ").text("small", column.unit());
        }
        out.close();
    }

    private void cell(int row, int place) {
        Column column = table.columns().get(place);
        Cell cell = column.cells().get(row);
        if (place == 0) {
            out.text("th", cell.text(), "scope", "row", "dir", "auto");
            return;
        }
        Double number = cell.number();
        open(column, number);
        if (best.get(place) == row) {
            out.text("strong", cell.text()).text("span", " (best)", "class", "unseen");
        } else {
            out.characters(cell.text());
        }
        out.close();
    }

    private void open(Column column, @Nullable Double number) {
        if (!column.number()) {
            out.open("td", "dir", "auto");
        } else if (number == null) {
            out.open("td", "class", "number");
        } else {
            out.open("td", "class", "number", "data-value", Double.toString(number));
        }
    }
}
