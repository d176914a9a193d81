package org.contexture.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contexture.chart.Axis;
import org.contexture.chart.Chart;
import org.contexture.chart.Chart.Panel;
import org.contexture.chart.Mark;
import org.contexture.chart.Mark.Estimate;
import org.contexture.chart.Mark.Reference;
import org.contexture.chart.Mark.Whiskers;
import org.contexture.results.Results;
import org.contexture.results.SeedValues;
import org.contexture.results.SettingEffects;
import org.contexture.results.Spread;
import org.contexture.results.SweptDesign;
import org.contexture.results.TerminalTable;
import org.contexture.setting.UserError;
import org.contexture.statistics.FactorialDesign;
import org.contexture.statistics.Family;
import org.contexture.statistics.Interval;
import org.contexture.statistics.PairedComparison;
import org.contexture.statistics.Verdict;
import org.jspecify.annotations.Nullable;

/** Differences with their intervals over seeds, one below another, beside a line at no difference. */
final class EffectFigures {
    private static final String HOW_TO_READ =
            "Dots are mean differences, whiskers 95 % t intervals over seeds. Colours say what the exact sign-flip test of seeds finds "
                    + "after Holm's correction (5 %).";

    private EffectFigures() {}

    static Chart mainEffects(Results results, String metric) {
        Measure measure = Measure.of(results, metric);
        FactorialDesign design = SweptDesign.of(results.trials(), List.of()).design(metric);
        List<SettingEffects> effects = SettingEffects.of(design);
        List<String> names = TerminalTable.shortNames(
                effects.stream().map(SettingEffects::setting).toList());
        List<Family.Member> members = new ArrayList<>();
        for (int f = 0; f < names.size(); f++) {
            for (Family.Member member : effects.get(f).family().members()) {
                members.add(member.named(
                        effectName(names.get(f), member.name(), effects.get(f).reference())));
            }
        }
        return chart(
                "Main effects on " + measure.title(),
                "What a value of a setting does beside the first one, over everything else. " + HOW_TO_READ,
                measure,
                members);
    }

    private static String effectName(String setting, String level, String reference) {
        return setting + ": " + Grouping.named(level) + " − " + Grouping.named(reference);
    }

    static Chart differences(Results results, String metric, @Nullable String baseline) {
        Measure measure = Measure.of(results, metric);
        List<SeedValues> all = SeedValues.of(results.trials(), metric);
        List<String> names = all.stream().map(SeedValues::configuration).toList();
        int base = baseline == null ? 0 : names.indexOf(baseline);
        if (base < 0) {
            throw new UserError(results.folder() + " has no configuration \"" + baseline + "\": it has "
                    + String.join(", ", names) + ".");
        }
        List<Family.Named> family = new ArrayList<>();
        for (SeedValues values : all) {
            boolean isBase = values.configuration().equals(names.get(base));
            PairedComparison difference = isBase ? null : values.minus(all.get(base));
            if (difference != null) family.add(new Family.Named(values.configuration(), difference));
        }
        return chart(
                "Differences of " + measure.title() + " to " + names.get(base),
                "Each configuration minus " + names.get(base) + ", seed by seed. " + HOW_TO_READ,
                measure,
                Family.of(family).members());
    }

    private static Chart chart(String title, String description, Measure measure, List<Family.Member> members) {
        if (members.isEmpty()) {
            throw new UserError(
                    "There is nothing to compare: no two configurations have a seed in common that ended well.");
        }
        Map<Verdict, List<Estimate>> byVerdict = new LinkedHashMap<>();
        for (int place = 0; place < members.size(); place++) {
            Family.Member member = members.get(place);
            byVerdict.computeIfAbsent(member.verdict(), v -> new ArrayList<>()).add(estimate(place, member));
        }
        List<Mark> marks = new ArrayList<>(List.of(new Reference(0)));
        byVerdict.forEach((verdict, estimates) -> marks.add(new Whiskers(words(verdict), estimates)));
        Axis x = Axis.of("difference of " + measure.title());
        Axis y = Axis.named("", members.stream().map(Family.Member::name).toList());
        return new Chart(title, description, List.of(new Panel("", x, y, marks)));
    }

    private static Estimate estimate(int place, Family.Member member) {
        PairedComparison difference = member.comparison();
        Interval interval = difference.interval();
        double low = interval == null ? Double.NaN : interval.low();
        double high = interval == null ? Double.NaN : interval.high();
        String p = Double.isNaN(member.correctedP()) ? "" : ", p " + Spread.number(member.correctedP(), 2);
        String label = member.name() + ": " + Spread.number(difference.meanDifference(), 3)
                + (interval == null ? "" : " [" + Spread.number(low, 3) + ", " + Spread.number(high, 3) + "]")
                + ", " + difference.n() + " seeds" + p;
        return new Estimate(place, difference.meanDifference(), low, high, label);
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case SIGNIFICANT -> "significant";
            case NOT_SIGNIFICANT -> "not significant";
            case TOO_FEW_SEEDS -> "too few seeds to tell";
        };
    }
}
