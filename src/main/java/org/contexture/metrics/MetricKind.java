package org.contexture.metrics;

import java.util.Arrays;
import java.util.Optional;

/** The metrics, as files and the command line name them. */
public enum MetricKind {
    /** {@link Bleu}. */
    BLEU("bleu"),
    /** {@link Chrf}. */
    CHRF("chrf"),
    /** {@link Ter}. */
    TER("ter");

    private final String word;

    MetricKind(String word) {
        this.word = word;
    }

    /** The metric of a name. */
    public static Optional<MetricKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    @Override
    public String toString() {
        return word;
    }
}
