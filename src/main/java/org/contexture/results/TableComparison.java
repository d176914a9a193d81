package org.contexture.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.contexture.results.ReferenceCheck.Difference;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Two tables, cell by cell, whose rows are told by key columns; the order of rows and columns does not matter. */
final class TableComparison {
    private static final String ABSENT = "absent";
    private static final String PRESENT = "present";

    private final Table run;
    private final Table reference;
    private final Map<String, Integer> runRows;
    private final Map<String, Integer> referenceRows;

    /** @param keys columns that tell rows apart, the first one the trial, such as trial and epoch */
    TableComparison(Table run, Table reference, List<String> keys) {
        this.run = run;
        this.reference = reference;
        runRows = rows(run, keys);
        referenceRows = rows(reference, keys);
    }

    /** Rows by name, such as {@code gru-s1} or {@code gru-s1, epoch 3}. */
    private static Map<String, Integer> rows(Table table, List<String> keys) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (int row = 0; row < table.rowCount(); row++) {
            StringBuilder name = new StringBuilder();
            for (String key : keys) {
                String value = table.column(key).getUnformattedString(row);
                name.append(name.isEmpty() ? value : ", " + key + " " + value);
            }
            rows.put(name.toString(), row);
        }
        return rows;
    }

    /** Where a log lies depends on the engine, which may be a newer one. */
    private static boolean isCompared(String column) {
        return !column.equals(TrialColumns.LOG);
    }

    /** Every cell exactly: no distance is below zero. */
    List<Difference> everyCell() {
        return differences(TableComparison::isCompared, column -> false, -1);
    }

    /** Numbers within a relative tolerance, all else exactly. */
    List<Difference> everyCellWithin(double tolerance) {
        return differences(TableComparison::isCompared, column -> true, tolerance);
    }

    /** What was planned exactly, and losses within a relative tolerance. */
    List<Difference> planAndLosses(double tolerance) {
        Set<String> results = new LinkedHashSet<>(TrialColumns.results(run));
        results.addAll(TrialColumns.results(reference));
        return differences(column -> isLoss(column) || !results.contains(column), TableComparison::isLoss, tolerance);
    }

    /** Losses alone, within a relative tolerance; every row must be there. */
    List<Difference> losses(double tolerance) {
        return differences(TableComparison::isLoss, TableComparison::isLoss, tolerance);
    }

    private static boolean isLoss(String column) {
        return column.toLowerCase(Locale.ROOT).endsWith("loss");
    }

    private List<Difference> differences(Predicate<String> compared, Predicate<String> within, double tolerance) {
        List<Difference> differences = new ArrayList<>();
        List<String> columns = both(run.columnNames(), reference.columnNames())
                .filter(compared)
                .toList();
        columns.stream()
                .filter(c -> !common(c))
                .forEach(c -> differences.add(new Difference(
                        "every trial", c, presence(run.containsColumn(c)), presence(reference.containsColumn(c)))));
        List<String> shared = columns.stream().filter(this::common).toList();
        both(runRows.keySet(), referenceRows.keySet()).forEach(row -> {
            Integer a = runRows.get(row);
            Integer b = referenceRows.get(row);
            if (a == null || b == null) {
                differences.add(new Difference(row, whatIsAbsent(row), presence(a != null), presence(b != null)));
            } else {
                shared.stream()
                        .filter(c -> !equal(c, a, b) && !(within.test(c) && distance(c, a, b) <= tolerance))
                        .forEach(c -> differences.add(new Difference(row, c, cell(run, c, a), cell(reference, c, b))));
            }
        });
        return differences;
    }

    private static String whatIsAbsent(String row) {
        return row.contains(", ") ? "row" : "trial";
    }

    private boolean equal(String column, int a, int b) {
        Column<?> ours = run.column(column);
        Column<?> theirs = reference.column(column);
        // A column of whole numbers only is LONG in one table and may be DOUBLE in the other.
        boolean asNumbers = numeric(column) && !ours.type().equals(theirs.type());
        return asNumbers
                ? Double.compare(number(run, column, a), number(reference, column, b)) == 0
                : ours.getUnformattedString(a).equals(theirs.getUnformattedString(b));
    }

    /** |a − b| / max(|a|, |b|); NaN where either is missing. */
    private double distance(String column, int a, int b) {
        if (!numeric(column)) {
            return Double.NaN;
        }
        double x = number(run, column, a);
        double y = number(reference, column, b);
        return x == y ? 0 : Math.abs(x - y) / Math.max(Math.abs(x), Math.abs(y));
    }

    /** The largest relative distance of two losses of a row that both tables have. */
    double farthestLoss() {
        double farthest = 0;
        for (String column : run.columnNames()) {
            if (isLoss(column) && common(column)) {
                for (Map.Entry<String, Integer> row : runRows.entrySet()) {
                    @Nullable Integer b = referenceRows.get(row.getKey());
                    double distance = b == null ? 0 : distance(column, row.getValue(), b);
                    farthest = distance > farthest ? distance : farthest;
                }
            }
        }
        return farthest;
    }

    private boolean numeric(String column) {
        return run.column(column) instanceof NumericColumn<?> && reference.column(column) instanceof NumericColumn<?>;
    }

    private static double number(Table table, String column, int row) {
        NumericColumn<?> numbers = (NumericColumn<?>) table.column(column);
        return numbers.isMissing(row) ? Double.NaN : numbers.getDouble(row);
    }

    private boolean common(String column) {
        return run.containsColumn(column) && reference.containsColumn(column);
    }

    private static Stream<String> both(Iterable<String> ours, Iterable<String> theirs) {
        Set<String> both = new LinkedHashSet<>();
        theirs.forEach(both::add);
        ours.forEach(both::add);
        return both.stream();
    }

    private static String presence(boolean present) {
        return present ? PRESENT : ABSENT;
    }

    private static String cell(Table table, String column, int row) {
        return table.column(column).isMissing(row)
                ? "missing"
                : table.column(column).getUnformattedString(row);
    }
}
