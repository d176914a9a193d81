package org.contexture.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.contexture.experiment.Plan;
import org.contexture.experiment.ResultFolder;
import org.contexture.experiment.SeedRule;
import org.contexture.experiment.Trial;
import org.contexture.results.SeedIntervals;
import org.contexture.results.Tables;

/** Adds seeds to all configurations, round after round, until the experiment's rule says they are enough. */
final class SeedRounds {
    private final ResultFolder folder;
    private final PrintWriter out;

    SeedRounds(ResultFolder folder, PrintWriter out) {
        this.folder = folder;
        this.out = out;
    }

    /**
     * The plan of the next round; none if the experiment has no rule, or has seeds enough. It depends on results alone, so an
     * interrupted run takes the same rounds again.
     *
     * @throws org.contexture.setting.UserError if the trials do not have the rule's metric
     */
    Optional<Plan> after(Plan plan) {
        SeedRule rule = plan.experiment().until();
        if (rule == null) {
            return Optional.empty();
        }
        int seeds = plan.experiment().seeds().size();
        List<SeedIntervals.HalfWidth> widths = SeedIntervals.of(Tables.write(folder.path()), rule.metric());
        Optional<SeedIntervals.HalfWidth> widest =
                widths.stream().max(Comparator.comparingDouble(SeedIntervals.HalfWidth::halfWidth));
        if (widest.isEmpty()) {
            out.println("Seeds: no configuration has two trials that ended well, so none are added.");
            return Optional.empty();
        }
        boolean enough = widest.get().halfWidth() <= rule.halfWidth();
        boolean most = seeds >= rule.max();
        int next = enough || most ? seeds : rule.next(seeds, widest.get().halfWidth());
        out.println("Seeds: with " + seeds + ", the widest 95 % interval of " + rule.metric() + " is "
                + widest.get() + "; " + rule.halfWidth() + " is asked for"
                + (enough
                        ? "."
                        : most ? ", but " + rule.max() + " seeds are the most." : ", so there will be " + next + "."));
        long open = plan.trials().stream().map(Trial::configuration).distinct().count() - widths.size();
        if (open > 0) {
            out.println("Seeds: " + open + (open == 1 ? " configuration has" : " configurations have")
                    + " fewer than two trials that ended well, and no interval to wait for.");
        }
        out.flush();
        return next == seeds ? Optional.empty() : Optional.of(plan.withSeeds(next));
    }
}
