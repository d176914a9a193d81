package org.contexture.model;

import java.util.Arrays;
import org.contexture.tensor.Block;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.GrowingMatrix;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Rows;
import org.jspecify.annotations.Nullable;

/**
 * The part of the logits that several rows share, W v + b: the context's within a sentence, the embedding's among equal
 * input tokens. It is multiplied once for each vector v, and so is its gradient.
 */
final class SharedProduct implements AutoCloseable {
    private final int vocabulary;
    private final GrowingMatrix products;
    private float[][] rows = {};
    private float[][] gradients = {};
    private int count;

    SharedProduct(int vocabulary) {
        this.vocabulary = vocabulary;
        products = new GrowingMatrix(vocabulary);
    }

    /** W v + b [n, V] of vectors [n, K], weight [V, K] and, where given, bias [1, V]. */
    void prepare(Block vectors, Block weight, @Nullable Matrix bias) {
        count = vectors.rows();
        rows = atLeast(rows, count);
        Matrix product = products.atLeast(count);
        if (bias != null) product.fillRows(bias, count);
        Gemm.nt(vectors, weight, bias == null ? Gemm.SET : Gemm.ADD, product.rows(0, count));
        for (int v = 0; v < count; v++) {
            product.read(v, rows[v], 0, 1);
        }
    }

    private float[][] atLeast(float[][] arrays, int n) {
        return arrays.length >= n ? arrays : new float[n + n / 4][vocabulary];
    }

    /** W v + b of the v-th vector, [V]. */
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

    /** Adds a gradient by the logits of one row that shares the v-th vector. */
    void addGradient(int v, float[] dLogits) {
        Rows.addRange(dLogits, gradients[v], 0, vocabulary);
    }

    /** The sum of all gradients, which is the bias's. */
    void sumGradients(float[] sum) {
        for (int v = 0; v < count; v++) {
            Rows.addRange(gradients[v], sum, 0, vocabulary);
        }
    }

    /** dWeight [V, K] = β dWeight + its gradient, and dVectors [n, K] += theirs. */
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
    }
}
