package org.contexture.report;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table that can be sorted by any column. The first column names the rows.
 *
 * @param columns all of the same length
 * @param sortedBy the title of the column whose best value is first; empty for an order of its own
 */
record SortableTable(String caption, List<Column> columns, String sortedBy) {
    SortableTable {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param unit stands small behind the title; may be empty
     * @param number whether it is aligned to the right and sorted by value
     * @param best what a good value is
     */
    record Column(String title, String unit, boolean number, Best best, List<Cell> cells) {
        Column {
            cells = List.copyOf(cells);
        }

        /** The place of the best value, if one is good. */
        OptionalInt bestRow() {
            return IntStream.range(0, cells.size())
                    .filter(row -> best != Best.NONE && cells.get(row).isFinite())
                    .boxed()
                    .min((a, b) ->
                            best.compare(cells.get(a).value(), cells.get(b).value()))
                    .map(OptionalInt::of)
                    .orElse(OptionalInt.empty());
        }
    }

    /** Which values of a column are the good ones. */
    enum Best {
        HIGHEST,
        LOWEST,
        /** There is no good or bad. */
        NONE;

        private int compare(double a, double b) {
            return this == LOWEST ? Double.compare(a, b) : Double.compare(b, a);
        }
    }

    /**
     * A cell.
     *
     * @param number what it is sorted by; null for a text or where there is no number
     */
    record Cell(String text, @Nullable Double number) {
        private boolean isFinite() {
            return number != null && Double.isFinite(number);
        }

        private double value() {
            return number == null ? Double.NaN : number;
        }
    }

    int rows() {
        return columns.get(0).cells().size();
    }

    /** The first rows only. */
    SortableTable first(int most) {
        return rows() <= most ? this : rows(IntStream.range(0, most).boxed().toList());
    }

    /** The rows of these places, in their order. */
    SortableTable rows(List<Integer> places) {
        List<Column> kept = columns.stream()
                .map(column -> new Column(
                        column.title(),
                        column.unit(),
                        column.number(),
                        column.best(),
                        places.stream().map(column.cells()::get).toList()))
                .toList();
        return new SortableTable(caption, kept, sortedBy);
    }
}
