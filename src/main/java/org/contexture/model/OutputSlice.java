package org.contexture.model;

import java.util.Arrays;
import org.contexture.tensor.Block;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Rows;
import org.jspecify.annotations.Nullable;

/**
 * The tokens [from, from + width) of the {@link Output} layer's vocabulary: their rows of weight and bias, and the part of
 * their logits that the rows of a sentence share, W_c c + b.
 */
final class OutputSlice {
    final int index;
    final int from;
    final int width;
    /** The width of rows with the room behind them, {@link Rows#padded}. */
    final int padded;

    private final Output output;
    private final RestingWeight ofStates = new RestingWeight();
    private final RestingWeight ofTokens = new RestingWeight();
    private final SharedProduct ofContexts;
    private final KnownRows ofKnown;
    private final float[] biasRow;
    private final float[] biasGradient;

    OutputSlice(Output output, int index, int from, int width) {
        this.output = output;
        this.index = index;
        this.from = from;
        this.width = width;
        padded = Rows.padded(width);
        ofContexts = new SharedProduct(width);
        ofKnown = new KnownRows(width);
        biasRow = new float[padded];
        biasGradient = new float[padded];
    }

    /** Multiplies the contexts [B, H] of the sentences to come. */
    void prepare(Block contexts) {
        output.bias.value().readPart(0, from, biasRow, 0, width);
        if (output.readsContext) ofContexts.prepare(contexts, contextColumns(output.weight.value()), biasRow);
    }

    /** What the tokens of a slice receive from a context, where one is read, and the bias: W_c c + b. */
    float[] shared() {
        return ofContexts.products();
    }

    /** The gradients by these, or by the bias alone where no context is read. */
    float[] sharedGradients() {
        return output.readsContext ? ofContexts.gradients() : biasGradient;
    }

    /** Index of the first number of a sentence's share. */
    int sharedRow(int place) {
        return output.readsContext ? ofContexts.row(place) : 0;
    }

    void beginGradient() {
        if (output.readsContext) ofContexts.beginGradient();
        Arrays.fill(biasGradient, 0f);
    }

    /** After all rows: the gradients of bias and context columns, and dContexts [B, H] += its share. */
    void finishGradient(Block contexts, Block dContexts) {
        if (output.readsContext) {
            ofContexts.sumGradients(biasGradient);
            ofContexts.finishGradient(
                    contexts,
                    contextColumns(output.weight.value()),
                    dContexts,
                    Gemm.SET,
                    contextColumns(output.weight.denseGradient()));
        }
        output.bias.denseGradient().writePart(0, from, biasGradient, 0, width);
    }

    /** logits += W_s s for states [N, H]. */
    void addStates(Block states, Matrix weight, @Nullable Known known, Block logits) {
        multiply(states, stateColumns(weight), ofStates, known, Gemm.ADD, logits);
    }

    /** W_y e(y) for embeddings [D, E]. */
    void multiplyTokens(Block embedded, Matrix weight, Block products) {
        multiply(embedded, tokenColumns(weight), ofTokens, null, Gemm.SET, products);
    }

    /** The same at inference, for the embeddings of the tokens met last. */
    void makeKnown(Block embedded, Matrix weight, Known known) {
        ofKnown.make(
                known,
                embedded,
                (vectors, products) -> multiply(vectors, tokenColumns(weight), ofTokens, known, Gemm.SET, products));
    }

    /** Sets a row of logits to the bias, where neither token nor context is read. */
    void placeBias(float[] logits, int at) {
        System.arraycopy(biasRow, 0, logits, at, padded);
    }

    /** Sets a row of logits to the product of a {@link Known} token, by its row, and what its sentence adds. */
    void placeKnown(int token, int place, float[] logits, int at) {
        Rows.sum(ofKnown.values(token), ofKnown.at(token), shared(), sharedRow(place), logits, at, padded);
    }

    /** C has room for whole tiles, {@link Output#stride}. */
    private static void multiply(
            Block a, Block weight, RestingWeight resting, @Nullable Known known, float beta, Block c) {
        Block wide = c.columns(0, Gemm.wide(c.columns()));
        if (known == null) {
            Gemm.nt(a, weight, beta, wide);
        } else {
            Gemm.times(a, resting.transposed(weight, known), beta, wide);
        }
    }

    Block stateColumns(Matrix matrix) {
        return rows(matrix).columns(0, output.hidden);
    }

    Block tokenColumns(Matrix matrix) {
        return rows(matrix).columns(output.hidden, output.embedding);
    }

    private Block contextColumns(Matrix matrix) {
        return rows(matrix).columns(output.hidden + output.embedding, output.hidden);
    }

    private Block rows(Matrix matrix) {
        return matrix.rows(from, width);
    }
}
