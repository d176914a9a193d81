package org.contexture.model;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.contexture.tensor.Block;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.GrowingMatrix;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Rows;
import org.jspecify.annotations.Nullable;

/**
 * A product that several rows share, W v + b: a context's within a sentence, an embedding's among equal input tokens. It is
 * multiplied once for each vector v, and so is its gradient. Rows are arrays [K] of their own, all with the same index.
 */
final class SharedProduct implements AutoCloseable {
    private final int width;
    private final GrowingMatrix products;
    private final GrowingMatrix unknown;
    private float[][] buffers = {};
    private float[][] rows = {};
    private float[][] gradients = {};
    private int count;

    /** For vectors of {@code inputs} numbers and products of {@code width}. */
    SharedProduct(int inputs, int width) {
        this.width = width;
        unknown = new GrowingMatrix(inputs);
        products = new GrowingMatrix(width);
    }

    /** W v + b [n, K] of vectors [n, I], weight [K, I] and, where given, bias [K]. */
    void prepare(Block vectors, Block weight, float @Nullable [] bias) {
        count = vectors.rows();
        buffers = atLeast(buffers, count);
        rows = buffers;
        multiply(vectors, weight, bias, rows);
    }

    private void multiply(Block vectors, Block weight, float @Nullable [] bias, float[][] results) {
        Matrix product = products.atLeast(vectors.rows());
        Gemm.nt(vectors, weight, Gemm.SET, product.rows(0, vectors.rows()));
        for (int v = 0; v < vectors.rows(); v++) {
            product.read(v, results[v], 0, 1);
            if (bias != null) Rows.addRange(bias, results[v], 0, width);
        }
    }

    /** The same for tokens' embeddings, of which those already known are not multiplied again. */
    void recall(TokenProducts known, int[] tokens, Block vectors, Block weight, float @Nullable [] bias) {
        rows = new float[tokens.length][];
        int[] missing = IntStream.range(0, tokens.length)
                .filter(v -> known.get(tokens[v]) == null)
                .toArray();
        if (missing.length > 0) {
            float[][] made = new float[missing.length][];
            Arrays.setAll(made, m -> known.room());
            multiply(gather(vectors, missing), weight, bias, made);
            for (int m = 0; m < missing.length; m++) {
                rows[missing[m]] = made[m];
            }
        }
        for (int v = 0; v < tokens.length; v++) {
            float[] row = known.get(tokens[v]);
            if (row != null) rows[v] = row;
        }
        for (int v : missing) known.put(tokens[v], rows[v]);
    }

    private Block gather(Block vectors, int[] chosen) {
        Matrix gathered = unknown.atLeast(chosen.length);
        for (int m = 0; m < chosen.length; m++) {
            gathered.copyRows(m, vectors.of(), vectors.row() + chosen[m], 1);
        }
        return gathered.rows(0, chosen.length);
    }

    private float[][] atLeast(float[][] arrays, int n) {
        return arrays.length >= n ? arrays : new float[n + n / 4][width];
    }

    /** W v + b of the v-th vector, [K]. */
    float[] row(int v) {
        return rows[v];
    }

    /** Makes the gradients by the products zero. */
    void beginGradient() {
        gradients = atLeast(gradients, count);
        for (int v = 0; v < count; v++) {
            Arrays.fill(gradients[v], 0f);
        }
    }

    /** Adds the gradient [K] by one row that shares the v-th vector. */
    void addGradient(int v, float[] gradient) {
        Rows.addRange(gradient, gradients[v], 0, width);
    }

    /** The sum of all gradients, which is the bias's. */
    void sumGradients(float[] sum) {
        for (int v = 0; v < count; v++) {
            Rows.addRange(gradients[v], sum, 0, width);
        }
    }

    /** dWeight [K, I] = β dWeight + its gradient, and dVectors [n, I] += theirs. */
    void finishGradient(Block vectors, Block weight, Block dVectors, float beta, Block dWeight) {
        Matrix product = products.atLeast(count);
        for (int v = 0; v < count; v++) {
            product.write(v, gradients[v], 0, 1);
        }
        Block dProduct = product.rows(0, count);
        Gemm.nn(dProduct, weight, Gemm.ADD, dVectors);
        Gemm.tn(dProduct, vectors, beta, dWeight);
    }

    @Override
    public void close() {
        products.close();
        unknown.close();
    }
}
