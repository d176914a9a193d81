package org.contexture.model;

import java.util.Arrays;
import org.contexture.corpus.PackedTokens;
import org.contexture.model.cell.Tape;
import org.contexture.tensor.Block;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.GrowingMatrix;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Parameter;
import org.contexture.tensor.Rows;

/** A recurrent layer's input from tokens, W e(y) + b: multiplied once for each distinct token, then copied to its rows. */
final class TokenInput implements AutoCloseable {
    private final Parameter weight;
    private final Parameter bias;
    private final int hidden;
    private final int width;
    private final GrowingMatrix projections;
    private float[] projected = {};

    TokenInput(Parameter weight, Parameter bias, int hidden) {
        this.weight = weight;
        this.bias = bias;
        this.hidden = hidden;
        width = weight.value().rows();
        projections = new GrowingMatrix(width);
    }

    /** x_k at each row from embeddings [D, E] of the distinct tokens. */
    void forward(PackedTokens tokens, Block embedded, Tape tape) {
        int distinct = embedded.rows();
        Matrix projection = projections.atLeast(distinct);
        projection.fillRows(bias.value(), distinct);
        Gemm.nt(embedded, weights(embedded), Gemm.ADD, projection.rows(0, distinct));
        projected = Rows.atLeast(projected, distinct * width);
        projection.read(0, projected, 0, distinct);
        for (int k = 0; k * hidden < width; k++) {
            spread(tokens, k, tape.x(k));
        }
    }

    private void spread(PackedTokens tokens, int k, float[] x) {
        int[] index = tokens.indices();
        for (int row = 0; row < index.length; row++) {
            System.arraycopy(projected, index[row] * width + k * hidden, x, row * hidden, hidden);
        }
    }

    /** The gradients of weight (its token columns) and bias from dx, and dEmbedded [D, E] += theirs. */
    void backward(PackedTokens tokens, Block embedded, Tape tape, Block dEmbedded) {
        int distinct = embedded.rows();
        Arrays.fill(projected, 0, distinct * width, 0f);
        for (int k = 0; k * hidden < width; k++) {
            collect(tokens, k, tape.dx(k));
        }
        Matrix projection = projections.atLeast(distinct);
        projection.write(0, projected, 0, distinct);
        Block dProjection = projection.rows(0, distinct);
        Gemm.tn(dProjection, embedded, Gemm.SET, weight.denseGradient().columns(0, embedded.columns()));
        Gemm.nn(dProjection, weights(embedded), Gemm.ADD, dEmbedded);
        float[] sums = new float[width];
        Rows.sum(projected, distinct, sums, 0, width);
        bias.denseGradient().write(0, sums, 0, 1);
    }

    private void collect(PackedTokens tokens, int k, float[] dx) {
        int[] index = tokens.indices();
        for (int row = 0; row < index.length; row++) {
            Rows.add(dx, row * hidden, projected, index[row] * width + k * hidden, hidden);
        }
    }

    private Block weights(Block embedded) {
        return weight.value().columns(0, embedded.columns());
    }

    @Override
    public void close() {
        projections.close();
    }
}
