package org.contexture.figure;

import java.util.Locale;
import java.util.Map;
import org.contexture.results.Results;
import org.contexture.results.TrialColumns;
import org.contexture.setting.UserError;

/**
 * A metric in words.
 *
 * @param column of trials.csv
 * @param title its name and unit
 * @param lessIsBetter whether smaller values are the better ones
 */
public record Measure(String column, String title, boolean lessIsBetter) {
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("bleu", "BLEU"),
            Map.entry("chrf", "chrF"),
            Map.entry("ter", "TER"),
            Map.entry("exactMatch", "exact match (share of sentences)"),
            Map.entry("tokenAccuracy", "token accuracy (share)"),
            Map.entry("trainTokenAccuracy", "training token accuracy (share)"),
            Map.entry("validTokenAccuracy", "validation token accuracy (share)"),
            Map.entry("trainLoss", "training loss (nats per token)"),
            Map.entry("validLoss", "validation loss (nats per token)"),
            Map.entry("testLoss", "test loss (nats per token)"),
            Map.entry("loss", "test loss (nats per token)"),
            Map.entry("trainPerplexity", "training perplexity"),
            Map.entry("validPerplexity", "validation perplexity"),
            Map.entry("testPerplexity", "test perplexity"));

    /** Of any column; one without words is called by its name. */
    public static Measure of(String column) {
        String lower = column.toLowerCase(Locale.ROOT);
        boolean less = lower.endsWith("loss")
                || lower.endsWith("perplexity")
                || lower.endsWith("rate")
                || lower.startsWith("ter");
        return new Measure(column, TITLES.getOrDefault(column, column), less);
    }

    /** The name without its unit. */
    public String name() {
        return parts()[0];
    }

    /** What stands behind the name, such as {@code nats per token}; empty without a unit. */
    public String unit() {
        String[] parts = parts();
        return parts.length == 1 ? "" : parts[1].substring(0, parts[1].length() - 1);
    }

    private String[] parts() {
        return column.equals(title) ? new String[] {title} : title.split(" \\(", 2);
    }

    /** Of a metric that the trials have. */
    static Measure of(Results results, String metric) {
        if (!TrialColumns.metrics(results.trials()).contains(metric)) {
            throw new UserError(results.folder() + " has no metric \"" + metric + "\": its trials have "
                    + TrialColumns.metrics(results.trials()) + ".");
        }
        return of(metric);
    }
}
