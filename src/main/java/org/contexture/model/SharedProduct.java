package org.contexture.model;

import java.util.Arrays;
import org.contexture.tensor.Block;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.Rows;
import org.jspecify.annotations.Nullable;

/**
 * A product that several rows share, W v + b: a context's within a sentence, an embedding's among equal input tokens. It is
 * multiplied once for each vector v, and so is its gradient.
 */
final class SharedProduct {
    private final int width;
    private final int stride;
    private float[] products = {};
    private float[] gradients = {};
    private int count;

    /** For products of so many numbers, in rows that are padded ({@link Rows#padded}). */
    SharedProduct(int width) {
        this.width = width;
        stride = Rows.padded(width);
    }

    /** W v + b [n, K] of vectors [n, I], weight [K, I] and, where given, bias [K]. */
    void prepare(Block vectors, Block weight, float @Nullable [] bias) {
        count = vectors.rows();
        products = Rows.atLeast(products, row(count));
        Block results = block(products);
        if (bias != null) results.setRows(bias);
        Gemm.nt(vectors, weight, bias == null ? Gemm.SET : Gemm.ADD, results);
    }

    /** The products [n, K]. */
    float[] products() {
        return products;
    }

    /** The gradients by the products, [n, K], to be added to. */
    float[] gradients() {
        return gradients;
    }

    /** Index of the first number of the v-th product, and of its gradient. */
    int row(int v) {
        return Rows.at(v, stride);
    }

    /** Makes the gradients by the products zero. */
    void beginGradient() {
        gradients = Rows.atLeast(gradients, row(count));
        Arrays.fill(gradients, row(0), row(count), 0f);
    }

    /** The sum of all gradients, which is the bias's. */
    void sumGradients(float[] sum) {
        Rows.sum(block(gradients), sum);
    }

    /** dWeight [K, I] = β dWeight + its gradient, and dVectors [n, I] += theirs. */
    void finishGradient(Block vectors, Block weight, Block dVectors, float beta, Block dWeight) {
        Block dProduct = block(gradients);
        Gemm.nn(dProduct, weight, Gemm.ADD, dVectors);
        Gemm.tn(dProduct, vectors, beta, dWeight);
    }

    private Block block(float[] numbers) {
        return new Block(numbers, row(0), stride, count, width);
    }
}
