package org.contexture.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contexture.benchmark.CostEstimate;
import org.contexture.experiment.Budget;
import org.contexture.experiment.JsonFile;
import org.contexture.experiment.Plan;
import org.contexture.experiment.Sweep;
import org.contexture.experiment.Trial;
import org.contexture.model.ParameterCount;
import org.jspecify.annotations.Nullable;

/**
 * One configuration of a plan and what it costs, each of its seeds alike.
 *
 * @param values of the sweep's axes, by path
 * @param parameters how many numbers its model trains
 * @param budget what {@code match} was asked for; null if it was not
 */
record PlannedConfiguration(
        String name, Map<String, @Nullable Object> values, long parameters, @Nullable Long budget, CostEstimate cost) {
    /** Farther from a budget than this share is worth a remark. */
    private static final double NEAR = 0.05;

    /**
     * Every configuration of a plan, in order.
     *
     * @param rate of this machine's products, in operations a second
     */
    static List<PlannedConfiguration> of(Plan plan, Corpora corpora, double rate) {
        List<PlannedConfiguration> all = new ArrayList<>();
        List<Sweep.Point> points = plan.experiment().sweep().points();
        int seeds = plan.experiment().seeds().size();
        for (int p = 0; p < points.size(); p++) {
            Trial trial = plan.trials().get(p * seeds);
            Budget budget = points.get(p).budget();
            all.add(new PlannedConfiguration(
                    trial.configuration(),
                    values(plan.experiment().sweep(), points.get(p), trial),
                    ParameterCount.of(trial.model(), corpora.vocabularies(trial.corpus())),
                    budget == null ? null : budget.parameters(),
                    CostEstimate.of(trial.model(), trial.training(), corpora.dataset(trial.corpus()), rate)));
        }
        return all;
    }

    private static Map<String, @Nullable Object> values(Sweep sweep, Sweep.Point point, Trial trial) {
        Map<String, @Nullable Object> values = JsonFile.map();
        for (Sweep.Axis axis : sweep.axes()) {
            boolean isOwn = point.values().containsKey(axis.path());
            values.put(
                    axis.path(),
                    isOwn ? point.values().get(axis.path()) : trial.settings().get(axis.path()));
        }
        return values;
    }

    /** How far its parameters are from the budget, as a share of it; null without one. */
    @Nullable Double offBudget() {
        return budget == null ? null : (parameters - budget) / (double) budget;
    }

    boolean isFarFromBudget() {
        Double off = offBudget();
        return off != null && Math.abs(off) > NEAR;
    }

    Map<String, @Nullable Object> json() {
        return JsonFile.map(
                "configuration", name,
                "values", values,
                "parameters", parameters,
                "budget", budget,
                "offBudget", offBudget(),
                "flops", cost.flops(),
                "estimatedSeconds", cost.seconds());
    }
}
