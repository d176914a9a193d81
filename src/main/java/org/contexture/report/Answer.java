package org.contexture.report;

import java.util.ArrayList;
import java.util.List;
import org.contexture.results.SeedValues;
import org.contexture.results.SettingEffects;
import org.contexture.results.TerminalTable;
import org.contexture.statistics.Family;
import org.contexture.statistics.PairedComparison;
import org.contexture.statistics.Summary;
import org.contexture.statistics.Verdict;

/**
 * What the numbers say, in sentences, each with its uncertainty.
 *
 * @param standings of the metric that answers the question
 * @param effects of the settings that were swept; empty where they form no grid that effects can be told of
 */
record Answer(Standings standings, List<SettingEffects> effects) {
    Answer {
        effects = List.copyOf(effects);
    }

    /** Which configuration is first, how well that is known, and whether it might be chance. */
    String first() {
        return standings.best().map(this::first).orElse("No trial has ended well: there is no answer.");
    }

    private String first(SeedValues best) {
        String metric = standings.measure().name();
        int n = standings.ranked().size();
        return standings
                .lead()
                .map(lead -> "On " + metric + ", " + best.configuration() + " is first of " + n + " configurations: "
                        + mean(best) + ", " + besides(lead))
                .orElseGet(() -> "The only configuration, " + best.configuration() + ", has " + metric + " "
                        + mean(best) + "; there is nothing to compare it with"
                        + (best.summary().n() == 1 ? ", and one seed does not tell how far seeds scatter." : "."));
    }

    private static String mean(SeedValues values) {
        Summary summary = values.summary();
        return Wording.estimate(summary.mean(), summary.interval(), summary.n(), false)
                .toString();
    }

    private static String besides(Standings.Lead lead) {
        String second = lead.second().configuration();
        PairedComparison difference = lead.difference();
        if (difference == null) {
            return "before " + second + ", with which it has no seed in common: they cannot be compared.";
        }
        Wording.Estimate estimate = difference(difference);
        String size = estimate.value().replaceFirst("^[+−]", "");
        String amount = difference.meanDifference() == 0
                ? "as much as"
                : size + (difference.meanDifference() > 0 ? " more" : " less") + " than";
        return amount + " the runner-up " + second + " (" + estimate.known() + "). " + chance(lead);
    }

    private static String chance(Standings.Lead lead) {
        boolean two = lead.others() == 1;
        String p = lead.verdict() == Verdict.TOO_FEW_SEEDS ? "" : Wording.p(lead.p());
        return switch (lead.verdict()) {
            case SIGNIFICANT ->
                two
                        ? "Seeds do not explain that difference (" + p + ")."
                        : "Seeds do not explain that it is first: it differs from each of the "
                                + Wording.whole(lead.others()) + " others (largest " + p + ").";
            case NOT_SIGNIFICANT ->
                two
                        ? "Seeds may explain that difference (" + p + "): the two cannot be told apart."
                        : "Seeds may explain that it is first: it cannot be told apart from "
                                + lead.rival().configuration() + " (" + p + ").";
            case TOO_FEW_SEEDS -> tooFew(lead);
        };
    }

    private static String tooFew(Standings.Lead lead) {
        int seeds = lead.rivalSeeds();
        return seeds == 0
                ? "It has no seed in common with " + lead.rival().configuration() + ", so which is best cannot be told."
                : "This order may be chance: " + Wording.seeds(seeds) + (seeds == 1 ? " is" : " are")
                        + " too few to tell which " + (lead.others() == 1 ? "of the two is better" : "is best") + "; "
                        + Verdict.fewestSeeds(1) + " would be the fewest.";
    }

    /** A sentence for each swept setting: what its values do over everything else. */
    List<String> settings() {
        List<String> names = TerminalTable.shortNames(
                effects.stream().map(SettingEffects::setting).toList());
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            sentences.add(sentence(names.get(i), effects.get(i)));
        }
        return sentences;
    }

    private String sentence(String name, SettingEffects effect) {
        List<Family.Member> members = effect.family().members();
        if (members.isEmpty()) {
            return name + ": no two trials differ in it alone, so its effect cannot be told.";
        }
        List<String> effects = new ArrayList<>();
        for (Family.Member member : members) {
            String over = effects.isEmpty()
                    ? " " + standings.measure().name() + " over " + Wording.value(effect.reference())
                    : "";
            effects.add(name + " " + Wording.value(member.name()) + " gives " + effect(member, over, members.size()));
        }
        return "Over everything else, " + String.join("; ", effects) + ".";
    }

    private static String effect(Family.Member member, String over, int comparisons) {
        Wording.Estimate estimate = difference(member.comparison());
        String verdict =
                switch (member.verdict()) {
                    case SIGNIFICANT -> Wording.p(member.correctedP());
                    case NOT_SIGNIFICANT -> "not significant, " + Wording.p(member.correctedP());
                    case TOO_FEW_SEEDS ->
                        "too few to tell, " + Verdict.fewestSeeds(comparisons) + " would be the fewest";
                };
        return estimate.value() + over + " (" + estimate.known() + ", " + verdict + ")";
    }

    private static Wording.Estimate difference(PairedComparison difference) {
        return Wording.estimate(difference.meanDifference(), difference.interval(), difference.n(), true);
    }

    /** Whether there is something to compare, and no test that seeds are enough for. */
    boolean concludesNothing() {
        boolean leads = standings
                .lead()
                .filter(lead -> lead.verdict() != Verdict.TOO_FEW_SEEDS)
                .isPresent();
        boolean tells = effects.stream()
                .flatMap(effect -> effect.family().members().stream())
                .anyMatch(member -> member.verdict() != Verdict.TOO_FEW_SEEDS);
        return !leads && !tells;
    }
}
