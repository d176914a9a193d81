package org.contexture.model.context;

import org.contexture.corpus.Packing;
import org.contexture.tensor.Block;

/**
 * A context that is made once a sentence and is the same at every output step.
 *
 * <p>States are packed rows [N, H] at a sentence's own tokens, contexts one row a sentence [B, H] in the packing's order:
 * there is no padding to be misread.
 */
public interface ConstantContext extends ContextStrategy {
    /** Writes c [B, H] from states [N, H]. */
    void forward(Packing packing, Block states, Block contexts);

    /**
     * Writes how much of c comes from each token, [N]: shares that sum to one over a sentence's tokens. For looking at models; no
     * result depends on it.
     */
    void shares(Packing packing, Block states, float[] shares);

    /** Adds to dStates [N, H] what flows back from dContexts [B, H] to these states. */
    void backward(Packing packing, Block states, Block dContexts, Block dStates);
}
