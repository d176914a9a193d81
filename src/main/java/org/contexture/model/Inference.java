package org.contexture.model;

import org.contexture.corpus.PackedTokens;

/**
 * A model at inference, its parameters at rest: what depends on a token alone is multiplied once and remembered from step to
 * step and from batch to batch. Ask the model for a new one after its parameters have changed.
 */
public final class Inference {
    private final Seq2Seq model;
    private final Known known;

    Inference(Seq2Seq model, Known known) {
        this.model = model;
        this.known = known;
    }

    /** Reads source sentences and stands before their first output token; rows are in the packing's order. */
    public Decoding decode(PackedTokens source) {
        return model.decode(source, known);
    }
}
