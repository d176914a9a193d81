package org.contexture.model;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.contexture.tensor.Block;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.GrowingMatrix;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Rows;

/**
 * What the input token alone adds to the logits, W_y e(y): made once for each distinct token of a block of rows, slice by slice,
 * and so is its gradient. At inference what is known of a token is not made again.
 */
final class OutputTokens implements AutoCloseable {
    private static final int NONE = -1;

    private final GrowingMatrix products;
    private final GrowingMatrix unknown;
    private final float[] sum;
    private int first;
    private int[] missing = {};
    private float[][] known = {};
    private Block vectors;
    private int summed = NONE;

    /** For embeddings of so many numbers and slices of at most {@code width} tokens. */
    OutputTokens(int embedding, int width) {
        products = new GrowingMatrix(width);
        unknown = new GrowingMatrix(embedding);
        sum = new float[width];
        vectors = unknown.atLeast(1).rows(0, 1);
    }

    /** Turns to the distinct tokens [first, first + count) of a batch. */
    void begin(OutputInputs inputs, int firstToken, int count) {
        first = firstToken;
        vectors = inputs.embedded().rows(first, count);
        if (inputs.known() != null) recall(inputs, inputs.known(), count);
    }

    /** Looks up what is known of each token; the others' vectors are gathered, and room is made for their products. */
    private void recall(OutputInputs inputs, TokenProducts products, int count) {
        int[] ids = inputs.tokens().distinct();
        known = new float[count][];
        Arrays.setAll(known, v -> products.get(ids[first + v]));
        missing = IntStream.range(0, count).filter(v -> known[v] == null).toArray();
        Matrix gathered = unknown.atLeast(Math.max(1, missing.length));
        for (int m = 0; m < missing.length; m++) {
            known[missing[m]] = products.room();
            gathered.copyRows(m, vectors.of(), vectors.row() + missing[m], 1);
        }
        vectors = gathered.rows(0, missing.length);
    }

    /** Multiplies the tokens by the weight of a slice. */
    void multiply(OutputSlice slice, Matrix weight) {
        if (vectors.rows() == 0) return;
        Gemm.nt(vectors, slice.tokenColumns(weight), Gemm.SET, product(slice));
        for (int m = 0; m < missing.length; m++) {
            products.atLeast(missing.length).readPart(m, 0, known[missing[m]], slice.from, slice.width);
        }
    }

    /** Puts the product of a token at the start of a row. */
    void place(int token, OutputSlice slice, Matrix logits, int row) {
        int v = token - first;
        if (known.length > 0) {
            logits.writePart(row, 0, known[v], slice.from, slice.width);
        } else {
            logits.copyRows(row, products.atLeast(vectors.rows()), v, 1);
        }
    }

    /** Keeps the products that were made, once all slices are through. */
    void end(OutputInputs inputs) {
        if (inputs.known() == null) return;
        for (int v : missing) {
            inputs.known().put(inputs.tokens().distinct()[first + v], known[v]);
        }
        known = new float[0][];
        missing = new int[0];
    }

    /** Adds the gradient by the logits of a row that reads a token; rows of equal tokens come one after the other. */
    void addGradient(int token, float[] dz, OutputSlice slice) {
        if (token == summed) {
            Rows.addRange(dz, sum, 0, slice.width);
            return;
        }
        flush(slice);
        System.arraycopy(dz, 0, sum, 0, slice.width);
        summed = token;
    }

    private void flush(OutputSlice slice) {
        if (summed != NONE) products.atLeast(vectors.rows()).writePart(summed - first, 0, sum, 0, slice.width);
        summed = NONE;
    }

    /** After all rows: dEmbedded [D, E] += its share, and dWeight = β dWeight + that of the slice's token columns. */
    void finishGradient(OutputSlice slice, Matrix weight, Block dEmbedded, float beta, Matrix dWeight) {
        flush(slice);
        Block dProduct = product(slice);
        Gemm.nn(dProduct, slice.tokenColumns(weight), Gemm.ADD, dEmbedded.rows(first, vectors.rows()));
        Gemm.tn(dProduct, vectors, beta, slice.tokenColumns(dWeight));
    }

    private Block product(OutputSlice slice) {
        return products.atLeast(vectors.rows()).rows(0, vectors.rows()).columns(0, slice.width);
    }

    @Override
    public void close() {
        products.close();
        unknown.close();
    }
}
