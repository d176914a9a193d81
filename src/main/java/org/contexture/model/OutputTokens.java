package org.contexture.model;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.contexture.tensor.Block;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Panels;
import org.contexture.tensor.Rows;
import org.jspecify.annotations.Nullable;

/**
 * What the input token alone adds to the logits, W_y e(y): made once for each distinct token of a block of rows, slice by slice,
 * and so is its gradient. At inference what is known of a token is not made again.
 */
final class OutputTokens {
    private final int stride;
    private final int embedding;
    private final Panels panels = new Panels();
    private float[] products = {};
    private float[] unknown = {};
    private int first;
    private int[] missing = {};
    private float[][] known = {};
    private Block vectors = Block.of(products, 0, 0, 1);

    /** For embeddings of so many numbers, and products of slices whose rows are {@code stride} apart. */
    OutputTokens(int embedding, int stride) {
        this.embedding = embedding;
        this.stride = stride;
    }

    /** Turns to the distinct tokens [first, first + count) of a batch. */
    void begin(OutputInputs inputs, int firstToken, int count) {
        first = firstToken;
        vectors = inputs.embedded().rows(first, count);
        if (inputs.known() != null) recall(inputs, inputs.known().logits(), count);
        products = Rows.atLeast(products, vectors.rows(), stride);
    }

    /** Looks up what is known of each token; the others' vectors are gathered, and room is made for their products. */
    private void recall(OutputInputs inputs, TokenProducts products, int count) {
        int[] ids = inputs.tokens().distinct();
        known = new float[count][];
        Arrays.setAll(known, v -> products.get(ids[first + v]));
        missing = IntStream.range(0, count).filter(v -> known[v] == null).toArray();
        unknown = Rows.atLeast(unknown, missing.length, embedding);
        for (int m = 0; m < missing.length; m++) {
            known[missing[m]] = products.room();
            System.arraycopy(vectors.values(), vectors.row(missing[m]), unknown, Rows.at(m, embedding), embedding);
        }
        vectors = Block.of(unknown, 0, missing.length, embedding);
    }

    /** Multiplies the tokens by the weight of a slice. */
    void multiply(OutputSlice slice, Matrix weight, @Nullable Known resting) {
        if (vectors.rows() == 0) return;
        slice.multiplyTokens(vectors, weight, resting, product(slice));
        for (int m = 0; m < missing.length; m++) {
            System.arraycopy(products, Rows.at(m, stride), known[missing[m]], slice.from, slice.width);
        }
    }

    /** Sets a row of logits to the product of its token and what its sentence adds. */
    void place(int token, OutputSlice slice, int place, float[] logits, int at) {
        int v = token - first;
        float[] product = known.length > 0 ? known[v] : products;
        int from = known.length > 0 ? slice.from : row(token);
        Rows.sum(product, from, slice.shared(), slice.sharedRow(place), logits, at, slice.width);
    }

    /** Keeps the products that were made, once all slices are through. */
    void end(OutputInputs inputs) {
        if (inputs.known() == null) return;
        for (int v : missing) {
            inputs.known().logits().put(inputs.tokens().distinct()[first + v], known[v]);
        }
        known = new float[0][];
        missing = new int[0];
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
