package org.contexture.model;

import java.util.stream.IntStream;
import org.contexture.corpus.PackedTokens;
import org.contexture.tensor.Block;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * One pass of the {@link Output} layer over the rows of a batch, with gradients or without.
 *
 * <p>Rows go in the order of their input token, a block of them at a time. A block takes the vocabulary slice by slice, forward
 * through all slices and then back: a slice's logits are multiplied, read, turned into gradients and multiplied again while
 * they are in the core's second-level cache.
 */
final class OutputPass {
    private final Output output;
    private final OutputInputs inputs;
    private final LogitsReader reader;
    private final @Nullable OutputGradients gradients;
    private final int[] order;
    private final Matrix weight;
    private int from;
    private int count;

    OutputPass(Output output, OutputInputs inputs, LogitsReader reader, @Nullable OutputGradients gradients) {
        this.output = output;
        this.inputs = inputs;
        this.reader = reader;
        this.gradients = gradients;
        weight = output.weight.value();
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
        if (output.readsContext) output.tokens.end(inputs);
        if (gradients == null) return;
        for (OutputSlice slice : output.slices) {
            backward(slice, gradients);
        }
        scatter(gradients.states());
    }

    /** The states of the block's rows. */
    private void gather() {
        float[] h = output.h(count);
        for (int k = 0; k < count; k++) {
            System.arraycopy(inputs.states(), order[from + k] * output.hidden, h, k * output.hidden, output.hidden);
        }
        output.states.atLeast(count).write(0, h, 0, count);
    }

    /** Where the first row of a slice's logits is: all slices are kept for a way back, one after the other. */
    private int firstRow(OutputSlice slice) {
        return gradients == null ? 0 : slice.index * count;
    }

    private Matrix logits() {
        return output.logits.atLeast(gradients == null ? count : output.slices.size() * count);
    }

    private Block logits(OutputSlice slice) {
        return logits().rows(firstRow(slice), count).columns(0, slice.width);
    }

    private void forward(OutputSlice slice) {
        if (output.readsContext) {
            output.tokens.multiply(slice, weight);
            for (int k = 0; k < count; k++) {
                output.tokens.place(token(k), slice, logits(), firstRow(slice) + k);
            }
        }
        float beta = output.readsContext ? Gemm.ADD : Gemm.SET;
        Gemm.nt(states(), slice.stateColumns(weight), beta, logits(slice));
        for (int k = 0; k < count; k++) {
            read(slice, k);
        }
    }

    private void read(OutputSlice slice, int k) {
        int row = order[from + k];
        float[] z = output.z;
        logits().readPart(firstRow(slice) + k, 0, z, 0, slice.width);
        slice.addShared(inputs.places()[row], z);
        float[] kept = reader.read(row, slice.from, z, slice.width);
        if (gradients != null) logits().writePart(firstRow(slice) + k, 0, kept, 0, slice.width);
    }

    private void backward(OutputSlice slice, OutputGradients to) {
        for (int k = 0; k < count; k++) {
            turn(slice, k);
        }
        Block dLogits = logits(slice);
        Matrix dWeight = output.weight.denseGradient();
        float beta = from == 0 ? Gemm.SET : Gemm.ADD; // the first block overwrites the weight's gradient
        if (output.readsContext) output.tokens.finishGradient(slice, weight, to.embedded(), beta, dWeight);
        Gemm.nn(dLogits, slice.stateColumns(weight), slice.index == 0 ? Gemm.SET : Gemm.ADD, dStates());
        Gemm.tn(dLogits, states(), beta, slice.stateColumns(dWeight));
    }

    /** What was kept of a row's logits becomes their gradient, which is also added to those of its token and context. */
    private void turn(OutputSlice slice, int k) {
        int row = order[from + k];
        float[] dz = output.z;
        logits().readPart(firstRow(slice) + k, 0, dz, 0, slice.width);
        reader.gradient(row, slice.from, dz, slice.width);
        logits().writePart(firstRow(slice) + k, 0, dz, 0, slice.width);
        slice.addGradient(inputs.places()[row], dz);
        if (output.readsContext) output.tokens.addGradient(token(k), dz, slice);
    }

    /** The gradients by the states, back to where these came from. */
    private void scatter(float[] to) {
        float[] dh = output.h(count);
        output.dStates.atLeast(count).read(0, dh, 0, count);
        for (int k = 0; k < count; k++) {
            System.arraycopy(dh, k * output.hidden, to, order[from + k] * output.hidden, output.hidden);
        }
    }

    private Block states() {
        return output.states.atLeast(count).rows(0, count);
    }

    private Block dStates() {
        return output.dStates.atLeast(count).rows(0, count);
    }
}
