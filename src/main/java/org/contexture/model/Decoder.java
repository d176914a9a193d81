package org.contexture.model;

import java.util.ArrayList;
import java.util.List;
import org.contexture.corpus.PackedTokens;
import org.contexture.model.cell.Cell;
import org.contexture.tensor.Block;
import org.contexture.tensor.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the answer: s_t = g([e(y_{t-1}); c], s_{t-1}) and logits from [s_t; e(y_{t-1}); c], the context in each place that
 * the {@link Feed} names. Sentences are in the decoder's own order, rows packed by target length.
 */
final class Decoder {
    private final int hidden;
    private final boolean stepFeed;
    private final Embedding embedding;
    private final Start start;
    private final RecurrentLayer layer;
    private final Output output;
    private final State dStart;
    private Block contexts = Block.of(new float[0], 0, 0, 1);

    Decoder(ModelSettings settings, Cell cell, int vocabulary, long seed, Tiling tiling) {
        hidden = settings.hidden();
        stepFeed = settings.feed().contains(Feed.STEP);
        embedding = new Embedding("embedding.target", vocabulary, settings.embedding(), seed);
        start = Start.of(settings, cell.hasMemory(), seed);
        dStart = new State(hidden, cell.hasMemory());
        layer = new RecurrentLayer("decoder", cell, settings.embedding(), stepFeed, hidden, seed);
        output = new Output(settings, vocabulary, seed, tiling);
    }

    List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(List.of(embedding.table()));
        all.addAll(layer.parameters());
        all.addAll(start.parameters());
        all.addAll(output.parameters());
        return all;
    }

    /** Takes in contexts [B, H], which must stay until {@link #backward}, and the encoder's last state; returns s_0, null for zero. */
    @Nullable State begin(float[] c, int sentences, State last) {
        contexts = Block.of(c, 0, sentences, hidden);
        if (stepFeed) layer.input().prepareContexts(contexts);
        output.prepare(contexts);
        return start.forward(contexts, last);
    }

    /**
     * Reads tokens from a state on. The states are packed [N, H] afterwards.
     *
     * @param places whose context a row reads, [N]
     * @param from the state before; null stands for zero
     * @param known what need not be multiplied again; null while parameters change
     */
    OutputInputs run(PackedTokens tokens, int[] places, @Nullable State from, @Nullable Known known) {
        int[] toMultiply = known == null ? tokens.distinct() : known.meet(tokens.distinct());
        Block embedded = embedding.gather(toMultiply);
        layer.forward(new Reading(tokens, embedded, places, known), from);
        return new OutputInputs(tokens, places, layer.tape().h(), embedded, contexts, known);
    }

    /** Copies the state after one step of n sentences. */
    void after(int n, State next) {
        next.copy(layer.tape().h(), layer.tape().c(), n);
    }

    /** Shows the logits of every row. */
    void logits(OutputInputs inputs, LogitsReader reader) {
        output.forward(inputs, reader);
    }

    /**
     * Computes all gradients of the decoder. It is given what turns logits into their gradient.
     *
     * @param zeroStart whether s_0 was zero, so that nothing flows back into it
     * @param dContexts receives the gradient by the contexts [B, H]
     * @param dLast is added the gradient by the encoder's last state
     */
    void backward(OutputInputs inputs, LogitsReader reader, boolean zeroStart, float[] dContexts, State dLast) {
        int sentences = contexts.rows();
        Block dc = Block.of(dContexts, 0, sentences, hidden);
        dc.fill(0f);
        Block dEmbedded = embedding.beginGradient(inputs.tokens());
        layer.beginBackward(inputs.tokens().packing());
        output.forwardBackward(inputs, reader, new OutputGradients(layer.tape().dh(), dEmbedded, dc));
        State into = zeroStart ? null : dStart.zeros(sentences);
        layer.backward(new Reading(inputs.tokens(), inputs.embedded(), inputs.places(), null), into);
        layer.input().tokenGradients(inputs.embedded(), dEmbedded);
        if (stepFeed) layer.input().contextGradients(contexts, dc);
        start.backward(into, contexts, dc, dLast);
    }
}
