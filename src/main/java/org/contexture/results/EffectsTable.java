package org.contexture.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.contexture.results.PaperTable.Cell;
import org.contexture.results.PaperTable.Column;
import org.contexture.statistics.Contrast;
import org.contexture.statistics.Effects;
import org.contexture.statistics.FactorialDesign;
import org.contexture.statistics.Family;
import org.contexture.statistics.Interaction;
import org.contexture.statistics.MainEffect;
import org.contexture.statistics.MarginalMean;
import org.contexture.statistics.PairedComparison;
import org.contexture.statistics.Verdict;
import org.jspecify.annotations.Nullable;

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
     * @throws org.contexture.setting.UserError if one of them was not swept or only together with another, or there is no such metric
     */
    public static EffectsTable of(Results results, List<String> by, List<String> metrics) {
        SweptDesign swept = SweptDesign.of(results.trials(), by);
        List<List<String>> effects = new ArrayList<>();
        List<Boolean> bold = new ArrayList<>();
        List<List<String>> interactions = new ArrayList<>();
        for (String metric : Comparison.chosen(results, metrics)) {
            FactorialDesign design = swept.design(metric);
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
                                "95 % CI over pairs",
                                "pairs",
                                "p over seeds (Holm)",
                                "95 % CI of the mean"),
                        effects,
                        bold),
                table(
                        List.of(
                                "metric",
                                "setting",
                                "value",
                                "and",
                                "value",
                                "more by",
                                "95 % CI over blocks",
                                "blocks"),
                        interactions,
                        interactions.stream().map(row -> false).toList()));
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
            PairedComparison bySeed = SweptDesign.bySeed(design, effect);
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
                ComparisonTable.p(test),
                ComparisonTable.interval(mean.interval(), DECIMALS));
    }

    private static String counted(Contrast difference) {
        return difference.n() + (difference.leftOut() > 0 ? " (" + difference.leftOut() + " left out)" : "");
    }

    private static String named(String level) {
        return level.isEmpty() ? "(none)" : level;
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
