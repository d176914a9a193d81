package org.contexture.results;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.contexture.experiment.State;
import org.contexture.setting.UserError;
import org.contexture.statistics.Interval;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * One row a configuration, in plan order: what sets it apart and how it did over its seeds. Only trials that ended well
 * enter a mean; failed, pruned and open ones are counted. A trial without a folder has no configuration yet and is in
 * no row.
 *
 * @param settings the settings in which the configurations differ
 * @param metrics the metrics shown
 * @param rows one a configuration
 */
public record ConfigurationTable(List<String> settings, List<String> metrics, List<Row> rows) {
    /** Shown when the trials have them and nobody asks for others; the first ones stay longest in a narrow terminal. */
    private static final List<String> USUAL_METRICS =
            List.of("testLoss", "exactMatch", "bleu", "testPerplexity", "tokenAccuracy");

    /** What there is without a test set. */
    private static final List<String> VALIDATION_METRICS =
            List.of("validLoss", "validPerplexity", "validTokenAccuracy");

    private static final List<String> BAD = Stream.of(
                    State.FAILED, State.DIVERGED, State.OUT_OF_MEMORY, State.KILLED, State.TIMED_OUT)
            .map(State::word)
            .toList();

    /**
     * A configuration over its seeds.
     *
     * @param settings a text for each of {@link ConfigurationTable#settings()}, empty where missing
     * @param seeds trials that ended well
     * @param failed trials that ended badly: failed, diverged, out of memory, killed, timed out
     * @param pruned trials that successive halving left behind
     * @param open trials that have begun and not ended
     * @param metrics one for each of {@link ConfigurationTable#metrics()}
     */
    public record Row(
            String configuration,
            List<String> settings,
            int seeds,
            int failed,
            int pruned,
            int open,
            List<Spread> metrics) {}

    /** With whichever of the usual metrics the trials have. */
    public static ConfigurationTable of(Table trials) {
        List<String> present = TrialColumns.metrics(trials);
        List<String> usual = present.contains("testLoss") ? USUAL_METRICS : VALIDATION_METRICS;
        return of(trials, usual.stream().filter(present::contains).toList());
    }

    /**
     * With these metrics.
     *
     * @throws UserError if a metric is not a numeric one of the trials'
     */
    public static ConfigurationTable of(Table trials, List<String> metrics) {
        List<String> present = TrialColumns.metrics(trials);
        for (String metric : metrics) {
            if (!present.contains(metric)) {
                throw new UserError("The trials have no metric \"" + metric + "\": they have " + present + ".");
            }
        }
        List<Table> groups = configurations(trials);
        List<String> settings = TrialColumns.settings(trials).stream()
                .filter(setting -> groups.stream()
                                .map(group -> first(group, setting))
                                .distinct()
                                .count()
                        > 1)
                .toList();
        List<Row> rows =
                groups.stream().map(group -> row(group, settings, metrics)).toList();
        return new ConfigurationTable(settings, List.copyOf(metrics), rows);
    }

    private static List<Table> configurations(Table trials) {
        StringColumn configuration = trials.stringColumn("configuration");
        return TrialColumns.configurations(trials).stream()
                .map(name -> trials.where(configuration.isEqualTo(name)))
                .toList();
    }

    private static Row row(Table group, List<String> settings, List<String> metrics) {
        StringColumn state = group.stringColumn("state");
        Table ok = group.where(state.isEqualTo("ok"));
        int failed = state.isIn(BAD).size();
        int pruned = state.isEqualTo(State.PRUNED.word()).size();
        return new Row(
                first(group, "configuration"),
                settings.stream().map(setting -> first(group, setting)).toList(),
                ok.rowCount(),
                failed,
                pruned,
                group.rowCount() - ok.rowCount() - failed - pruned,
                metrics.stream().map(metric -> spread(ok, metric)).toList());
    }

    private static String first(Table group, String column) {
        return group.column(column).getUnformattedString(0);
    }

    private static Spread spread(Table trials, String metric) {
        return Spread.of(((NumericColumn<?>) trials.column(metric)).asDoubleArray());
    }

    /**
     * The same as numbers: configuration, settings, seeds, failed, pruned, open, and of each metric its mean, {@code .sd}, {@code .median},
     * {@code .iqm} (interquartile mean), the 95 % t interval {@code .low} to {@code .high} and, from ten seeds, the bootstrap interval
     * {@code .bootstrapLow} to {@code .bootstrapHigh}.
     */
    public Table table() {
        List<Column<?>> columns = new ArrayList<>();
        columns.add(StringColumn.create("configuration", rows.stream().map(Row::configuration)));
        for (int i = 0; i < settings.size(); i++) {
            columns.add(StringColumn.create(settings.get(i), setting(i)));
        }
        columns.add(counts("seeds", Row::seeds));
        columns.add(counts("failed", Row::failed));
        columns.add(counts("pruned", Row::pruned));
        columns.add(counts("open", Row::open));
        for (int i = 0; i < metrics.size(); i++) {
            columns.add(numbers(metrics.get(i), i, Spread::mean));
            columns.add(numbers(metrics.get(i) + ".sd", i, Spread::deviation));
            columns.add(numbers(
                    metrics.get(i) + ".median", i, spread -> spread.summary().median()));
            columns.add(numbers(
                    metrics.get(i) + ".iqm", i, spread -> spread.summary().interquartileMean()));
            addInterval(columns, "", i, spread -> spread.summary().interval());
            addInterval(columns, "bootstrap", i, Spread::bootstrap);
        }
        return Table.create("configurations", columns);
    }

    /** Two columns, unless no row has the interval. */
    private void addInterval(
            List<Column<?>> columns, String kind, int metric, Function<Spread, @Nullable Interval> interval) {
        if (metric(metric).stream().allMatch(spread -> interval.apply(spread) == null)) {
            return;
        }
        String prefix = metrics.get(metric) + "." + kind;
        columns.add(numbers(
                prefix + (kind.isEmpty() ? "low" : "Low"),
                metric,
                spread -> end(interval.apply(spread), Interval::low)));
        columns.add(numbers(
                prefix + (kind.isEmpty() ? "high" : "High"),
                metric,
                spread -> end(interval.apply(spread), Interval::high)));
    }

    private static double end(@Nullable Interval interval, ToDoubleFunction<Interval> end) {
        return interval == null ? Double.NaN : end.applyAsDouble(interval);
    }

    /** A differing setting's values, a row each. */
    List<String> setting(int i) {
        return rows.stream().map(row -> row.settings().get(i)).toList();
    }

    /** A metric over seeds, a row each. */
    List<Spread> metric(int i) {
        return rows.stream().map(row -> row.metrics().get(i)).toList();
    }

    private LongColumn counts(String name, ToLongFunction<Row> count) {
        return LongColumn.create(
                name, rows.stream().mapToLong(row -> count.applyAsLong(row)).toArray());
    }

    private DoubleColumn numbers(String name, int metric, ToDoubleFunction<Spread> part) {
        return DoubleColumn.create(
                name, metric(metric).stream().mapToDouble(part).toArray());
    }
}
