package org.contexture.model;

import org.contexture.corpus.Batch;
import org.contexture.corpus.PackedTokens;
import org.contexture.corpus.Packing;
import org.contexture.model.cell.Cell;

/**
 * The floating-point operations of matrix products that a training step or decoding cannot do without. Each product y = W x costs
 * 2·rows·columns forward, and as much again for the gradient by x and for that by W.
 *
 * <p>Counted is what the equations need, not what an implementation does: no padding; whatever depends on a token alone
 * once for each distinct token of the batch (input projections and the output layer's embedding part); a constant context
 * once a sentence; nothing for a state that is known to be zero. Pointwise equations, softmax, clipping and optimizer are
 * not counted.
 */
public final class Flops {
    /** A multiplication and an addition. */
    private static final long FORWARD = 2;

    /** Forward, gradient by the input, gradient by the weight; a multiplication and an addition each. */
    private static final long TRAINED = 3 * 2;

    private final ModelSettings settings;
    private final int vocabulary;
    private final long hidden;
    private final long embedding;
    private final long gates;

    /** Counts for a model of this target vocabulary. */
    public Flops(ModelSettings settings, int vocabulary) {
        Cell cell = Named.cell(settings.cell());
        this.settings = settings;
        this.vocabulary = vocabulary;
        hidden = settings.hidden();
        embedding = settings.embedding();
        gates = cell.gates() * hidden;
    }

    /** Operations of one training step, forward and backward. */
    public long ofStep(Batch batch) {
        Packing source = batch.source().packing();
        Packing target = batch.target().packing();
        boolean init = settings.feed().contains(Feed.INIT);
        long sourceTokens = batch.source().distinct().length;
        long targetTokens = batch.target().distinct().length;
        long sentences = batch.size();
        long encoder = sourceTokens * embedding * gates + (source.tokens() - sentences) * hidden * gates;
        long decoder = targetTokens * embedding * gates + (target.tokens() - (init ? 0 : sentences)) * hidden * gates;
        return TRAINED
                * (encoder
                        + decoder
                        + start(init, sentences)
                        + step(sentences)
                        + output(target.tokens(), targetTokens, sentences));
    }

    /** Operations of training for one source and one target token that share nothing with others: for a guess at a trial's cost. */
    public long ofTokens() {
        return TRAINED * (2 * gates * (embedding + hidden) + vocabulary * (hidden + embedding));
    }

    /**
     * Operations of decoding: forward alone, each sentence so many steps, the products of a token made once for all of them.
     *
     * @param source the sources of all sentences
     * @param steps tokens that the decoder reads for each sentence
     * @param distinct how many of these differ
     */
    public long ofDecoding(PackedTokens source, int steps, int distinct) {
        long sentences = source.packing().sentences();
        boolean init = settings.feed().contains(Feed.INIT);
        long encoder =
                source.distinct().length * embedding * gates + (source.packing().tokens() - sentences) * hidden * gates;
        long decoder = distinct * embedding * gates + (steps - (init ? 0 : 1)) * sentences * hidden * gates;
        return FORWARD
                * (encoder
                        + decoder
                        + start(init, sentences)
                        + step(sentences)
                        + output(steps * sentences, distinct, sentences));
    }

    private long start(boolean init, long sentences) {
        return init && settings.bridge() == Bridge.DENSE ? sentences * hidden * hidden : 0;
    }

    private long step(long sentences) {
        return settings.feed().contains(Feed.STEP) ? sentences * hidden * gates : 0;
    }

    private long output(long rows, long distinct, long sentences) {
        boolean fed = settings.feed().contains(Feed.OUTPUT);
        return vocabulary * (rows * hidden + (fed ? distinct * embedding + sentences * hidden : 0));
    }
}
