package org.contexture.model;

/**
 * What is done with logits. They come in slices of the vocabulary: all rows of a block, one after the other, for its first
 * tokens, then all of them again for the next tokens.
 */
interface LogitsReader {
    /**
     * Reads the logits of some tokens in a packed row, and leaves what is to be kept of them for {@link #gradient}.
     *
     * @param from the token of z[0]
     * @param z the logits of n tokens, in an array that is used again
     * @return the array with the n numbers to be kept; z itself, or one that the reader may use again
     */
    float[] read(int row, int from, float[] z, int n);

    /** Asked after a block: whether all its rows have to be read again from the first token on. */
    default boolean again() {
        return false;
    }

    /** Turns what was kept of the logits into the gradient of the loss by them, once all logits of the row were read. */
    default void gradient(int row, int from, float[] kept, int n) {
        throw new UnsupportedOperationException("These logits are only looked at");
    }
}
