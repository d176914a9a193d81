package org.contexture.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.contexture.figure.Measure;
import org.contexture.results.Results;
import org.contexture.results.SeedValues;
import org.contexture.statistics.PairedComparison;
import org.contexture.statistics.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Configurations by their mean of one metric.
 *
 * @param ranked those with a trial that ended well, the best first
 */
record Standings(Measure measure, List<SeedValues> ranked) {
    Standings {
        ranked = List.copyOf(ranked);
    }

    static Standings of(Results results, String metric) {
        Measure measure = Measure.of(metric);
        Comparator<SeedValues> byMean =
                Comparator.comparingDouble(values -> values.summary().mean());
        return new Standings(
                measure,
                SeedValues.of(results.trials(), metric).stream()
                        .filter(values -> !values.values().isEmpty())
                        .sorted(measure.lessIsBetter() ? byMean : byMean.reversed())
                        .toList());
    }

    Optional<SeedValues> best() {
        return ranked.stream().findFirst();
    }

    /** The first beside all others; nothing with a single configuration. */
    Optional<Lead> lead() {
        return ranked.size() < 2 ? Optional.empty() : Optional.of(Lead.of(ranked));
    }

    /**
     * How far the first is ahead. It is the best if it differs from each of the others, so what counts is the largest p, and that
     * needs no correction for how many they are, nor for the first having been chosen by what is tested (docs/statistics.md).
     *
     * @param others how many there are
     * @param difference first minus second; null without a seed in common
     * @param rival the one with the fewest seeds in common where these are too few, else the one with the largest p
     * @param rivalSeeds how many it has in common with the first
     * @param p of the rival's sign-flip test; NaN without one
     */
    record Lead(
            SeedValues first,
            SeedValues second,
            int others,
            @Nullable PairedComparison difference,
            SeedValues rival,
            int rivalSeeds,
            double p,
            Verdict verdict) {
        private static Lead of(List<SeedValues> ranked) {
            SeedValues first = ranked.get(0);
            SeedValues second = ranked.get(1);
            Rival rival = ranked.stream()
                    .skip(1)
                    .map(other -> new Rival(other, first.minus(other)))
                    .reduce(Rival::harder)
                    .orElseThrow();
            return new Lead(
                    first,
                    second,
                    ranked.size() - 1,
                    first.minus(second),
                    rival.values,
                    rival.seeds(),
                    rival.p(),
                    rival.verdict());
        }
    }

    /** Another configuration, and the first minus it. */
    private record Rival(SeedValues values, @Nullable PairedComparison difference) {
        int seeds() {
            return difference == null ? 0 : difference.n();
        }

        double p() {
            return difference == null ? Double.NaN : difference.signFlip().p();
        }

        Verdict verdict() {
            return difference == null ? Verdict.TOO_FEW_SEEDS : difference.verdict();
        }

        /** Of two the one that is harder to tell from the first. */
        Rival harder(Rival other) {
            if (verdict() == Verdict.TOO_FEW_SEEDS || other.verdict() == Verdict.TOO_FEW_SEEDS) {
                return other.seeds() < seeds() ? other : this;
            }
            return other.p() > p() ? other : this;
        }
    }
}
