package org.contexture.model;

import org.contexture.tensor.Block;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Rows;

/**
 * One pass of the {@link Output} layer over the rows of a step at inference, where products of tokens are {@link Known}. It takes
 * the vocabulary slice by slice, and for each some rows at a time: the slice's weight and the logits of these rows stay in the
 * core's second-level cache, and what contexts add is read from front to back.
 */
final class InferencePass {
    private final Output output;
    private final OutputInputs inputs;
    private final Known known;
    private final LogitsReader reader;
    private final Matrix weight;

    InferencePass(Output output, OutputInputs inputs, Known known, LogitsReader reader) {
        this.output = output;
        this.inputs = inputs;
        this.known = known;
        this.reader = reader;
        weight = output.weight.value();
    }

    void run() {
        int rows = inputs.places().length;
        int most = Math.min(rows, output.tiling.rowsInferred());
        output.logits = Rows.atLeast(output.logits, most, output.stride);
        for (OutputSlice slice : output.slices) {
            if (output.readsContext) slice.makeKnown(inputs.embedded(), weight, known);
            for (int from = 0; from < rows; from += most) {
                show(slice, from, Math.min(most, rows - from));
            }
        }
    }

    private void show(OutputSlice slice, int from, int count) {
        Block logits = new Block(output.logits, Rows.FIRST, output.stride, count, slice.width);
        for (int k = 0; k < count; k++) {
            place(slice, from + k, logits.row(k));
        }
        Block states = Block.of(inputs.states(), from, count, output.hidden);
        slice.addStates(states, weight, known, logits);
        for (int k = 0; k < count; k++) {
            reader.read(from + k, slice.from, output.logits, logits.row(k), slice.width);
        }
    }

    /** What a row's logits are without its state. */
    private void place(OutputSlice slice, int row, int at) {
        if (output.readsContext) {
            int token = known.row(inputs.tokens().id(row));
            slice.placeKnown(token, inputs.places()[row], output.logits, at);
        } else {
            slice.placeBias(output.logits, at);
        }
    }
}
