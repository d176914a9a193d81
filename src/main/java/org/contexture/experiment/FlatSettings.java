package org.contexture.experiment;

import java.util.Map;
import org.contexture.experiment.yaml.FlatRecord;
import org.contexture.experiment.yaml.FlowText;
import org.jspecify.annotations.Nullable;

/**
 * Settings as one flat map from dotted path to value, in the order of the records, defaults included: what trial.json and
 * the tables hold; see {@link FlatRecord}. Reading the map gives equal settings back.
 */
public final class FlatSettings {
    private FlatSettings() {}

    /** Flattens settings. */
    public static Map<String, @Nullable Object> of(Settings settings) {
        return FlatRecord.of(settings);
    }

    /**
     * The settings a map was made from.
     *
     * @param source the file the map was read from, for messages
     * @throws org.contexture.setting.UserError if a key is unknown or a value does not fit
     */
    public static Settings read(Map<String, ? extends @Nullable Object> flat, String source) {
        return (Settings) FlatRecord.read(Settings.class, flat, source);
    }

    /** A value of the map as an experiment file would give it, on one line. */
    public static String text(@Nullable Object value) {
        return FlowText.of(value);
    }
}
