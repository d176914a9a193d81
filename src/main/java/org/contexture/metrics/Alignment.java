package org.contexture.metrics;

/**
 * Which hypothesis word stands by each reference word after the fewest edits, and which words are wrong.
 */
final class Alignment {
    private final int[] hypothesisOf;
    private final int[] wrongInReference;
    private final int[] wrongInHypothesis;

    /**
     * @param hypothesisOf for each reference word the hypothesis word beside it or, if it is missing, the last one before; −1
     *     before the first
     * @param wrongInReference how many of the first k reference words are wrong, for k from 0
     * @param wrongInHypothesis the same of the hypothesis
     */
    Alignment(int[] hypothesisOf, int[] wrongInReference, int[] wrongInHypothesis) {
        this.hypothesisOf = hypothesisOf;
        this.wrongInReference = wrongInReference;
        this.wrongInHypothesis = wrongInHypothesis;
    }

    int hypothesisOf(int referenceWord) {
        return hypothesisOf[referenceWord];
    }

    /** Whether n words at h and at r are not right already, and the block would not be moved into itself. */
    boolean mayMove(int h, int r, int n) {
        return wrongInHypothesis[h + n] > wrongInHypothesis[h]
                && wrongInReference[r + n] > wrongInReference[r]
                && !(h <= hypothesisOf[r] && hypothesisOf[r] < h + n);
    }
}
