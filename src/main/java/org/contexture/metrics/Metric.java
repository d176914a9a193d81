package org.contexture.metrics;

import java.util.List;

/**
 * A way to score hypotheses against references. Every metric here is a function of sufficient statistics, {@link #width()}
 * numbers a segment that are summed over segments first, so that resampling never looks at text again.
 */
public sealed interface Metric permits Bleu, Chrf, Ter {
    /** As sacreBLEU prints it: BLEU, chrF2, chrF2++, TER. */
    String name();

    /** Whether a higher score is better. */
    default boolean higherIsBetter() {
        return true;
    }

    /** How many numbers describe a segment. */
    int width();

    /**
     * Prepares a segment's references once for any number of hypotheses; threads may share the result.
     *
     * @param references at least one
     */
    SegmentReferences references(List<String> references);

    /** The parts of the score of summed statistics {@code [width]}. */
    Parts parts(double[] sums);

    /**
     * The score alone of statistics that were summed in single precision, as NumPy 1 sums and divides them in sacreBLEU's
     * bootstrap.
     */
    double ofResample(float[] sums);

    /**
     * How the score came about.
     *
     * @param references the number of references of a segment, or {@code var}
     */
    Signature signature(String references);

    /** The references of one segment. */
    interface SegmentReferences {
        /** The sufficient statistics {@code [width]} of a hypothesis. */
        double[] statistics(String hypothesis);
    }

    /** What a score is made of. */
    sealed interface Parts permits Bleu.BleuParts, Chrf.ChrfParts, Ter.TerParts {
        /** The score itself. */
        double score();

        /** What sacreBLEU prints after the score; empty for most metrics. */
        default String verbose() {
            return "";
        }
    }
}
