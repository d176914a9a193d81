package org.contexture.results;

import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.contexture.statistics.PairedComparison;
import org.contexture.statistics.Summary;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * One metric of one configuration, by seed. Trials that did not end well, or lack the metric, are not there.
 *
 * @param trials ids by seed, of the trials that are there
 */
public record SeedValues(String configuration, NavigableMap<Long, Double> values, NavigableMap<Long, String> trials) {
    /** Of every configuration, in the order of trials. */
    public static List<SeedValues> of(Table trials, String metric) {
        return TrialColumns.configurations(trials).stream()
                .map(name -> of(trials, name, metric))
                .toList();
    }

    private static SeedValues of(Table trials, String configuration, String metric) {
        NavigableMap<Long, Double> values = new TreeMap<>();
        NavigableMap<Long, String> ids = new TreeMap<>();
        NumericColumn<?> column = (NumericColumn<?>) trials.column(metric);
        for (int row = 0; row < trials.rowCount(); row++) {
            boolean counts =
                    configuration.equals(trials.stringColumn("configuration").get(row))
                            && "ok".equals(trials.stringColumn("state").get(row))
                            && Double.isFinite(column.getDouble(row));
            if (counts) {
                long seed = trials.longColumn("seed").getLong(row);
                values.put(seed, column.getDouble(row));
                ids.put(seed, trials.stringColumn("trial").get(row));
            }
        }
        return new SeedValues(configuration, values, ids);
    }

    public Summary summary() {
        return Summary.of(values.values().stream().mapToDouble(x -> x).toArray());
    }

    /** Seeds that both have. */
    List<Long> seedsWith(SeedValues other) {
        return values.keySet().stream().filter(other.values::containsKey).toList();
    }

    /** This minus the other, seed by seed; null without a seed in common. */
    public @Nullable PairedComparison minus(SeedValues other) {
        List<Long> seeds = seedsWith(other);
        return seeds.isEmpty() ? null : PairedComparison.of(array(seeds), other.array(seeds));
    }

    private double[] array(List<Long> seeds) {
        return seeds.stream()
                .mapToDouble(seed -> Objects.requireNonNull(values.get(seed)))
                .toArray();
    }

    /** The ids of the trials with these seeds. */
    List<String> ids(List<Long> seeds) {
        return seeds.stream()
                .map(seed -> Objects.requireNonNull(trials.get(seed)))
                .toList();
    }
}
