package org.contexture.model;

import org.contexture.corpus.Packing;
import org.contexture.tensor.Block;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.GrowingMatrix;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Parameter;

/**
 * The product that has to be made step by step, u_k = W_hh,k h_{t-1}, for one gate k after the other: [B, H] by [H, H] is small
 * enough for a BLAS that multiplies small matrices without packing them, and each result is an array of a tape as it is.
 */
final class StateProduct implements AutoCloseable {
    /** Multiplications of the largest product that OpenBLAS makes without packing, where its kernel for the CPU can do that. */
    private static final long SMALL = 1_000_000;

    private final Parameter weight;
    private final GateArrays gates;
    private final int hidden;
    private final Matrix transposed;
    private final GrowingMatrix sums;
    private final GrowingMatrix gradients;
    private final float[] square;
    private final float[] turned;
    private boolean turn;
    private int rows;

    /** For a weight [gates·H, H]. */
    StateProduct(Parameter weight, GateArrays gates) {
        this.weight = weight;
        this.gates = gates;
        hidden = gates.hidden();
        transposed = Matrix.zeros(gates.width(), hidden);
        sums = new GrowingMatrix(hidden);
        gradients = new GrowingMatrix(hidden);
        square = new float[hidden * hidden];
        turned = new float[hidden * hidden];
    }

    /** Reads the weight. It is transposed for steps of few rows: small products are made without packing only if nothing is transposed. */
    void begin(Packing packing) {
        turn = packing.steps() > 1 && (long) packing.tokens() / packing.steps() * square.length <= SMALL;
        if (!turn) return;
        for (int k = 0; k < gates.count(); k++) {
            weight.value().read(k * hidden, square, 0, hidden);
            transpose(square, turned, hidden);
            transposed.write(k * hidden, turned, 0, hidden);
        }
    }

    private static void transpose(float[] from, float[] to, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) to[i * n + j] = from[j * n + i];
        }
    }

    /** Adds u of the states [count, H] before the packed rows from {@code row} on to the gates' inputs. */
    void forward(Block hPrev, int row, float[][] inputs) {
        Matrix sum = sums.atLeast(hPrev.rows());
        Block to = sum.rows(0, hPrev.rows());
        for (int k = 0; k < gates.count(); k++) {
            float[] a = inputs[gates.ofState(k)];
            sum.write(0, a, row * hidden, hPrev.rows());
            if (turn) {
                Gemm.nn(hPrev, ofGate(k, transposed), Gemm.ADD, to);
            } else {
                Gemm.nt(hPrev, ofGate(k, weight.value()), Gemm.ADD, to);
            }
            sum.read(0, a, row * hidden, hPrev.rows());
        }
    }

    /** Makes room for the gradients of so many packed rows. */
    void beginGradient(int count) {
        rows = count;
        gradients.atLeast(gates.count() * rows);
    }

    /** Takes the gradients by u of packed rows [row, row + count). */
    void take(float[][] dInputs, int row, int count) {
        for (int k = 0; k < gates.count(); k++) {
            gradients
                    .atLeast(gates.count() * rows)
                    .write(k * rows + row, dInputs[gates.ofState(k)], row * hidden, count);
        }
    }

    /** The gradient by h_{t-1} [count, H] from those by u of the packed rows from {@code row} on, times β what is there. */
    void backward(int row, float beta, Block dPrevious) {
        for (int k = 0; k < gates.count(); k++) {
            Gemm.nn(gradient(k, row, dPrevious.rows()), ofGate(k, weight.value()), k == 0 ? beta : Gemm.ADD, dPrevious);
        }
    }

    /** The weight's gradient, from all rows' gradients by u and the states [N, H] before them. */
    void finishGradient(Matrix hPrev) {
        for (int k = 0; k < gates.count(); k++) {
            Gemm.tn(gradient(k, 0, rows), hPrev.rows(0, rows), Gemm.SET, ofGate(k, weight.denseGradient()));
        }
    }

    private Block gradient(int k, int row, int count) {
        return gradients.atLeast(gates.count() * rows).rows(k * rows + row, count);
    }

    private Block ofGate(int k, Matrix matrix) {
        return matrix.rows(k * hidden, hidden);
    }

    @Override
    public void close() {
        transposed.close();
        sums.close();
        gradients.close();
    }
}
