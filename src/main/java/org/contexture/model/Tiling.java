package org.contexture.model;

/**
 * How the output layer cuts its logits.
 *
 * @param rows packed rows at most in a block
 * @param rowsRead the same where nothing flows back: then a block's logits exist for one slice only
 * @param tokens tokens of the vocabulary at most in a slice
 */
record Tiling(int rows, int rowsRead, int tokens) {
    /** Numbers in the logits of a block, all slices together: sixteen megabytes. */
    private static final int MOST = 1 << 23;

    /** Many enough that multiplying costs more than packing the weight for it, few enough that a slice of them stays in a cache. */
    private static final int ROWS = Integer.getInteger("rows", 1024);

    private static final int ROWS_READ = 1024;

    /** As many as e^x takes at once. */
    private static final int TOKENS = Integer.getInteger("tokens", 256);

    /** A good one for a vocabulary. */
    static Tiling of(int vocabulary) {
        return new Tiling(Math.max(1, Math.min(ROWS, MOST / vocabulary)), ROWS_READ, TOKENS);
    }
}
