package org.contexture.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.contexture.corpus.PackedTokens;
import org.contexture.corpus.Packing;
import org.contexture.model.cell.Cell;
import org.contexture.model.cell.Tape;
import org.contexture.tensor.Parameter;
import org.contexture.tensor.Rows;

/** Reads a source sentence x_1 … x_T into states h_t = f(x_t, h_{t-1}), starting from zero. */
final class Encoder {
    private final Embedding embedding;
    private final RecurrentLayer layer;
    private final int hidden;
    private final State last;

    Encoder(ModelSettings settings, Cell cell, int vocabulary, long seed) {
        hidden = settings.hidden();
        last = new State(hidden, cell.hasMemory());
        embedding = new Embedding("embedding.source", vocabulary, settings.embedding(), seed);
        layer = new RecurrentLayer("encoder", cell, settings.embedding(), false, hidden, seed);
    }

    List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(List.of(embedding.table()));
        all.addAll(layer.parameters());
        return all;
    }

    /** The states, packed [N, H], on the layer's tape. */
    Tape forward(PackedTokens source) {
        layer.forward(Reading.of(source, embedding.gather(source.distinct())), null);
        return layer.tape();
    }

    /** The state (and memory) at each sentence's last token, [B, H]. */
    State last(Packing packing) {
        last.atLeast(packing.sentences());
        for (int b = 0; b < packing.sentences(); b++) {
            int from = Rows.at(packing.lastRow(b), hidden);
            System.arraycopy(layer.tape().h(), from, last.h(), Rows.at(b, hidden), hidden);
            if (last.c().length > 0) System.arraycopy(layer.tape().c(), from, last.c(), Rows.at(b, hidden), hidden);
        }
        return last;
    }

    /** Zeroes the gradients by the states, to be added to on the returned tape before {@link #backward}. */
    Tape beginBackward(PackedTokens source) {
        layer.beginBackward(source.packing());
        Tape tape = layer.tape();
        Arrays.fill(tape.dh(), Rows.FIRST, Rows.at(source.packing().tokens(), hidden), 0f);
        return tape;
    }

    /** Adds a gradient by the last states (and memories) [B, H]. */
    void addLast(Packing packing, State dLast) {
        for (int b = 0; b < packing.sentences(); b++) {
            int to = Rows.at(packing.lastRow(b), hidden);
            Rows.add(dLast.h(), Rows.at(b, hidden), layer.tape().dh(), to, hidden);
            if (dLast.c().length > 0)
                Rows.add(dLast.c(), Rows.at(b, hidden), layer.tape().dc(), to, hidden);
        }
    }

    /** Computes all gradients; source is what {@link #forward} read last. */
    void backward(PackedTokens source) {
        Reading reading = Reading.of(source, embedding.gathered(source));
        layer.backward(reading, null);
        layer.input().tokenGradients(reading.embedded(), embedding.beginGradient(source));
    }
}
