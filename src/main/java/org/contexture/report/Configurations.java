package org.contexture.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.contexture.figure.Measure;
import org.contexture.report.SortableTable.Best;
import org.contexture.report.SortableTable.Cell;
import org.contexture.report.SortableTable.Column;
import org.contexture.results.ConfigurationTable;
import org.contexture.results.ConfigurationTable.Row;
import org.contexture.results.Results;
import org.contexture.results.Spread;
import org.contexture.results.TerminalTable;
import org.contexture.results.TrialColumns;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** The table of all configurations: settings, seeds, metrics, and what they cost. */
final class Configurations {
    private final Results results;
    private final ConfigurationTable table;

    private Configurations(Results results, ConfigurationTable table) {
        this.results = results;
        this.table = table;
    }

    /**
     * Of these results.
     *
     * @param ranking names of configurations, the best first
     */
    static SortableTable of(Results results, String metric, List<String> ranking) {
        ConfigurationTable usual = ConfigurationTable.of(results.trials());
        List<String> metrics = new ArrayList<>(usual.metrics());
        metrics.removeIf(name -> name.endsWith("Perplexity")); // e to the loss, which has a column
        if (!metrics.contains(metric) && TrialColumns.metrics(results.trials()).contains(metric)) metrics.add(metric);
        ConfigurationTable table =
                metrics.equals(usual.metrics()) ? usual : ConfigurationTable.of(results.trials(), metrics);
        return new Configurations(results, table)
                .sortable(ranking, Measure.of(metric).name());
    }

    private SortableTable sortable(List<String> ranking, String sortedBy) {
        List<Column> columns = new ArrayList<>();
        columns.add(texts(
                "configuration", table.rows().stream().map(Row::configuration).toList()));
        List<String> names = TerminalTable.shortNames(table.settings());
        for (int i = 0; i < names.size(); i++) {
            int setting = i;
            columns.add(texts(
                    names.get(i),
                    table.rows().stream()
                            .map(row -> row.settings().get(setting))
                            .toList()));
        }
        columns.add(counts("seeds", Row::seeds));
        addUnlessZero(columns, counts("failed", Row::failed));
        addUnlessZero(columns, counts("pruned", Row::pruned));
        addUnlessZero(columns, counts("open", Row::open));
        IntStream.range(0, table.metrics().size()).forEach(i -> columns.add(metric(i)));
        columns.add(cost("parameters", "", parameters(), true));
        addUnlessEmpty(columns, cost("time", "seconds a trial", seconds(), false));
        return new SortableTable(
                        "Configurations, the best first: means ± standard deviations over seeds; the best mean of a column is marked",
                        columns,
                        sortedBy)
                .rows(order(ranking));
    }

    private List<Integer> order(List<String> ranking) {
        Map<String, Integer> ranks = new HashMap<>();
        ranking.forEach(name -> ranks.put(name, ranks.size()));
        return IntStream.range(0, table.rows().size())
                .boxed()
                .sorted(java.util.Comparator.comparingInt(
                        row -> ranks.getOrDefault(table.rows().get(row).configuration(), ranks.size())))
                .toList();
    }

    private Column metric(int i) {
        Measure measure = Measure.of(table.metrics().get(i));
        return new Column(
                measure.name(),
                measure.unit(),
                true,
                table.rows().size() < 2 ? Best.NONE : measure.lessIsBetter() ? Best.LOWEST : Best.HIGHEST,
                table.rows().stream().map(row -> cell(row.metrics().get(i))).toList());
    }

    private static Cell cell(Spread spread) {
        return new Cell(spread.toString(), Double.isFinite(spread.mean()) ? spread.mean() : null);
    }

    private static Column texts(String title, List<String> texts) {
        boolean number = texts.stream().allMatch(text -> text.matches("-?[0-9.]+([eE]-?[0-9]+)?"));
        return new Column(
                title,
                "",
                number,
                Best.NONE,
                texts.stream()
                        .map(text -> new Cell(text, number ? Double.valueOf(text) : null))
                        .toList());
    }

    private Column counts(String title, ToDoubleFunction<Row> count) {
        return new Column(
                title,
                "",
                true,
                Best.NONE,
                table.rows().stream()
                        .map(row -> count.applyAsDouble(row))
                        .map(n -> new Cell(Wording.whole(n.longValue()), n))
                        .toList());
    }

    private static void addUnlessZero(List<Column> columns, Column column) {
        if (!column.cells().stream().allMatch(cell -> cell.text().equals("0"))) columns.add(column);
    }

    private static void addUnlessEmpty(List<Column> columns, Column column) {
        if (!column.cells().stream().allMatch(cell -> cell.text().isEmpty())) columns.add(column);
    }

    private Column cost(String title, String unit, Map<String, List<Double>> values, boolean whole) {
        return new Column(
                title,
                unit,
                true,
                Best.NONE,
                table.rows().stream()
                        .map(row -> values.getOrDefault(row.configuration(), List.of()))
                        .map(all -> all.stream().mapToDouble(x -> x).average())
                        .map(mean -> mean.isEmpty() ? new Cell("", null) : cost(mean.getAsDouble(), whole))
                        .toList());
    }

    private static Cell cost(double mean, boolean whole) {
        return new Cell(whole ? Wording.whole(Math.round(mean)) : Spread.number(mean, 3), mean);
    }

    private Map<String, List<Double>> parameters() {
        Table trials = results.trials();
        NumericColumn<?> parameters = (NumericColumn<?>) trials.column("parameters");
        return byConfiguration(parameters::getDouble);
    }

    private Map<String, List<Double>> seconds() {
        Map<String, Double> seconds = new HashMap<>();
        Table timings = results.timings();
        for (int row = 0; row < timings.rowCount(); row++) {
            seconds.put(
                    timings.stringColumn("trial").get(row),
                    timings.doubleColumn("seconds").get(row));
        }
        return byConfiguration(row ->
                seconds.getOrDefault(results.trials().stringColumn("trial").get(row), Double.NaN));
    }

    private Map<String, List<Double>> byConfiguration(ToDoubleFunction<Integer> value) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (int row = 0; row < results.trials().rowCount(); row++) {
            double x = value.applyAsDouble(row);
            if (Double.isFinite(x)) {
                values.computeIfAbsent(
                                results.trials().stringColumn("configuration").get(row), name -> new ArrayList<>())
                        .add(x);
            }
        }
        return values;
    }
}
