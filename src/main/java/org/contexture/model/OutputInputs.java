package org.contexture.model;

import org.contexture.corpus.PackedTokens;
import org.contexture.tensor.Block;
import org.jspecify.annotations.Nullable;

/**
 * What the output layer reads for N packed rows.
 *
 * @param tokens the input token of each row, D distinct ones
 * @param places whose context each row reads, [N]
 * @param states decoder states [N, H]
 * @param embedded embeddings of the distinct tokens [D, E]; at inference of those that are new among the {@link Known} only
 * @param contexts contexts [B, H]
 * @param known what need not be made again; null while parameters change
 */
@SuppressWarnings("ArrayRecordComponent") // a bundle of buffers, never compared
record OutputInputs(
        PackedTokens tokens, int[] places, float[] states, Block embedded, Block contexts, @Nullable Known known) {}
