package org.contexture.model;

import java.util.List;
import org.contexture.corpus.Packing;
import org.contexture.model.cell.Tape;
import org.contexture.tensor.Block;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.GrowingMatrix;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Parameter;
import org.contexture.tensor.Rows;

/** A recurrent layer's input from its own past, u = W h_{t-1} + b: the one product that has to be made step by step. */
final class StateInput implements AutoCloseable {
    private final Parameter weight;
    private final Parameter bias;
    private final int hidden;
    private final int gates;
    private final GrowingMatrix previous;
    private final GrowingMatrix biases;
    private final GrowingMatrix products;
    private final GrowingMatrix gradients;
    private final GrowingMatrix backProducts;
    private float[] through = {};

    StateInput(Parameter weight, Parameter bias, int hidden) {
        this.weight = weight;
        this.bias = bias;
        this.hidden = hidden;
        int width = weight.value().rows();
        gates = width / hidden;
        previous = new GrowingMatrix(hidden);
        biases = new GrowingMatrix(width);
        products = new GrowingMatrix(width);
        gradients = new GrowingMatrix(width);
        backProducts = new GrowingMatrix(hidden);
    }

    /** Room for a batch, and the bias once for each sentence. */
    void begin(Packing packing) {
        previous.atLeast(packing.tokens());
        biases.atLeast(packing.sentences()).fillRows(bias.value(), packing.sentences());
    }

    /** u at the rows of step t from hPrev there; without a product where all of hPrev is known to be zero. */
    void forward(Packing packing, int t, Tape tape, boolean zero) {
        int n = packing.size(t);
        int row = packing.offset(t);
        previous.atLeast(packing.tokens()).write(row, tape.hPrev(), row * hidden, n);
        Matrix u = products.atLeast(packing.sentences());
        u.copyRows(0, biases.atLeast(n), 0, n);
        if (!zero) {
            Block h = previous.atLeast(packing.tokens()).rows(row, n);
            Gemm.nt(h, weight.value().all(), Gemm.ADD, u.rows(0, n));
        }
        for (int b = 0; b < n; b++) {
            for (int k = 0; k < gates; k++) {
                u.readPart(b, k * hidden, tape.u(k), (row + b) * hidden, hidden);
            }
        }
    }

    /** Notes du at the rows of step t, for the gradients of all steps at once. */
    void note(Packing packing, int t, Tape tape) {
        Matrix du = gradients.atLeast(packing.tokens());
        for (int row = packing.offset(t); row < packing.offset(t) + packing.size(t); row++) {
            for (int k = 0; k < gates; k++) {
                du.writePart(row, k * hidden, tape.du(k), row * hidden, hidden);
            }
        }
    }

    /** dhPrev += Wᵀ du at the rows of step t. */
    void backward(Packing packing, int t, Tape tape) {
        int n = packing.size(t);
        int from = packing.offset(t) * hidden;
        Block du = gradients.atLeast(packing.tokens()).rows(packing.offset(t), n);
        Matrix back = backProducts.atLeast(packing.sentences());
        Gemm.nn(du, weight.value().all(), Gemm.SET, back.rows(0, n));
        through = Rows.atLeast(through, packing.tokens() * hidden);
        back.read(0, through, from, n);
        Rows.addRange(through, tape.dhPrev(), from, from + n * hidden);
    }

    /** The gradients of weight and bias over all steps. */
    void finishGradients(Packing packing, Tape tape) {
        int n = packing.tokens();
        Block du = gradients.atLeast(n).rows(0, n);
        Gemm.tn(
                du,
                previous.atLeast(n).rows(0, n),
                Gemm.SET,
                weight.denseGradient().all());
        float[] sums = new float[gates * hidden];
        for (int k = 0; k < gates; k++) {
            Rows.sum(tape.du(k), n, sums, k * hidden, hidden);
        }
        bias.denseGradient().write(0, sums, 0, 1);
    }

    @Override
    public void close() {
        List.of(previous, biases, products, gradients, backProducts).forEach(GrowingMatrix::close);
    }
}
