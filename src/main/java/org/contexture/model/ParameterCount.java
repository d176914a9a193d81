package org.contexture.model;

import org.contexture.corpus.VocabularySizes;

/** How many numbers a model trains, from its settings alone: {@link Seq2Seq#parameterCount()} without building it. */
public final class ParameterCount {
    private ParameterCount() {}

    /**
     * With E the width of embeddings, H that of states, G the cell's gates, V_s and V_t the vocabularies: (V_s + V_t) E embeddings;
     * G·H (E + H + 2) of the encoder; as many of the decoder, and G·H·H where the context joins its inputs; H (H + 1) of a dense
     * first state; V_t (H + 1) of the output layer, and V_t (E + H) where context and embedding join it.
     */
    public static long of(ModelSettings settings, VocabularySizes vocabularies) {
        long embedding = settings.embedding();
        long hidden = settings.hidden();
        long target = vocabularies.target();
        long width = Named.cell(settings.cell()).gates() * hidden;
        long layers = 2 * width * (embedding + hidden + 2);
        long fedInput = settings.feed().contains(Feed.STEP) ? width * hidden : 0;
        long fedOutput = settings.feed().contains(Feed.OUTPUT) ? target * (embedding + hidden) : 0;
        long embeddings = (vocabularies.source() + target) * embedding;
        return embeddings + layers + fedInput + start(settings, hidden) + target * (hidden + 1) + fedOutput;
    }

    private static long start(ModelSettings settings, long hidden) {
        boolean dense = settings.feed().contains(Feed.INIT) && settings.bridge() == Bridge.DENSE;
        return dense ? hidden * (hidden + 1) : 0;
    }
}
