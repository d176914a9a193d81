package org.contexture.model;

/**
 * How the output layer cuts its logits.
 *
 * @param rows packed rows at most in a block
 * @param rowsRead the same where nothing flows back: then a block's logits exist for one slice only
 * @param rowsInferred rows at most whose logits of a slice are made before they are read, at inference
 * @param tokens tokens of the vocabulary at most in a slice
 */
record Tiling(int rows, int rowsRead, int rowsInferred, int tokens) {
    /** Numbers in the logits of a block, all slices together: 32 megabytes. */
    private static final int MOST = 1 << 23;

    /** Most batches whole: a block turns the weight into panels once more. */
    private static final int ROWS = 1024;

    /** So few that a slice's weight, that of its tokens and their logits stay in a second-level cache together. */
    private static final int INFERRED = 192;

    /** So few that a slice of all rows stays in a second-level cache. */
    private static final int TOKENS = 256;

    /** States so wide that the time goes into products, which wider slices make faster, more than into passes over logits. */
    private static final int WIDE = 256;

    private static final int TOKENS_OF_WIDE = 384;

    /** A good one for a vocabulary and states of so many numbers. */
    static Tiling of(int vocabulary, int hidden) {
        int rows = Math.max(1, Math.min(ROWS, MOST / vocabulary));
        return new Tiling(rows, ROWS, INFERRED, hidden < WIDE ? TOKENS : TOKENS_OF_WIDE);
    }
}
