package org.contexture.model;

import java.util.stream.IntStream;
import org.contexture.corpus.PackedTokens;
import org.contexture.tensor.Block;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Rows;
import org.jspecify.annotations.Nullable;

/**
 * One pass of the {@link Output} layer over the rows of a batch, with gradients or without.
 *
 * <p>Rows go in the order of their input token, a block of them at a time. A block takes the vocabulary slice by slice, forward
 * through all slices and then back from the last one, whose logits are still in the core's second-level cache: a slice's logits are multiplied
 * and read, or turned into gradients and multiplied again, while they are there.
 */
final class OutputPass {
    private final Output output;
    private final OutputInputs inputs;
    private final LogitsReader reader;
    private final @Nullable OutputGradients gradients;
    private final int[] order;
    private final Matrix weight;
    private final int last;
    private int from;
    private int count;

    OutputPass(Output output, OutputInputs inputs, LogitsReader reader, @Nullable OutputGradients gradients) {
        this.output = output;
        this.inputs = inputs;
        this.reader = reader;
        this.gradients = gradients;
        weight = output.weight.value();
        last = output.slices.size() - 1;
        order = order(inputs.tokens());
    }

    /** All packed rows; equal input tokens side by side where the layer reads them (a counting sort). */
    private int[] order(PackedTokens tokens) {
        int[] index = tokens.indices();
        if (!output.readsContext) {
            return IntStream.range(0, index.length).toArray();
        }
        int[] next = new int[tokens.distinct().length + 1];
        for (int d : index) {
            next[d + 1]++;
        }
        for (int d = 1; d < next.length; d++) {
            next[d] += next[d - 1];
        }
        int[] sorted = new int[index.length];
        for (int row = 0; row < index.length; row++) {
            sorted[next[index[row]]++] = row;
        }
        return sorted;
    }

    /** All rows, in blocks of about the same size. */
    void run() {
        int most = gradients == null ? output.tiling.rowsRead() : output.tiling.rows();
        int blocks = (order.length + most - 1) / most;
        int size = (order.length + blocks - 1) / blocks;
        for (from = 0; from < order.length; from += size) {
            count = Math.min(size, order.length - from);
            block();
        }
    }

    /** Which distinct token the k-th row of the block reads. */
    private int token(int k) {
        return inputs.tokens().indices()[order[from + k]];
    }

    private void block() {
        gather();
        if (output.readsContext) output.tokens.begin(inputs, token(0), token(count - 1) - token(0) + 1);
        do {
            for (OutputSlice slice : output.slices) {
                forward(slice);
            }
        } while (reader.again());
        if (gradients == null) return;
        output.statePanels.set(states());
        if (output.readsContext) output.tokens.beginGradient();
        for (int index = last; index >= 0; index--) {
            backward(output.slices.get(index), gradients);
        }
        scatter(gradients.states());
    }

    /** The states of the block's rows. */
    private void gather() {
        output.states = Rows.atLeast(output.states, count, output.hidden);
        Block states = states();
        for (int k = 0; k < count; k++) {
            System.arraycopy(
                    inputs.states(),
                    Rows.at(order[from + k], output.hidden),
                    output.states,
                    states.row(k),
                    output.hidden);
        }
        int slices = gradients == null ? 1 : output.slices.size();
        output.logits = Rows.atLeast(output.logits, slices * count, output.stride);
    }

    /** A slice's logits: where something flows back all slices are kept, one after the other. */
    private Block logits(OutputSlice slice) {
        int firstRow = gradients == null ? 0 : slice.index * count;
        return new Block(output.logits, Rows.at(firstRow, output.stride), output.stride, count, slice.width);
    }

    private void forward(OutputSlice slice) {
        Block logits = logits(slice);
        if (output.readsContext) output.tokens.multiply(slice, weight);
        for (int k = 0; k < count; k++) {
            place(slice, k, logits.row(k));
        }
        slice.addStates(states(), weight, null, logits);
        for (int k = 0; k < count; k++) {
            reader.read(order[from + k], slice.from, output.logits, logits.row(k), slice.width);
        }
    }

    /** What a row's logits are without its state. */
    private void place(OutputSlice slice, int k, int at) {
        if (output.readsContext) {
            output.tokens.place(token(k), slice, place(k), output.logits, at);
        } else {
            slice.placeBias(output.logits, at);
        }
    }

    /** The sentence that the k-th row of the block belongs to. */
    private int place(int k) {
        return inputs.places()[order[from + k]];
    }

    private void backward(OutputSlice slice, OutputGradients to) {
        Block dLogits = logits(slice);
        for (int k = 0; k < count; k++) {
            turn(slice, k, dLogits.row(k));
        }
        Matrix dWeight = output.weight.denseGradient();
        float beta = from == 0 ? Gemm.SET : Gemm.ADD; // the first block overwrites the weight's gradient
        if (output.readsContext) output.tokens.finishGradient(slice, weight, to.embedded(), beta, dWeight);
        Gemm.nn(dLogits, slice.stateColumns(weight), slice.index == last ? Gemm.SET : Gemm.ADD, dStates());
        Gemm.transposedTimes(dLogits, output.statePanels, beta, slice.stateColumns(dWeight));
    }

    /** What was kept of a row's logits becomes their gradient, which is also added to those of its token and context. */
    private void turn(OutputSlice slice, int k, int at) {
        float[] dz = output.logits;
        float factor = reader.gradient(order[from + k], slice.from, dz, at, slice.width);
        float[] shared = slice.sharedGradients();
        int toShared = slice.sharedRow(place(k));
        if (output.readsContext) {
            boolean first = k == 0 || token(k) != token(k - 1);
            int toToken = output.tokens.row(token(k));
            Rows.scale(dz, at, slice.padded, factor, output.tokens.gradients(), toToken, first, shared, toShared);
        } else {
            Rows.scale(dz, at, slice.padded, factor, shared, toShared);
        }
    }

    /** The gradients by the states, back to where these came from. */
    private void scatter(float[] to) {
        Block dStates = dStates();
        for (int k = 0; k < count; k++) {
            System.arraycopy(
                    dStates.values(), dStates.row(k), to, Rows.at(order[from + k], output.hidden), output.hidden);
        }
    }

    private Block states() {
        return Block.of(output.states, 0, count, output.hidden);
    }

    private Block dStates() {
        output.dStates = Rows.atLeast(output.dStates, count, output.hidden);
        return Block.of(output.dStates, 0, count, output.hidden);
    }
}
