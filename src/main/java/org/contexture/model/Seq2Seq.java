package org.contexture.model;

import java.util.ArrayList;
import java.util.List;
import org.contexture.corpus.Batch;
import org.contexture.corpus.PackedRows;
import org.contexture.corpus.PackedTokens;
import org.contexture.corpus.Packing;
import org.contexture.model.Inference.Known;
import org.contexture.model.cell.Cell;
import org.contexture.model.cell.Tape;
import org.contexture.model.context.ConstantContext;
import org.contexture.tensor.Parameter;

/**
 * Encoder, context and decoder as one model, with the loss −Σ log P(y_t | y_<t, c) and its gradients.
 *
 * <p>Not for several threads at once: the buffers of a pass belong to the model. Close it to give native memory back.
 */
public final class Seq2Seq implements AutoCloseable {
    private final int hidden;
    private final boolean memory;
    private final boolean zeroStart;
    private final ConstantContext context;
    private final Encoder encoder;
    private final Decoder decoder;
    private final Known known;

    /**
     * A model with fresh parameters; the same seed gives the same bits.
     *
     * @throws IllegalArgumentException if no cell or context strategy of that name exists
     */
    public Seq2Seq(ModelSettings settings, int sourceVocabulary, int targetVocabulary, long seed) {
        Cell cell = Named.cell(settings.cell());
        hidden = settings.hidden();
        memory = cell.hasMemory();
        zeroStart = !settings.feed().contains(Feed.INIT);
        context = (ConstantContext) Named.context(settings.context());
        encoder = new Encoder(settings, cell, sourceVocabulary, seed);
        decoder = new Decoder(settings, cell, targetVocabulary, seed);
        known = new Known(new TokenProducts(cell.gates() * hidden), new TokenProducts(targetVocabulary));
    }

    /** All parameters, in a fixed order. */
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(encoder.parameters());
        all.addAll(decoder.parameters());
        return all;
    }

    /** How many numbers are trained. */
    public long parameterCount() {
        return parameters().stream().mapToLong(p -> p.value().size()).sum();
    }

    /** The teacher-forced loss of a batch. */
    public BatchLoss evaluate(Batch batch) {
        Scoring scoring = new Scoring(batch);
        logits(batch, scoring::measure);
        return scoring.result();
    }

    /** The same loss, and into every parameter's gradient that of scale × the summed loss. */
    public BatchLoss train(Batch batch, float scale) {
        OutputInputs inputs = forward(batch);
        Scoring scoring = new Scoring(batch);
        int sentences = batch.size();
        float[] dContexts = new float[sentences * hidden];
        State dLast = State.zeros(sentences, hidden, memory);
        decoder.backward(inputs, scoring.withGradient(scale), zeroStart, dContexts, dLast);
        backward(batch, dContexts, dLast);
        return scoring.result();
    }

    /** Shows the logits of every packed target row. */
    void logits(Batch batch, Output.RowVisitor visitor) {
        decoder.logits(forward(batch), visitor);
    }

    private OutputInputs forward(Batch batch) {
        Packing source = batch.source().packing();
        int[] places = sourcePlaces(batch);
        float[] contexts = PackedRows.select(encode(batch.source()), places, hidden);
        State start = decoder.begin(
                contexts, places.length, encoder.last(source, memory).select(places, hidden));
        return decoder.run(batch.target(), PackedRows.places(batch.target().packing()), start, null);
    }

    /** The contexts c [B, H] in the source's order. */
    float[] encode(PackedTokens source) {
        Tape tape = encoder.forward(source);
        float[] contexts = new float[source.packing().sentences() * hidden];
        context.forward(source.packing(), hidden, tape.h(), contexts);
        return contexts;
    }

    private void backward(Batch batch, float[] dContexts, State dLast) {
        Packing source = batch.source().packing();
        int[] targetPlaces = invert(sourcePlaces(batch));
        Tape tape = encoder.beginBackward(batch.source());
        float[] dc = PackedRows.select(dContexts, targetPlaces, hidden);
        context.backward(source, hidden, tape.h(), dc, tape.dh());
        encoder.addLast(source, dLast.select(targetPlaces, hidden));
        encoder.backward(batch.source());
    }

    private static int[] sourcePlaces(Batch batch) {
        int[] places = new int[batch.size()];
        for (int b = 0; b < places.length; b++) {
            places[b] = batch.sourcePlace(b);
        }
        return places;
    }

    private static int[] invert(int[] permutation) {
        int[] inverse = new int[permutation.length];
        for (int b = 0; b < inverse.length; b++) {
            inverse[permutation[b]] = b;
        }
        return inverse;
    }

    /** The model with the parameters it has now, for decoding. What an earlier inference knew is forgotten. */
    public Inference inference() {
        known.forget();
        return new Inference(this, known);
    }

    Decoding decode(PackedTokens source, Known known) {
        int sentences = source.packing().sentences();
        float[] contexts = encode(source);
        State last = decoder.begin(contexts, sentences, encoder.last(source.packing(), memory));
        State start = last == null ? State.zeros(sentences, hidden, memory) : last;
        return new Decoding(decoder, start, hidden, sentences, known);
    }

    @Override
    public void close() {
        encoder.close();
        decoder.close();
    }
}
