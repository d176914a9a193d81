package org.contexture.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.contexture.results.Results;
import org.contexture.results.SweptDesign;
import org.contexture.results.TrialColumns;
import org.contexture.statistics.FactorialDesign.Factor;
import tech.tablesaw.api.Table;

/**
 * How much of a sweep charts of lines can show.
 *
 * @param results all, or those of the best configurations only
 * @param by settings to tell lines apart; empty for all that differ
 * @param remark what is left out; empty if nothing
 */
record ReadableScope(Results results, List<String> by, String remark) {
    private static final int MOST_LINES = 30;
    private static final int BEST = 10;
    private static final int MOST_ROWS = 12;
    private static final int MOST_PANELS = 6;
    private static final int MOST_LEVELS = 60;
    private static final long MOST_CELLS = 100_000;

    static ReadableScope of(Results results, Standings standings, List<String> asked) {
        List<Factor> factors = factors(results, asked);
        if (lines(factors) <= MOST_LINES
                || (asked.isEmpty() && configurations(results).size() <= MOST_LINES)) {
            return new ReadableScope(results, asked, "");
        }
        List<String> by = fitting(factors);
        return by.isEmpty()
                ? new ReadableScope(
                        best(results, standings),
                        List.of(),
                        "Only the " + BEST + " best of "
                                + configurations(results).size() + " configurations are shown.")
                : new ReadableScope(results, by, "Lines are means over all other settings too.");
    }

    private static List<Factor> factors(Results results, List<String> asked) {
        return SweptDesign.of(results.trials(), asked).factors().stream()
                .filter(factor -> asked.isEmpty() || asked.contains(factor.name()))
                .toList();
    }

    private static List<String> configurations(Results results) {
        return TrialColumns.configurations(results.trials());
    }

    private static double lines(List<Factor> factors) {
        return factors.stream().mapToDouble(factor -> factor.levels().size()).reduce(1, (a, b) -> a * b);
    }

    /** The first settings whose combinations are not too many. */
    private static List<String> fitting(List<Factor> factors) {
        List<Factor> fitting = new ArrayList<>();
        for (Factor factor : factors) {
            fitting.add(factor);
            if (lines(fitting) > MOST_LINES) fitting.remove(factor);
        }
        return fitting.stream().map(Factor::name).toList();
    }

    private static Results best(Results results, Standings standings) {
        Set<String> names = standings.ranked().stream()
                .limit(BEST)
                .map(values -> values.configuration())
                .collect(Collectors.toSet());
        Table trials = results.trials();
        return new Results(
                results.folder(),
                trials.where(trials.stringColumn("configuration").isIn(names)),
                results.epochs(),
                results.positions(),
                results.lengths(),
                results.timings());
    }

    /** Up to three settings for the rows, columns and panels of a heat map; empty if there are none of so few values. */
    static List<String> ofMap(Results results, List<String> asked) {
        List<String> by = new ArrayList<>();
        for (Factor factor : factors(results, asked)) {
            int most = by.size() == 2 ? MOST_PANELS : MOST_ROWS;
            if (by.size() < 3 && factor.levels().size() <= most) by.add(factor.name());
        }
        return by;
    }

    /** Whether the swept settings form a grid whose effects can be computed and read. */
    static boolean hasEffects(Results results) {
        List<Factor> factors = factors(results, List.of());
        int levels = factors.stream().mapToInt(factor -> factor.levels().size()).sum();
        return !factors.isEmpty() && levels <= MOST_LEVELS && lines(factors) <= MOST_CELLS;
    }
}
