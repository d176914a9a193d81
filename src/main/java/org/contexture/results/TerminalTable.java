package org.contexture.results;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contexture.results.ConfigurationTable.Row;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table as text for a terminal: aligned columns under one rule, numbers to the right. Where the terminal is too narrow,
 * long texts are shortened first, then columns are left out from the right and named in a last line.
 *
 * @param columns the most important first
 */
public record TerminalTable(List<TerminalColumn> columns) {
    private static final String GAP = "  ";
    private static final int LONG_TEXT = 24;

    /** Any table; whole numbers in full, others with four significant digits, missing cells empty. */
    public static TerminalTable of(Table table) {
        List<String> headers = shortNames(table.columnNames());
        return new TerminalTable(IntStream.range(0, table.columnCount())
                .mapToObj(i -> column(headers.get(i), table.column(i)))
                .toList());
    }

    private static TerminalColumn column(String header, Column<?> column) {
        IntStream rows = IntStream.range(0, column.size());
        return column instanceof DoubleColumn doubles
                ? TerminalColumn.numbers(header, rows.mapToObj(i -> Spread.number(doubles.getDouble(i))))
                : new TerminalColumn(
                        header,
                        column instanceof NumericColumn<?>,
                        rows.mapToObj(column::getUnformattedString).toList());
    }

    /** Settings, seeds, failed, pruned and open trials where there are any, and each metric as mean ± standard deviation. */
    public static TerminalTable of(ConfigurationTable table) {
        List<TerminalColumn> columns = new ArrayList<>(settings(table));
        columns.add(counts("seeds", table, Row::seeds));
        if (table.rows().stream().anyMatch(row -> row.failed() > 0)) {
            columns.add(counts("failed", table, Row::failed));
        }
        if (table.rows().stream().anyMatch(row -> row.pruned() > 0)) {
            columns.add(counts("pruned", table, Row::pruned));
        }
        if (table.rows().stream().anyMatch(row -> row.open() > 0)) {
            columns.add(counts("open", table, Row::open));
        }
        for (int i = 0; i < table.metrics().size(); i++) {
            columns.add(TerminalColumn.numbers(table.metrics().get(i), table.metric(i).stream()));
        }
        return new TerminalTable(columns);
    }

    private static List<TerminalColumn> settings(ConfigurationTable table) {
        if (table.settings().isEmpty()) {
            return List.of(
                    TerminalColumn.text("configuration", table.rows().stream().map(Row::configuration)));
        }
        List<String> headers = shortNames(table.settings());
        return IntStream.range(0, headers.size())
                .mapToObj(i -> new TerminalColumn(
                        headers.get(i), table.setting(i).stream().allMatch(TerminalTable::isNumber), table.setting(i)))
                .toList();
    }

    private static TerminalColumn counts(String header, ConfigurationTable table, Function<Row, Integer> count) {
        return TerminalColumn.numbers(header, table.rows().stream().map(count));
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9.]+([eE]-?[0-9]+)?");
    }

    /** {@code model.cell} as {@code cell}, unless another name ends the same way. */
    public static List<String> shortNames(List<String> names) {
        List<String> last = names.stream()
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .toList();
        return IntStream.range(0, names.size())
                .mapToObj(i -> Collections.frequency(last, last.get(i)) == 1 ? last.get(i) : names.get(i))
                .toList();
    }

    /**
     * The table in lines of at most {@code width} characters; the line about columns left out may be longer, as may a
     * first column of numbers.
     *
     * @param width of the terminal
     * @param elsewhere a sentence on where the rest is, for that line
     */
    public String text(int width, String elsewhere) {
        List<TerminalColumn> shown = new ArrayList<>(columns);
        if (width(shown) > width) {
            shown.replaceAll(column -> column.shortened(LONG_TEXT));
        }
        while (shown.size() > 1 && width(shown) > width) {
            shown.remove(shown.size() - 1);
        }
        if (width(shown) > width) {
            shown.replaceAll(column -> column.shortened(Math.max(1, width)));
        }
        return lines(shown) + leftOut(shown.size(), elsewhere);
    }

    private static int width(List<TerminalColumn> columns) {
        return columns.stream()
                        .mapToInt(column -> column.width() + GAP.length())
                        .sum()
                - GAP.length();
    }

    private static String lines(List<TerminalColumn> columns) {
        List<List<String>> cells = columns.stream().map(TerminalColumn::lines).toList();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cells.get(0).size(); i++) {
            int line = i;
            String joined = cells.stream().map(column -> column.get(line)).collect(Collectors.joining(GAP));
            text.append(joined.stripTrailing()).append('\n');
            if (line == 0) {
                text.append("─".repeat(width(columns))).append('\n');
            }
        }
        return text.toString();
    }

    private String leftOut(int shown, String elsewhere) {
        return shown == columns.size()
                ? ""
                : "Too wide for this terminal: "
                        + columns.subList(shown, columns.size()).stream()
                                .map(TerminalColumn::header)
                                .collect(Collectors.joining(", "))
                        + ". " + elsewhere + "\n";
    }
}
