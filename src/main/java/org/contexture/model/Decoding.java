package org.contexture.model;

import org.contexture.corpus.PackedRows;
import org.contexture.corpus.PackedTokens;

/**
 * A decoder at inference: it reads one token a row and shows the logits of the next. The context is the encoder's, made
 * once; nothing of the decoder's own states is ever read as a context.
 *
 * <p>Only one of a model is alive at a time: it uses the model's buffers.
 */
public final class Decoding {
    private final Decoder decoder;
    private final Known known;
    private State state;
    private State spare;
    private int[] places;

    /** Goes on from a state; both states are this decoding's from now on. */
    Decoding(Decoder decoder, State state, State spare, int sentences, Known known) {
        this.decoder = decoder;
        this.known = known;
        this.state = state;
        this.spare = spare;
        places = new int[sentences];
        for (int b = 0; b < sentences; b++) {
            places[b] = b;
        }
    }

    /** What to do with the logits z[at … at + n) of the tokens from, from + 1 … in a row; the array is reused. */
    public interface LogitsVisitor {
        void visit(int row, int from, float[] z, int at, int n);
    }

    /** Rows still being decoded. */
    public int rows() {
        return places.length;
    }

    /** The sentence, in the source packing's order, that a row belongs to. */
    public int sentence(int row) {
        return places[row];
    }

    /**
     * Reads the last token of each row, [rows], and shows the logits of what may follow: in any order of rows, but those of a row in the order of
     * their tokens, a slice of the vocabulary at a time.
     */
    public void step(int[] tokens, LogitsVisitor visitor) {
        OutputInputs inputs = decoder.run(PackedTokens.oneStep(tokens), places, state, known);
        decoder.after(tokens.length, state);
        decoder.logits(inputs, visitor::visit);
    }

    /** Goes on with these rows only; a row may be taken several times, as a beam does. */
    public void select(int[] rows) {
        State selected = spare.select(state, rows);
        spare = state;
        state = selected;
        places = PackedRows.select(places, rows);
    }
}
