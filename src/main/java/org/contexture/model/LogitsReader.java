package org.contexture.model;

/**
 * What is done with logits. They come in slices of the vocabulary: all rows of a block, one after the other, for its first
 * tokens, then all of them again for the next tokens.
 */
interface LogitsReader {
    /**
     * Reads the logits of some tokens in a packed row, and leaves in their place what is to be kept of them for {@link #gradient}.
     *
     * @param from the token of z[at]
     * @param z the logits of n tokens, from index {@code at} on; there is room behind them ({@link org.contexture.tensor.Rows#padded}), and what is in
     *     it means nothing
     */
    void read(int row, int from, float[] z, int at, int n);

    /** Asked after a block: whether all its rows have to be read again from the first token on. */
    default boolean again() {
        return false;
    }

    /**
     * Turns what was kept of the logits into the gradient of the loss by them, once all logits of the row were read: but for a factor, which it
     * returns.
     */
    default float gradient(int row, int from, float[] kept, int at, int n) {
        throw new UnsupportedOperationException("These logits are only looked at");
    }
}
