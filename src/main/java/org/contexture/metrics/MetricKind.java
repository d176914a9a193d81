package org.contexture.metrics;

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

    @Override
    public String toString() {
        return word;
    }
}
