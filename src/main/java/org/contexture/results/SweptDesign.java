package org.contexture.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.contexture.setting.UserError;
import org.contexture.statistics.FactorialDesign;
import org.contexture.statistics.FactorialDesign.Factor;
import org.contexture.statistics.FactorialDesign.Observation;
import org.contexture.statistics.MainEffect;
import org.contexture.statistics.PairedComparison;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** Trials as a grid of the settings that were swept. */
public record SweptDesign(Table trials, List<Factor> factors) {
    /**
     * Of all trials that have begun.
     *
     * @param by settings that are to be factors
     * @throws UserError if one of them does not vary, or two of them only together
     */
    public static SweptDesign of(Table trials, List<String> by) {
        List<Factor> factors = factors(trials, by);
        by.forEach(factor -> requireSwept(factors, factor));
        return new SweptDesign(trials, factors);
    }

    private static void requireSwept(List<Factor> factors, String factor) {
        List<String> swept = factors.stream().map(Factor::name).toList();
        if (!swept.contains(factor)) {
            throw new UserError("--by is " + factor + "; expected a setting that differs between trials: "
                    + (swept.isEmpty() ? "none does" : String.join(", ", swept)));
        }
    }

    /**
     * Every setting with several values is a factor. Of settings that only vary together, as the width of embeddings does with that
     * of states unless a file says otherwise, one is: no pair of trials differs in one of them alone.
     */
    private static List<Factor> factors(Table trials, List<String> by) {
        Map<List<Integer>, Factor> factors = new LinkedHashMap<>();
        for (String name : TrialColumns.settings(trials)) {
            List<String> values = values(trials, name);
            List<String> levels = values.stream().distinct().toList();
            List<Integer> course = values.stream().map(levels::indexOf).toList();
            Factor same = factors.get(course);
            if (same != null && by.contains(same.name()) && by.contains(name)) {
                throw new UserError("--by names " + same.name() + " and " + name
                        + ", which only vary together, so that their effects cannot be told apart; name one of them.");
            }
            if (levels.size() > 1 && (same == null || by.contains(name))) {
                factors.put(course, new Factor(name, levels));
            }
        }
        return List.copyOf(factors.values());
    }

    /** What was measured of a metric; trials that did not end well are no observations. */
    public FactorialDesign design(String metric) {
        NumericColumn<?> column = (NumericColumn<?>) trials.column(metric);
        List<Observation> observations = new ArrayList<>();
        for (int row = 0; row < trials.rowCount(); row++) {
            if ("ok".equals(trials.stringColumn("state").get(row)) && Double.isFinite(column.getDouble(row))) {
                int trial = row;
                List<Integer> levels = factors.stream()
                        .map(f -> f.levels().indexOf(text(trials, f.name(), trial)))
                        .toList();
                observations.add(
                        new Observation(levels, trials.longColumn("seed").getLong(row), column.getDouble(row)));
            }
        }
        return new FactorialDesign(factors, observations);
    }

    /** Of the trials that have begun. */
    private static List<String> values(Table trials, String setting) {
        return IntStream.range(0, trials.rowCount())
                .filter(row -> !trials.stringColumn("configuration").isMissing(row))
                .mapToObj(row -> text(trials, setting, row))
                .toList();
    }

    private static String text(Table trials, String setting, int row) {
        return trials.column(setting).getUnformattedString(row);
    }

    /**
     * Seeds are independent replicates, pairs within a seed are not: each seed's mean over the pairs it has is one value of either
     * level. Null without pairs.
     */
    public static @Nullable PairedComparison bySeed(FactorialDesign design, MainEffect effect) {
        int f = design.factors().stream().map(Factor::name).toList().indexOf(effect.factor());
        int level = design.factors().get(f).levels().indexOf(effect.level());
        Map<Observation, Double> values = new HashMap<>();
        design.observations().forEach(o -> values.put(new Observation(o.levels(), o.seed(), 0), o.value()));
        TreeMap<Long, double[]> sums = new TreeMap<>();
        for (Observation each : design.observations()) {
            if (each.levels().get(f) == level) {
                List<Integer> beside = new ArrayList<>(each.levels());
                beside.set(f, 0);
                Double reference = values.get(new Observation(beside, each.seed(), 0));
                if (reference != null) {
                    double[] sum = sums.computeIfAbsent(each.seed(), seed -> new double[3]);
                    sum[0] += each.value();
                    sum[1] += reference;
                    sum[2]++;
                }
            }
        }
        return sums.isEmpty() ? null : PairedComparison.of(means(sums, 0), means(sums, 1));
    }

    private static double[] means(TreeMap<Long, double[]> sums, int which) {
        return sums.values().stream()
                .mapToDouble(sum -> Objects.requireNonNull(sum)[which] / sum[2])
                .toArray();
    }
}
