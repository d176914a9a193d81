package org.contexture.results;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.contexture.results.ReferenceCheck.Difference;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Two trials tables, cell by cell; the order of rows and columns does not matter. */
final class TrialComparison {
    private static final String ABSENT = "absent";
    private static final String PRESENT = "present";

    private final Table run;
    private final Table reference;

    TrialComparison(Table run, Table reference) {
        this.run = run;
        this.reference = reference;
    }

    /** Every cell exactly, as no distance is below zero; but where a log lies depends on the engine, which may be a newer one. */
    List<Difference> everyCell() {
        return differences(column -> !column.equals(TrialColumns.LOG), -1);
    }

    /** What was planned exactly, and losses within a relative tolerance. */
    List<Difference> planAndLosses(double tolerance) {
        Set<String> results = new LinkedHashSet<>(TrialColumns.results(run));
        results.addAll(TrialColumns.results(reference));
        return differences(column -> isLoss(column) || !results.contains(column), tolerance);
    }

    private static boolean isLoss(String column) {
        return column.toLowerCase(Locale.ROOT).endsWith("loss");
    }

    private List<Difference> differences(Predicate<String> compared, double tolerance) {
        List<Difference> differences = new ArrayList<>();
        List<String> columns = both(run.columnNames(), reference.columnNames())
                .filter(compared)
                .toList();
        columns.stream()
                .filter(c -> !common(c))
                .forEach(c -> differences.add(new Difference(
                        "every trial", c, presence(run.containsColumn(c)), presence(reference.containsColumn(c)))));
        List<String> shared = columns.stream().filter(this::common).toList();
        for (String trial : both(ids(run), ids(reference)).toList()) {
            compare(trial, shared, tolerance, differences);
        }
        return differences;
    }

    private void compare(String trial, List<String> columns, double tolerance, List<Difference> differences) {
        int a = ids(run).indexOf(trial);
        int b = ids(reference).indexOf(trial);
        if (a < 0 || b < 0) {
            differences.add(new Difference(trial, "trial", presence(a >= 0), presence(b >= 0)));
            return;
        }
        for (String column : columns) {
            if (!equal(column, a, b) && !(isLoss(column) && distance(column, a, b) <= tolerance)) {
                differences.add(new Difference(trial, column, cell(run, column, a), cell(reference, column, b)));
            }
        }
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

    /** The largest relative distance of two losses of a trial that both tables have. */
    double farthestLoss() {
        double farthest = 0;
        for (String column : run.columnNames()) {
            if (isLoss(column) && common(column)) {
                for (String trial : ids(run)) {
                    int b = ids(reference).indexOf(trial);
                    double distance = b < 0 ? 0 : distance(column, ids(run).indexOf(trial), b);
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

    private static List<String> ids(Table trials) {
        return trials.stringColumn("trial").asList();
    }

    private static Stream<String> both(List<String> ours, List<String> theirs) {
        return Stream.concat(theirs.stream(), ours.stream()).distinct();
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
