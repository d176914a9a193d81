package org.contexture.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.contexture.corpus.Batch;
import org.contexture.corpus.PackedRows;
import org.contexture.corpus.PackedTokens;
import org.contexture.corpus.Packing;
import org.contexture.model.cell.Cell;
import org.contexture.model.cell.Tape;
import org.contexture.model.context.ConstantContext;
import org.contexture.tensor.Block;
import org.contexture.tensor.Parameter;
import org.contexture.tensor.Rows;

/**
 * Encoder, context and decoder as one model, with the loss −Σ log P(y_t | y_<t, c) and its gradients.
 *
 * <p>Not for several threads at once: the buffers of a pass belong to the model.
 */
public final class Seq2Seq {
    private final int hidden;
    private final int vocabulary;
    private final boolean zeroStart;
    private final ConstantContext context;
    private final Encoder encoder;
    private final Decoder decoder;
    private final Known known;
    private final State last;
    private final State dLast;
    private final State dLastOfSource;
    private final State decoding;
    private final State spare;
    private float[] contexts = {};
    private float[] targetContexts = {};
    private float[] dContexts = {};
    private float[] dSourceContexts = {};

    /**
     * A model with fresh parameters; the same seed gives the same bits.
     *
     * @throws IllegalArgumentException if no cell or context strategy of that name exists
     */
    public Seq2Seq(ModelSettings settings, int sourceVocabulary, int targetVocabulary, long seed) {
        this(settings, sourceVocabulary, targetVocabulary, seed, Tiling.of(targetVocabulary, settings.hidden()));
    }

    /** The same with an output layer that is cut in some other way. */
    Seq2Seq(ModelSettings settings, int sourceVocabulary, int targetVocabulary, long seed, Tiling tiling) {
        Cell cell = Named.cell(settings.cell());
        hidden = settings.hidden();
        vocabulary = targetVocabulary;
        zeroStart = !settings.feed().contains(Feed.INIT);
        context = (ConstantContext) Named.context(settings.context());
        encoder = new Encoder(settings, cell, sourceVocabulary, seed);
        decoder = new Decoder(settings, cell, targetVocabulary, seed, tiling);
        last = new State(hidden, cell.hasMemory());
        dLast = new State(hidden, cell.hasMemory());
        dLastOfSource = new State(hidden, cell.hasMemory());
        decoding = new State(hidden, cell.hasMemory());
        spare = new State(hidden, cell.hasMemory());
        known = Known.of(cell.gates() * hidden, targetVocabulary);
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

    /** How many tokens may be written. */
    public int vocabulary() {
        return vocabulary;
    }

    /** The teacher-forced loss of a batch. */
    public BatchLoss evaluate(Batch batch) {
        Scoring scoring = new Scoring(batch, vocabulary, 1);
        logits(batch, scoring);
        return scoring.result();
    }

    /** The same loss, and into every parameter's gradient that of scale × the summed loss. */
    public BatchLoss train(Batch batch, float scale) {
        OutputInputs inputs = forward(batch);
        Scoring scoring = new Scoring(batch, vocabulary, scale);
        dContexts = Rows.atLeast(dContexts, batch.size(), hidden);
        dLast.zeros(batch.size());
        decoder.backward(inputs, scoring, zeroStart, dContexts, dLast);
        backward(batch);
        return scoring.result();
    }

    /** Shows the logits of every packed target row. */
    void logits(Batch batch, LogitsReader reader) {
        decoder.logits(forward(batch), reader);
    }

    private OutputInputs forward(Batch batch) {
        Packing source = batch.source().packing();
        int[] places = sourcePlaces(batch);
        targetContexts = Rows.atLeast(targetContexts, places.length, hidden);
        PackedRows.select(encode(batch.source()), places, hidden, targetContexts);
        State start = decoder.begin(targetContexts, places.length, last.select(encoder.last(source), places));
        return decoder.run(batch.target(), PackedRows.places(batch.target().packing()), start, null);
    }

    /** The contexts c [B, H] in the source's order, in rows ({@link Rows#at}) of an array that the next call uses again. */
    float[] encode(PackedTokens source) {
        Tape tape = encoder.forward(source);
        Packing packing = source.packing();
        contexts = Rows.atLeast(contexts, packing.sentences(), hidden);
        context.forward(packing, rows(tape.h(), packing.tokens()), rows(contexts, packing.sentences()));
        return contexts;
    }

    /** The context of each sentence, in the order given, and where it comes from: for looking at a trained model. */
    public List<ContextOfSentence> contexts(PackedTokens source) {
        Packing packing = source.packing();
        Block states = rows(encoder.forward(source).h(), packing.tokens());
        Block all = rows(Rows.atLeast(new float[0], packing.sentences(), hidden), packing.sentences());
        float[] shares = new float[packing.tokens()];
        context.forward(packing, states, all);
        context.shares(packing, states, shares);
        List<ContextOfSentence> contexts = new ArrayList<>();
        for (int b : packing.places()) {
            float[] own = new float[packing.length(b)];
            for (int t = 0; t < own.length; t++) {
                own[t] = shares[packing.offset(t) + b];
            }
            contexts.add(new ContextOfSentence(Arrays.copyOfRange(all.values(), all.row(b), all.row(b + 1)), own));
        }
        return contexts;
    }

    /** From dContexts and dLast, in the target's order, to the encoder's gradients. */
    private void backward(Batch batch) {
        Packing source = batch.source().packing();
        int[] targetPlaces = invert(sourcePlaces(batch));
        Tape tape = encoder.beginBackward(batch.source());
        dSourceContexts = Rows.atLeast(dSourceContexts, targetPlaces.length, hidden);
        PackedRows.select(dContexts, targetPlaces, hidden, dSourceContexts);
        int n = source.tokens();
        Block flowing = rows(dSourceContexts, targetPlaces.length);
        context.backward(source, rows(tape.h(), n), flowing, rows(tape.dh(), n));
        encoder.addLast(source, dLastOfSource.select(dLast, targetPlaces));
        encoder.backward(batch.source());
    }

    private Block rows(float[] numbers, int count) {
        return Block.of(numbers, 0, count, hidden);
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
        State start = decoder.begin(encode(source), sentences, encoder.last(source.packing()));
        if (start == null) {
            decoding.zeros(sentences);
        } else {
            decoding.copy(start.h(), start.c(), sentences);
        }
        return new Decoding(decoder, decoding, spare, sentences, known);
    }
}
