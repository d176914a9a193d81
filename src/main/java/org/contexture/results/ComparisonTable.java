package org.contexture.results;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.contexture.results.PaperTable.Cell;
import org.contexture.results.PaperTable.Column;
import org.contexture.statistics.Family;
import org.contexture.statistics.Interval;
import org.contexture.statistics.PairedComparison;
import org.contexture.statistics.Summary;
import org.contexture.statistics.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Rows of values beside a reference, each compared with it seed by seed: the common shape of every comparison.
 * The tests of one metric are one family.
 */
final class ComparisonTable {
    private final List<String> labels;
    private final List<OfMetric> metrics;
    private final List<Line> lines;

    /** @param labels the headers of every row's labels */
    ComparisonTable(List<String> labels, List<OfMetric> metrics) {
        this.labels = labels;
        this.metrics = metrics;
        this.lines = metrics.stream().flatMap(metric -> lines(metric).stream()).toList();
    }

    /** One metric's rows. */
    record OfMetric(String metric, List<Row> rows) {}

    /**
     * A row.
     *
     * @param labels a cell for each of the table's label headers
     * @param values over seeds
     * @param difference to the reference; null for the reference itself, or without a common seed
     * @param textP of approximate randomization over seeds and segments; null where it was not made
     */
    record Row(List<String> labels, Summary values, @Nullable PairedComparison difference, @Nullable Double textP) {}

    /** As a table, what matters most first, because a narrow terminal leaves out the last columns. */
    PaperTable table() {
        List<Column> columns = new ArrayList<>();
        columns.add(text("metric", lines, line -> line.metric));
        for (int i = 0; i < labels.size(); i++) {
            int label = i;
            columns.add(text(labels.get(i), lines, line -> line.row.labels().get(label)));
        }
        columns.add(number("mean", lines, line -> line.mean()));
        columns.add(new Column(
                "difference", true, lines.stream().map(Line::difference).toList()));
        columns.add(number("95 % CI of it", lines, Line::intervalOfDifference));
        columns.add(number("p (Holm)", lines, line -> p(line.test)));
        if (lines.stream().anyMatch(line -> line.row.textP() != null)) {
            columns.add(number("p (seeds × segments)", lines, Line::textP));
        }
        columns.add(number("seeds", lines, Line::seeds));
        columns.add(number(
                "95 % CI of the mean", lines, line -> interval(line.row.values().interval(), line.decimals)));
        return new PaperTable(columns);
    }

    /** {@code [low, high]}; empty without one. */
    static String interval(@Nullable Interval interval, int decimals) {
        return interval == null
                ? ""
                : "[" + Spread.fixed(interval.low(), decimals) + ", " + Spread.fixed(interval.high(), decimals) + "]";
    }

    /** A corrected p, or that it says nothing; empty without a test. */
    static String p(Family.@Nullable Member test) {
        if (test == null) return "";
        return test.verdict() == Verdict.TOO_FEW_SEEDS ? "too few seeds to tell" : p(test.correctedP());
    }

    private static String p(double p) {
        return p < 0.0001 ? "< 0.0001" : Spread.fixed(p, 4);
    }

    /** What a reader of the table should know. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (lines.stream().allMatch(line -> line.test == null)) {
            notes.add(
                    "Nothing to compare: no two of these configurations have a seed in common that ended well in both.");
        }
        if (lines.stream().anyMatch(line -> line.test != null && line.test.verdict() == Verdict.TOO_FEW_SEEDS)) {
            int most = metrics.stream()
                    .mapToInt(ComparisonTable::comparisons)
                    .max()
                    .orElse(0);
            notes.add("Too few seeds: with " + most + (most == 1 ? " comparison" : " comparisons") + " a metric, "
                    + Verdict.fewestSeeds(most) + " seeds in common are the fewest that can tell.");
        }
        if (lines.stream().anyMatch(line -> line.row.textP() != null)) {
            notes.add(
                    "p (seeds × segments), uncorrected: approximate randomization of the outputs of all seeds. Small, it says that these"
                            + " models differ; that the settings differ takes a small p over seeds as well.");
        }
        if (metrics.stream().anyMatch(ComparisonTable::seedsDiffer)) {
            notes.add(
                    "Not every row has the same seeds: a mean is over all seeds of its row, a difference over those that"
                            + " both rows have.");
        }
        return notes;
    }

    private static boolean seedsDiffer(OfMetric metric) {
        return metric.rows().stream()
                        .flatMap(row -> row.difference() == null
                                ? Stream.of(row.values().n())
                                : Stream.of(row.values().n(), row.difference().n()))
                        .filter(n -> n > 0)
                        .distinct()
                        .count()
                > 1;
    }

    private static int comparisons(OfMetric metric) {
        return (int)
                metric.rows().stream().filter(row -> row.difference() != null).count();
    }

    private static List<Line> lines(OfMetric metric) {
        List<Family.Named> named = new ArrayList<>();
        for (Row row : metric.rows()) {
            if (row.difference() != null) named.add(new Family.Named("", row.difference()));
        }
        List<Family.Member> members = new ArrayList<>(Family.of(named).members());
        int decimals = decimals(metric.rows());
        List<Line> lines = new ArrayList<>();
        for (Row row : metric.rows()) {
            lines.add(new Line(metric.metric(), row, row.difference() == null ? null : members.remove(0), decimals));
        }
        return lines;
    }

    /** As many as show two digits of the smallest deviation over seeds, so that a column can be read down. */
    private static int decimals(List<Row> rows) {
        double least = rows.stream()
                .mapToDouble(row -> row.values().deviation())
                .filter(deviation -> deviation > 0)
                .min()
                .orElse(0.01);
        return Math.max(0, Math.min(6, 1 - (int) Math.floor(Math.log10(least))));
    }

    private static Column text(String header, List<Line> lines, Function<Line, String> cell) {
        return Column.of(header, false, lines.stream().map(cell).toList());
    }

    private static Column number(String header, List<Line> lines, Function<Line, String> cell) {
        return Column.of(header, true, lines.stream().map(cell).toList());
    }

    /** A row with its corrected test, as it is printed. */
    private record Line(String metric, Row row, Family.@Nullable Member test, int decimals) {
        private String mean() {
            return row.values().n() == 0 ? "" : Spread.fixed(row.values().mean(), decimals);
        }

        private Cell difference() {
            PairedComparison difference = row.difference();
            return difference == null
                    ? new Cell("", false)
                    : new Cell(
                            Spread.signed(difference.meanDifference(), decimals),
                            test != null && test.verdict() == Verdict.SIGNIFICANT);
        }

        private String intervalOfDifference() {
            return row.difference() == null ? "" : interval(row.difference().interval(), decimals);
        }

        private String textP() {
            return row.textP() == null ? "" : p(row.textP());
        }

        // The reference may lack some of them.
        private String seeds() {
            int n = row.values().n();
            PairedComparison difference = row.difference();
            return difference == null || difference.n() == n
                    ? Integer.toString(n)
                    : n + " (" + difference.n() + " in common)";
        }
    }
}
