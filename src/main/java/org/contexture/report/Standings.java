package org.contexture.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.contexture.figure.Measure;
import org.contexture.results.Results;
import org.contexture.results.SeedValues;
import org.contexture.statistics.PairedComparison;
import org.contexture.statistics.SignFlip;
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

    /** The first beside the second; nothing with a single configuration. */
    Optional<Lead> lead() {
        return ranked.size() < 2 ? Optional.empty() : Optional.of(Lead.of(ranked.get(0), ranked.get(1), ranked.size()));
    }

    /**
     * How far the first is from the second. Which two these are was chosen by what is tested, so the p counts every pair of
     * configurations that might have been chosen (Bonferroni).
     *
     * @param difference first minus second; null without a seed in common
     * @param pairs of all configurations
     * @param p of the sign-flip test, times pairs; NaN without a seed in common
     */
    record Lead(
            SeedValues first,
            SeedValues second,
            @Nullable PairedComparison difference,
            long pairs,
            double p,
            Verdict verdict) {
        static Lead of(SeedValues first, SeedValues second, int configurations) {
            PairedComparison difference = first.minus(second);
            long pairs = (long) configurations * (configurations - 1) / 2;
            double p = difference == null
                    ? Double.NaN
                    : Math.min(1, difference.signFlip().p() * pairs);
            return new Lead(first, second, difference, pairs, p, verdict(difference, pairs, p));
        }

        private static Verdict verdict(@Nullable PairedComparison difference, long pairs, double p) {
            if (difference == null || difference.signFlip().smallestP() * pairs > Verdict.ALPHA) {
                return Verdict.TOO_FEW_SEEDS;
            }
            return p <= Verdict.ALPHA ? Verdict.SIGNIFICANT : Verdict.NOT_SIGNIFICANT;
        }

        /** Whether any number of seeds could tell, as far as tests that draw random signs go. */
        boolean canBeTold() {
            return Verdict.fewestSeeds(pairs) <= SignFlip.MOST_EXACT || pairs <= Verdict.ALPHA * SignFlip.DRAWS;
        }
    }
}
