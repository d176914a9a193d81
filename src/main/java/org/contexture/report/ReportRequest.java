package org.contexture.report;

import java.util.List;
import java.util.Optional;
import org.contexture.results.Results;
import org.contexture.results.SweptDesign;
import org.contexture.results.TrialColumns;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a report to be about.
 *
 * @param metric the one that answers the question; null for BLEU, or test loss, or validation loss, whichever there is first
 * @param baseline the configuration that others are compared with; null for the first
 * @param by swept settings to tell lines apart; empty for as many as a chart bears
 * @param title null for the experiment's name
 */
public record ReportRequest(
        @Nullable String metric, @Nullable String baseline, List<String> by, @Nullable String title) {
    private static final List<String> MAIN = List.of("bleu", "testLoss", "validLoss");

    public ReportRequest {
        by = List.copyOf(by);
    }

    /** With nothing said. */
    public static ReportRequest usual() {
        return new ReportRequest(null, null, List.of(), null);
    }

    /** The metric that answers the question; nothing if the trials have none. */
    Optional<String> mainMetric(Results results) {
        List<String> present = TrialColumns.metrics(results.trials());
        return metric == null
                ? MAIN.stream().filter(present::contains).findFirst()
                : Optional.of(metric).filter(asked -> !present.isEmpty());
    }

    /** @throws UserError if the results do not have what is asked for */
    void requireIn(Results results) {
        List<String> metrics = TrialColumns.metrics(results.trials());
        if (metric != null && !metrics.isEmpty() && !metrics.contains(metric)) {
            throw new UserError("--metric is " + metric + "; expected one that the trials of " + results.folder()
                    + " have: " + String.join(", ", metrics));
        }
        List<String> configurations = TrialColumns.configurations(results.trials());
        if (baseline != null && !configurations.contains(baseline)) {
            throw new UserError("--baseline is " + baseline + "; expected one of " + String.join(", ", configurations));
        }
        SweptDesign.of(results.trials(), by);
    }
}
