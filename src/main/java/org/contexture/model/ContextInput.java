package org.contexture.model;

import java.util.Arrays;
import org.contexture.model.cell.Tape;
import org.contexture.tensor.Block;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.GrowingMatrix;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Parameter;
import org.contexture.tensor.Rows;

/**
 * A decoder's input from a context that is the same at every step: W c is multiplied once a sentence, not once a token.
 *
 * <p>Reads the last H columns of the layer's weight [gates·H, E + H].
 */
final class ContextInput implements AutoCloseable {
    private final Parameter weight;
    private final int hidden;
    private final int gates;
    private final GrowingMatrix products;
    private final float[][] shares;
    private float[] packed = {};

    ContextInput(Parameter weight, int hidden) {
        this.weight = weight;
        this.hidden = hidden;
        gates = weight.value().rows() / hidden;
        products = new GrowingMatrix(weight.value().rows());
        shares = new float[gates][0];
    }

    /** Multiplies contexts [B, H]; what follows uses these products. */
    void prepare(Block contexts) {
        Matrix product = products.atLeast(contexts.rows());
        Gemm.nt(contexts, columns(weight.value()), Gemm.SET, product.rows(0, contexts.rows()));
        for (int k = 0; k < gates; k++) {
            shares[k] = Rows.atLeast(shares[k], contexts.rows() * hidden);
            for (int b = 0; b < contexts.rows(); b++) {
                product.readPart(b, k * hidden, shares[k], b * hidden, hidden);
            }
        }
    }

    /** x_k += W_k c at each row; places [N] says whose context a row reads. */
    void addTo(Tape tape, int[] places) {
        packed = Rows.atLeast(packed, places.length * hidden);
        for (int k = 0; k < gates; k++) {
            for (int row = 0; row < places.length; row++) {
                System.arraycopy(shares[k], places[row] * hidden, packed, row * hidden, hidden);
            }
            Rows.addRange(packed, tape.x(k), 0, places.length * hidden);
        }
    }

    /** The gradient of the context's columns of weight from dx, and dContexts [B, H] += theirs. */
    void backward(Tape tape, int[] places, Block contexts, Block dContexts) {
        Matrix product = products.atLeast(contexts.rows());
        for (int k = 0; k < gates; k++) {
            Arrays.fill(shares[k], 0, contexts.rows() * hidden, 0f);
            for (int row = 0; row < places.length; row++) {
                Rows.add(tape.dx(k), row * hidden, shares[k], places[row] * hidden, hidden);
            }
            for (int b = 0; b < contexts.rows(); b++) {
                product.writePart(b, k * hidden, shares[k], b * hidden, hidden);
            }
        }
        Block dProduct = product.rows(0, contexts.rows());
        Gemm.tn(dProduct, contexts, Gemm.SET, columns(weight.denseGradient()));
        Gemm.nn(dProduct, columns(weight.value()), Gemm.ADD, dContexts);
    }

    private Block columns(Matrix matrix) {
        return matrix.columns(matrix.columns() - hidden, hidden);
    }

    @Override
    public void close() {
        products.close();
    }
}
