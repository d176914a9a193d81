package org.contexture.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the configurations of a plan and prunes the worse ones. A configuration without a value, because all its trials diverged
 * or failed, ranks last; one that is not a number counts as such. The same results give the same ranking.
 */
public final class Halving {
    private final HalvingSettings settings;
    private final FrozenPlan plan;
    private final ResultFolder results;

    public Halving(HalvingSettings settings, FrozenPlan plan, ResultFolder results) {
        this.settings = settings;
        this.plan = plan;
        this.results = results;
    }

    /** A configuration that is still in the race, with its trials' mean value; NaN if there is none. */
    private record Contender(List<FrozenTrial> trials, double value) {}

    /** The epochs after which there is a ranking. */
    public List<Integer> rungs() {
        return settings.rungs(plan.trials().stream()
                .mapToInt(trial -> trial.trial().training().epochs())
                .max()
                .orElse(0));
    }

    /** The trials that may train up to an epoch, and have not yet. */
    public List<FrozenTrial> open(List<FrozenTrial> open, int rung) {
        return open.stream()
                .filter(trial ->
                        !folder(trial).isFinished() && folder(trial).epochs().size() < rung)
                .toList();
    }

    /**
     * Prunes after a ranking: the trials of all but the best configurations get an outcome, unless they have one. Earlier rankings
     * are made again, from what the trials had come to then, so that an interruption in between changes nothing.
     *
     * @param rung the epoch that all have reached
     * @return a sentence that tells how many go on
     */
    public String prune(int rung) {
        List<Contender> ranked = ranked(configurations(), rungs().get(0));
        for (int next :
                rungs().stream().filter(r -> rungs().get(0) < r && r <= rung).toList()) {
            List<List<FrozenTrial>> staying = ranked.subList(0, staying(ranked)).stream()
                    .map(Contender::trials)
                    .toList();
            ranked = ranked(staying, next);
        }
        int staying = staying(ranked);
        for (int rank = staying; rank < ranked.size(); rank++) {
            prune(ranked.get(rank), rung, rank + 1, ranked.size());
        }
        return String.format(
                Locale.ROOT,
                "Halving: after epoch %d, %d of %d configurations go on by %s; the last of them has %.4g.",
                rung,
                staying,
                ranked.size(),
                settings.metric(),
                ranked.get(staying - 1).value());
    }

    private int staying(List<Contender> ranked) {
        return (ranked.size() + settings.factor() - 1) / settings.factor();
    }

    /** The trials of each configuration, in plan order. */
    private List<List<FrozenTrial>> configurations() {
        return List.copyOf(plan.trials().stream()
                .collect(Collectors.groupingBy(
                        trial -> trial.trial().configuration(), LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    /** Best first; equal ones in plan order. */
    private List<Contender> ranked(List<List<FrozenTrial>> configurations, int rung) {
        List<Contender> contenders = new ArrayList<>();
        configurations.forEach(trials -> contenders.add(new Contender(trials, mean(trials, rung))));
        Comparator<Contender> byValue = Comparator.comparingDouble(Contender::value);
        Comparator<Contender> best = settings.isLoss() ? byValue : byValue.reversed();
        contenders.sort(
                Comparator.comparing((Contender c) -> Double.isNaN(c.value())).thenComparing(best));
        return contenders;
    }

    private double mean(List<FrozenTrial> trials, int rung) {
        return trials.stream()
                .mapToDouble(trial -> best(trial, rung))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    /** The best value up to the epoch; NaN for a trial that ended badly before it, or has none. */
    private double best(FrozenTrial trial, int rung) {
        List<Map<String, @Nullable Object>> epochs = folder(trial).epochs();
        boolean endedBefore = folder(trial)
                .outcome()
                .filter(o -> o.state() != State.OK && o.state() != State.INTERRUPTED)
                .isPresent();
        if (epochs.size() < rung && endedBefore) {
            return Double.NaN;
        }
        double[] values = epochs.stream()
                .limit(rung)
                .map(epoch -> epoch.get(settings.metric()))
                .filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return values.length == 0
                ? Double.NaN
                : settings.isLoss()
                        ? Arrays.stream(values).min().getAsDouble()
                        : Arrays.stream(values).max().getAsDouble();
    }

    private void prune(Contender contender, int rung, int rank, int of) {
        String message = String.format(
                Locale.ROOT,
                "after epoch %d: rank %d of %d by %s (%.4g)",
                rung,
                rank,
                of,
                settings.metric(),
                contender.value());
        for (FrozenTrial trial : contender.trials()) {
            if (!folder(trial).isFinished()) folder(trial).end(Outcome.bad(State.PRUNED, message, null));
        }
    }

    private TrialFolder folder(FrozenTrial trial) {
        return results.trial(trial);
    }
}
