package org.contexture.model;

import org.contexture.tensor.Block;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Panels;
import org.contexture.tensor.Rows;

/**
 * What the input token alone adds to the logits, W_y e(y): made once for each distinct token of a block of rows, slice by slice,
 * and so is its gradient. At inference there are {@link KnownRows} instead.
 */
final class OutputTokens {
    private final int stride;
    private final Panels panels = new Panels();
    private float[] products = {};
    private int first;
    private Block vectors = Block.of(products, 0, 0, 1);

    /** For products of slices whose rows are {@code stride} apart. */
    OutputTokens(int stride) {
        this.stride = stride;
    }

    /** Turns to the distinct tokens [first, first + count) of a batch. */
    void begin(OutputInputs inputs, int firstToken, int count) {
        first = firstToken;
        vectors = inputs.embedded().rows(first, count);
        products = Rows.atLeast(products, vectors.rows(), stride);
    }

    /** Multiplies the tokens by the weight of a slice. */
    void multiply(OutputSlice slice, Matrix weight) {
        slice.multiplyTokens(vectors, weight, product(slice));
    }

    /** Sets a row of logits to the product of its token and what its sentence adds. */
    void place(int token, OutputSlice slice, int place, float[] logits, int at) {
        Rows.sum(products, row(token), slice.shared(), slice.sharedRow(place), logits, at, slice.padded);
    }

    /** The gradients by a slice's products, in the products' place: rows of equal tokens come one after the other, and the first sets it. */
    float[] gradients() {
        return products;
    }

    /** Index of the first number of a token's gradient. */
    int row(int token) {
        return Rows.at(token - first, stride);
    }

    /** After the forward pass, before all rows' gradients. */
    void beginGradient() {
        panels.set(vectors);
    }

    /** After all rows: dEmbedded [D, E] += its share, and dWeight = β dWeight + that of the slice's token columns. */
    void finishGradient(OutputSlice slice, Matrix weight, Block dEmbedded, float beta, Matrix dWeight) {
        Block dProduct = product(slice);
        Gemm.nn(dProduct, slice.tokenColumns(weight), Gemm.ADD, dEmbedded.rows(first, vectors.rows()));
        Gemm.transposedTimes(dProduct, panels, beta, slice.tokenColumns(dWeight));
    }

    private Block product(OutputSlice slice) {
        return new Block(products, Rows.FIRST, stride, vectors.rows(), slice.width);
    }
}
