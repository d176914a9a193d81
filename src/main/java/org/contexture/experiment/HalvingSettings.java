package org.contexture.experiment;

import java.util.ArrayList;
import java.util.List;
import org.contexture.setting.Setting;

/**
 * Successive halving (Jamieson and Talwalkar, 2016): all configurations train for a few epochs, the better ones go on for several
 * times as many, and so on. All trials wait for each other at a ranking, unlike in ASHA (Li et al., 2020): who goes on must not
 * depend on who is quick.
 *
 * @param metric of an epoch, its best value so far counts, averaged over a configuration's seeds
 * @param first epochs before the first ranking
 * @param factor one of so many configurations goes on, for so many times the epochs
 */
public record HalvingSettings(
        @Setting(
                        value = "Metric of an epoch that ranks configurations, by its best value so far.",
                        byDefault = "validLoss",
                        oneOf = {"validLoss", "validTokenAccuracy", "trainLoss", "trainTokenAccuracy"})
                String metric,
        @Setting(value = "Epochs before the first ranking.", byDefault = "1", min = 1, max = 1_000_000) int first,
        @Setting(
                        value = "One of so many configurations goes on, for so many times the epochs.",
                        byDefault = "3",
                        min = 2,
                        max = 100)
                int factor) {
    /** The epochs after which configurations are ranked, fewer than all. */
    public List<Integer> rungs(int epochs) {
        List<Integer> rungs = new ArrayList<>();
        for (long rung = first; rung < epochs; rung *= factor) {
            rungs.add((int) rung);
        }
        return rungs;
    }

    /** Whether the metric comes from a validation set. */
    boolean needsValidation() {
        return metric.startsWith("valid");
    }

    /** Whether a lower value is the better one. */
    boolean isLoss() {
        return metric.endsWith("Loss");
    }
}
