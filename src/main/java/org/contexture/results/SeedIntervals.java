package org.contexture.results;

import java.util.ArrayList;
import java.util.List;
import org.contexture.setting.UserError;
import org.contexture.statistics.Interval;

/** How well the mean of a metric over seeds is known. */
public final class SeedIntervals {
    private SeedIntervals() {}

    /** Half the width of a configuration's 95 % t interval. */
    public record HalfWidth(String configuration, double halfWidth) {
        @Override
        public String toString() {
            return "±" + Spread.number(halfWidth) + " (" + configuration + ")";
        }
    }

    /**
     * Of every configuration with two seeds or more.
     *
     * @throws UserError if the trials do not have the metric
     */
    public static List<HalfWidth> of(Results results, String metric) {
        if (TrialColumns.metrics(results.trials()).isEmpty()) {
            return List.of(); // no trial ended well
        }
        Comparison.chosen(results, List.of(metric));
        List<HalfWidth> widths = new ArrayList<>();
        for (SeedValues values : SeedValues.of(results.trials(), metric)) {
            Interval interval = values.summary().interval();
            if (interval != null) {
                widths.add(new HalfWidth(values.configuration(), interval.halfWidth()));
            }
        }
        return widths;
    }
}
