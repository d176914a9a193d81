package org.contexture.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.contexture.results.PaperTable.Cell;
import org.contexture.results.PaperTable.Column;
import org.contexture.setting.UserError;
import org.contexture.statistics.Contrast;
import org.contexture.statistics.Effects;
import org.contexture.statistics.FactorialDesign;
import org.contexture.statistics.FactorialDesign.Factor;
import org.contexture.statistics.FactorialDesign.Observation;
import org.contexture.statistics.Family;
import org.contexture.statistics.Interaction;
import org.contexture.statistics.MainEffect;
import org.contexture.statistics.MarginalMean;
import org.contexture.statistics.PairedComparison;
import org.contexture.statistics.Verdict;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * What swept settings do over everything else: marginal means, main effects, and interactions of two.
 *
 * @param effects a row a level
 * @param interactions a row for each two levels but the first ones; without rows if only one setting was asked for
 */
public record EffectsTable(PaperTable effects, PaperTable interactions) {
    private static final int DECIMALS = 4;

    /**
     * Of some settings.
     *
     * @param by the settings, by their paths
     * @param metrics empty for the usual ones
     * @throws UserError if one of them was not swept or only together with another, or there is no such metric
     */
    public static EffectsTable of(Results results, List<String> by, List<String> metrics) {
        List<Factor> factors = factors(results.trials(), by);
        by.forEach(factor -> requireSwept(factors, factor));
        List<List<String>> effects = new ArrayList<>();
        List<Boolean> bold = new ArrayList<>();
        List<List<String>> interactions = new ArrayList<>();
        for (String metric : Comparison.chosen(results, metrics)) {
            FactorialDesign design = design(results.trials(), metric, factors);
            Effects all = Effects.of(design);
            for (String factor : by) {
                addLevels(metric, factor, design, all, effects, bold);
            }
            all.interactions().stream()
                    .filter(i -> by.contains(i.first()) && by.contains(i.second()))
                    .forEach(i -> addContrasts(metric, i, interactions));
        }
        return new EffectsTable(
                table(
                        List.of(
                                "metric",
                                "setting",
                                "value",
                                "trials",
                                "mean",
                                "difference",
                                "95 % CI of it",
                                "pairs",
                                "p over seeds (Holm)"),
                        effects,
                        bold),
                table(
                        List.of("metric", "setting", "value", "and", "value", "more by", "95 % CI of it", "blocks"),
                        interactions,
                        interactions.stream().map(row -> false).toList()));
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

    /** Trials that did not end well are no observations. */
    private static FactorialDesign design(Table trials, String metric, List<Factor> factors) {
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

    private static void addLevels(
            String metric,
            String factor,
            FactorialDesign design,
            Effects all,
            List<List<String>> rows,
            List<Boolean> bold) {
        List<MainEffect> effects = all.mainEffects().stream()
                .filter(effect -> effect.factor().equals(factor))
                .toList();
        Map<String, Family.Member> tests = new HashMap<>();
        List<Family.Named> named = new ArrayList<>();
        for (MainEffect effect : effects) {
            PairedComparison bySeed = bySeed(design, effect);
            if (bySeed != null) named.add(new Family.Named(effect.level(), bySeed));
        }
        Family.of(named).members().forEach(member -> tests.put(member.name(), member));
        for (MarginalMean mean : all.means()) {
            if (mean.factor().equals(factor)) {
                MainEffect effect = effects.stream()
                        .filter(e -> e.level().equals(mean.level()))
                        .findFirst()
                        .orElse(null);
                rows.add(level(metric, mean, effect, tests.get(mean.level())));
                Family.Member test = tests.get(mean.level());
                bold.add(test != null && test.verdict() == Verdict.SIGNIFICANT);
            }
        }
    }

    private static List<String> level(
            String metric, MarginalMean mean, @Nullable MainEffect effect, Family.@Nullable Member test) {
        Contrast difference = effect == null ? null : effect.difference();
        return List.of(
                metric,
                mean.factor(),
                named(mean.level()),
                Integer.toString(mean.n()),
                fixed(mean.mean()),
                difference == null ? "" : signed(difference.mean()),
                difference == null ? "" : ComparisonTable.interval(difference.interval(), DECIMALS),
                difference == null ? "" : counted(difference),
                ComparisonTable.p(test));
    }

    private static String counted(Contrast difference) {
        return difference.n() + (difference.leftOut() > 0 ? " (" + difference.leftOut() + " left out)" : "");
    }

    private static String named(String level) {
        return level.isEmpty() ? "(none)" : level;
    }

    /**
     * Seeds are independent replicates, pairs within a seed are not: each seed's mean over the pairs it has is one value of either
     * level. Null without pairs.
     */
    private static @Nullable PairedComparison bySeed(FactorialDesign design, MainEffect effect) {
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

    private static void addContrasts(String metric, Interaction interaction, List<List<String>> rows) {
        for (Interaction.LevelContrast contrast : interaction.contrasts()) {
            Contrast difference = contrast.difference();
            rows.add(List.of(
                    metric,
                    interaction.first(),
                    named(contrast.firstLevel()),
                    interaction.second(),
                    named(contrast.secondLevel()),
                    signed(difference.mean()),
                    ComparisonTable.interval(difference.interval(), DECIMALS),
                    counted(difference)));
        }
    }

    private static String fixed(double x) {
        return Double.isNaN(x) ? "" : Spread.fixed(x, DECIMALS);
    }

    private static String signed(double x) {
        return Double.isNaN(x) ? "" : Spread.signed(x, DECIMALS);
    }

    private static PaperTable table(List<String> headers, List<List<String>> rows, List<Boolean> bold) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < headers.size(); c++) {
            int column = c;
            boolean stands = headers.get(c).equals("difference");
            columns.add(new Column(
                    headers.get(c),
                    c > 2 && !headers.get(c).equals("and") && !headers.get(c).equals("value"),
                    IntStream.range(0, rows.size())
                            .mapToObj(r -> new Cell(rows.get(r).get(column), stands && bold.get(r)))
                            .toList()));
        }
        return new PaperTable(columns);
    }
}
