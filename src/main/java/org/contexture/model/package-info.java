/** Encoder, context, decoder and output layer as equations, forward and backward. It sees token ids in packed batches and returns losses and gradients. */
@org.jspecify.annotations.NullMarked
package org.contexture.model;
