package org.contexture.model;

import org.contexture.tensor.Block;

/**
 * Where the output layer's backward pass puts its gradients.
 *
 * @param states by the decoder states [N, H], overwritten
 * @param embedded by the embeddings of the distinct tokens [D, E], added to
 * @param contexts by the contexts [B, H], added to
 */
@SuppressWarnings("ArrayRecordComponent") // a bundle of buffers, never compared
record OutputGradients(float[] states, Block embedded, Block contexts) {}
