package org.contexture.model;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.contexture.tensor.Block;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.Rows;
import org.jspecify.annotations.Nullable;

/**
 * A product that several rows share, W v + b: a context's within a sentence, an embedding's among equal input tokens. It is
 * multiplied once for each vector v, and so is its gradient.
 */
final class SharedProduct {
    private final int inputs;
    private final int width;
    private float[] products = {};
    private float[] gradients = {};
    private float[] unknown = {};
    private int count;

    /** For vectors of {@code inputs} numbers and products of {@code width}. */
    SharedProduct(int inputs, int width) {
        this.inputs = inputs;
        this.width = width;
    }

    /** W v + b [n, K] of vectors [n, I], weight [K, I] and, where given, bias [K]. */
    void prepare(Block vectors, Block weight, float @Nullable [] bias) {
        count = vectors.rows();
        products = Rows.atLeast(products, row(count));
        multiply(vectors, weight, bias, block(products));
    }

    private static void multiply(Block vectors, Block weight, float @Nullable [] bias, Block results) {
        for (int v = 0; bias != null && v < results.rows(); v++) {
            System.arraycopy(bias, 0, results.values(), results.row(v), results.columns());
        }
        Gemm.nt(vectors, weight, bias == null ? Gemm.SET : Gemm.ADD, results);
    }

    /** The same for tokens' embeddings, of which those already known are not multiplied again. */
    void recall(TokenProducts known, int[] tokens, Block vectors, Block weight, float @Nullable [] bias) {
        count = tokens.length;
        products = Rows.atLeast(products, row(count));
        int[] missing = IntStream.range(0, count)
                .filter(v -> known.get(tokens[v]) == null)
                .toArray();
        for (int v = 0; v < count; v++) {
            float[] row = known.get(tokens[v]);
            if (row != null) System.arraycopy(row, 0, products, row(v), width);
        }
        if (missing.length > 0) make(known, tokens, missing, vectors, weight, bias);
    }

    private void make(
            TokenProducts known, int[] tokens, int[] missing, Block vectors, Block weight, float @Nullable [] bias) {
        unknown = Rows.atLeast(unknown, missing.length, inputs + width);
        Block gathered = Block.of(unknown, 0, missing.length, inputs);
        Block made = new Block(unknown, gathered.row(missing.length), width, missing.length, width);
        for (int m = 0; m < missing.length; m++) {
            System.arraycopy(vectors.values(), vectors.row(missing[m]), unknown, gathered.row(m), inputs);
        }
        multiply(gathered, weight, bias, made);
        for (int m = 0; m < missing.length; m++) {
            float[] row = known.room();
            System.arraycopy(unknown, made.row(m), row, 0, width);
            known.put(tokens[missing[m]], row);
            System.arraycopy(row, 0, products, row(missing[m]), width);
        }
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
        return Rows.at(v, width);
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
        return new Block(numbers, row(0), width, count, width);
    }
}
