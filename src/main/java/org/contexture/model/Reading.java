package org.contexture.model;

import org.contexture.corpus.PackedTokens;
import org.contexture.tensor.Block;
import org.jspecify.annotations.Nullable;

/**
 * What a recurrent layer reads: N packed tokens, D distinct ones.
 *
 * @param tokens the tokens
 * @param embedded the embeddings of the distinct ones, [D, E]; at inference of those that are new among the {@link Known} only
 * @param places whose context each row reads, [N]; empty where the layer reads none
 * @param known what need not be made again; null while parameters change
 */
@SuppressWarnings("ArrayRecordComponent") // a bundle of buffers, never compared
record Reading(PackedTokens tokens, Block embedded, int[] places, @Nullable Known known) {
    private static final int[] NO_CONTEXT = {};

    /** Of a layer that reads no context. */
    static Reading of(PackedTokens tokens, Block embedded) {
        return new Reading(tokens, embedded, NO_CONTEXT, null);
    }
}
