package org.contexture.model;

import java.util.Arrays;
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
 * <p>Rows go in the order of their input token. A group of rows shares the products of some distinct tokens, W_y e(y); within
 * it, logits exist for one block of rows at a time.
 */
final class OutputPass {
    private final Output output;
    private final OutputInputs inputs;
    private final Output.RowGradient rowGradient;
    private final @Nullable OutputGradients gradients;
    private final int[] order;
    private final Matrix states;
    private final Matrix logits;

    OutputPass(
            Output output, OutputInputs inputs, Output.RowGradient rowGradient, @Nullable OutputGradients gradients) {
        this.output = output;
        this.inputs = inputs;
        this.rowGradient = rowGradient;
        this.gradients = gradients;
        order = order(inputs.tokens());
        int rows = Math.min(output.blockRows, order.length);
        states = output.states.atLeast(rows);
        logits = output.logits.atLeast(rows);
    }

    void run() {
        if (!output.readsContext) {
            blocks(0, order.length, -1);
            return;
        }
        int from = 0;
        while (from < order.length) {
            int first = token(from);
            int end = from;
            while (end < order.length && token(end) - first < output.groupTokens) end++;
            group(from, end, first, token(end - 1) - first + 1);
            from = end;
        }
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

    /** Which distinct token the k-th row in order reads. */
    private int token(int k) {
        return inputs.tokens().indices()[order[k]];
    }

    /** Rows [from, end) in order, whose distinct tokens are [first, first + tokens). */
    private void group(int from, int end, int first, int tokens) {
        Block embedded = inputs.embedded().rows(first, tokens);
        Block weight = output.tokenColumns(output.weight.value());
        if (inputs.known() == null) {
            output.ofTokens.prepare(embedded, weight, null);
        } else {
            int[] distinct = Arrays.copyOfRange(inputs.tokens().distinct(), first, first + tokens);
            output.ofTokens.recall(inputs.known(), distinct, embedded, weight, null);
        }
        if (gradients != null) output.ofTokens.beginGradient();
        blocks(from, end, first);
        if (gradients != null) {
            Block dEmbedded = gradients.embedded().rows(first, tokens);
            Block dWeight = output.tokenColumns(output.weight.denseGradient());
            output.ofTokens.finishGradient(embedded, weight, dEmbedded, beta(from), dWeight);
        }
    }

    /** Rows [from, end) in order, block by block; first is the group's first token, or −1 where tokens are not read. */
    private void blocks(int from, int end, int first) {
        for (int start = from; start < end; start += output.blockRows) {
            int count = Math.min(output.blockRows, end - start);
            multiply(start, count);
            for (int k = 0; k < count; k++) {
                visit(order[start + k], k, first < 0 ? -1 : token(start + k) - first);
            }
            if (gradients != null) backward(gradients, start, count);
        }
    }

    private void multiply(int from, int count) {
        float[] h = output.h(count);
        for (int k = 0; k < count; k++) {
            System.arraycopy(inputs.states(), order[from + k] * output.hidden, h, k * output.hidden, output.hidden);
        }
        states.write(0, h, 0, count);
        Block weight = output.stateColumns(output.weight.value());
        Gemm.nt(states.rows(0, count), weight, Gemm.SET, logits.rows(0, count));
    }

    /** Row k of the block is shown with everything added; its gradient goes back to where it came from. */
    private void visit(int row, int k, int token) {
        float[] z = output.z;
        logits.read(k, z, 0, 1);
        if (token >= 0) {
            addBoth(output.ofContexts.row(inputs.places()[row]), output.ofTokens.row(token), z, output.vocabulary);
        } else {
            Rows.addRange(output.biasRow, z, 0, output.vocabulary);
        }
        float[] dz = rowGradient.of(row, z);
        if (gradients == null) return;
        logits.write(k, dz, 0, 1);
        if (token >= 0) {
            output.ofContexts.addGradient(inputs.places()[row], dz);
            output.ofTokens.addGradient(token, dz);
        } else {
            Rows.addRange(dz, output.biasGradient, 0, output.vocabulary);
        }
    }

    private static void addBoth(float[] x, float[] y, float[] z, int n) {
        for (int j = 0; j < n; j++) {
            z[j] += x[j] + y[j];
        }
    }

    private void backward(OutputGradients to, int from, int count) {
        Block dLogits = logits.rows(0, count);
        Matrix dStates = output.dStates.atLeast(count);
        Gemm.nn(dLogits, output.stateColumns(output.weight.value()), Gemm.SET, dStates.rows(0, count));
        float[] dh = output.h(count);
        dStates.read(0, dh, 0, count);
        for (int k = 0; k < count; k++) {
            System.arraycopy(dh, k * output.hidden, to.states(), order[from + k] * output.hidden, output.hidden);
        }
        Block dWeight = output.stateColumns(output.weight.denseGradient());
        Gemm.tn(dLogits, states.rows(0, count), beta(from), dWeight);
    }

    /** The first block overwrites the weight's gradient, the others add to it. */
    private static float beta(int from) {
        return from == 0 ? Gemm.SET : Gemm.ADD;
    }
}
