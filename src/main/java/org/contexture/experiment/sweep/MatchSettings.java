package org.contexture.experiment.sweep;

import org.contexture.setting.Setting;

/**
 * A budget of parameters, and the width that is chosen to come closest to it, so that cells are compared at one size.
 *
 * @param parameters how many numbers a model should train
 * @param vary the width that is chosen
 * @param from least width
 * @param to greatest width
 */
public record MatchSettings(
        @Setting(value = "Parameters that every model should have.", min = 1, max = 1e12) long parameters,
        @Setting(
                        value = "The width that is chosen to come closest.",
                        byDefault = "model.hidden",
                        oneOf = {"model.hidden", "model.embedding"})
                String vary,
        @Setting(value = "Least width, in units.", byDefault = "1", min = 1, max = 4096) int from,
        @Setting(value = "Greatest width, in units.", byDefault = "4096", min = 1, max = 4096) int to) {
    /** @throws IllegalArgumentException if from is above to */
    public MatchSettings {
        if (from > to) {
            throw new IllegalArgumentException(
                    "match.from is " + from + ", above match.to, " + to + "; expected at most as much");
        }
    }
}
