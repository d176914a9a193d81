package org.contexture.experiment;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.contexture.provenance.Sha256;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/**
 * A trial whose result is determined: its settings and seed, the sentence pairs it learns from, the code that runs it.
 *
 * @param corpusSha256 see {@link org.contexture.corpus.Corpus#sha256}
 * @param engine digest of the code and the native library that can change a result
 * @param identity the SHA-256 of everything that can change the result; trials of equal identity have equal results
 */
public record FrozenTrial(Trial trial, String corpusSha256, String engine, String identity) {
    /** Where trials have their folders, among an experiment's results. */
    public static final String TRIALS = "trials";

    private static final int SHOWN = 8;

    /** Freezes a trial. Labels and the places of files are not in its identity, and its settings are in it in a canonical form. */
    public static FrozenTrial of(Trial trial, String corpusSha256, String engine) {
        String identity = Sha256.of(JsonFile.line(JsonFile.map(
                "corpusSha256",
                corpusSha256,
                "engine",
                engine,
                "seed",
                trial.seed(),
                "settings",
                new TreeMap<>(trial.settings()))));
        return new FrozenTrial(trial, corpusSha256, engine, identity);
    }

    /** Unique within a plan, and readable. */
    public String id() {
        return trial.id();
    }

    /** The name of its folder: readable, and another one for everything that can have another result. */
    public String folder() {
        return trial.id() + "-" + identity.substring(0, SHOWN);
    }

    /** Its folder among an experiment's results. */
    public Path folderIn(Path results) {
        return results.resolve(TRIALS).resolve(folder());
    }

    /** What trial.json holds. */
    public Map<String, @Nullable Object> description() {
        return JsonFile.map(
                "id", trial.id(),
                "configuration", trial.configuration(),
                "seed", trial.seed(),
                "identity", identity,
                "engine", engine,
                "corpusSha256", corpusSha256,
                "settings", trial.settings());
    }

    /** Whether a trial.json is that of this trial. */
    boolean isDescribedBy(Map<String, ? extends @Nullable Object> description) {
        return identity.equals(description.get("identity"));
    }

    /**
     * A trial from its description, with the identity that it had when it was frozen.
     *
     * @param source the file it was read from, for messages
     * @throws UserError if something is missing or does not fit
     */
    public static FrozenTrial of(Map<String, ? extends @Nullable Object> description, String source) {
        return new FrozenTrial(
                Trial.of(
                        text(description, "configuration", source),
                        number(description, "seed", source),
                        settings(description, source),
                        source),
                text(description, "corpusSha256", source),
                text(description, "engine", source),
                text(description, "identity", source));
    }

    @SuppressWarnings("unchecked") // JSON objects have texts for keys
    private static Map<String, @Nullable Object> settings(
            Map<String, ? extends @Nullable Object> description, String source) {
        if (description.get("settings") instanceof Map<?, ?> settings) {
            return (Map<String, @Nullable Object>) settings;
        }
        throw missing("settings", description, source);
    }

    private static String text(Map<String, ? extends @Nullable Object> description, String key, String source) {
        if (description.get(key) instanceof String text) {
            return text;
        }
        throw missing(key, description, source);
    }

    private static long number(Map<String, ? extends @Nullable Object> description, String key, String source) {
        if (description.get(key) instanceof Number number) {
            return number.longValue();
        }
        throw missing(key, description, source);
    }

    private static UserError missing(String key, Map<String, ?> description, String source) {
        return new UserError(source + ": found " + description.get(key) + " as the " + key
                + " of a trial; expected what a run wrote there. Restore the file, or run the experiment again.");
    }
}
