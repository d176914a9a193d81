package org.contexture.model;

import java.util.Arrays;
import java.util.List;
import org.contexture.corpus.PackedTokens;
import org.contexture.corpus.Packing;
import org.contexture.model.cell.Cell;
import org.contexture.model.cell.Tape;
import org.contexture.tensor.Block;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.GrowingMatrix;
import org.contexture.tensor.Initializer;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Parameter;
import org.contexture.tensor.Rows;
import org.contexture.tensor.Seeds;
import org.jspecify.annotations.Nullable;

/**
 * A cell run over time: it owns the weights, the loop and every matrix product. Packed rows are [N, ·], N tokens.
 *
 * <p>Only W_hh h_{t-1} depends on the step before; it alone is multiplied step by step. Inputs are projected, and weight
 * gradients summed, in one product over all steps.
 */
final class RecurrentLayer implements AutoCloseable {
    private final Cell cell;
    private final int hidden;
    private final int width;
    private final Parameter wIh;
    private final Parameter wHh;
    private final Parameter bIh;
    private final Parameter bHh;
    private final Tape tape;
    private final TokenInput tokenInput;
    private final ContextInput contextInput;
    private final GrowingMatrix previous;
    private final GrowingMatrix product;
    private final GrowingMatrix biases;
    private final GrowingMatrix gradients;
    private final GrowingMatrix backProduct;
    private float[] carried = {};

    /** Weights W_ih [gates·H, I], W_hh [gates·H, H] and both biases, as U(±1/√H). */
    RecurrentLayer(String name, Cell cell, int input, int hidden, long seed) {
        this.cell = cell;
        this.hidden = hidden;
        width = cell.gates() * hidden;
        Initializer uniform = Initializer.Uniform.fan(hidden);
        wIh = parameter(name + ".w_ih", width, input, uniform, seed);
        wHh = parameter(name + ".w_hh", width, hidden, uniform, seed);
        bIh = parameter(name + ".b_ih", 1, width, uniform, seed);
        bHh = parameter(name + ".b_hh", 1, width, uniform, seed);
        tape = new Tape(cell);
        tokenInput = new TokenInput(wIh, bIh, hidden);
        contextInput = new ContextInput(wIh, hidden);
        previous = new GrowingMatrix(hidden);
        product = new GrowingMatrix(width);
        biases = new GrowingMatrix(width);
        gradients = new GrowingMatrix(width);
        backProduct = new GrowingMatrix(hidden);
    }

    private static Parameter parameter(String name, int rows, int columns, Initializer initializer, long seed) {
        return Parameter.dense(name, rows, columns).fill(initializer, Seeds.stream(seed, name));
    }

    List<Parameter> parameters() {
        return List.of(wIh, wHh, bIh, bHh);
    }

    Tape tape() {
        return tape;
    }

    /** x = W_ih[:, 0:E] e + b_ih from the embeddings [D, E] of the distinct tokens. */
    void readTokens(PackedTokens tokens, Block embedded) {
        tape.reserveForward(tokens.packing().tokens() * hidden);
        tokenInput.forward(tokens, embedded, tape);
    }

    /** The input from a constant context. */
    ContextInput contextInput() {
        return contextInput;
    }

    /** Runs all steps on the inputs read before, from the given state [B, H] or from zero. */
    void forward(Packing packing, @Nullable State start) {
        int n = packing.sentences();
        Matrix bias = biases.atLeast(n);
        for (int b = 0; b < n; b++) {
            bias.copyRows(b, bHh.value(), 0, 1);
        }
        for (int t = 0; t < packing.steps(); t++) {
            remember(packing, t, start);
            recur(packing, t, t > 0 || start != null);
            int from = packing.offset(t) * hidden;
            cell.forward(tape, from, from + packing.size(t) * hidden);
        }
    }

    /** Puts h_{t-1} and c_{t-1} beside the rows of step t. */
    private void remember(Packing packing, int t, @Nullable State start) {
        int to = packing.offset(t) * hidden;
        int count = packing.size(t) * hidden;
        if (t > 0) {
            int from = packing.offset(t - 1) * hidden;
            System.arraycopy(tape.h(), from, tape.hPrev(), to, count);
            if (cell.hasMemory()) System.arraycopy(tape.c(), from, tape.cPrev(), to, count);
        } else if (start != null) {
            System.arraycopy(start.h(), 0, tape.hPrev(), to, count);
            if (cell.hasMemory()) System.arraycopy(start.c(), 0, tape.cPrev(), to, count);
        } else {
            Arrays.fill(tape.hPrev(), to, to + count, 0f);
            if (cell.hasMemory()) Arrays.fill(tape.cPrev(), to, to + count, 0f);
        }
        previous.atLeast(packing.tokens()).write(packing.offset(t), tape.hPrev(), to, packing.size(t));
    }

    /** u = W_hh h_{t-1} + b_hh for the rows of step t. */
    private void recur(Packing packing, int t, boolean nonzero) {
        int n = packing.size(t);
        Matrix u = product.atLeast(packing.sentences());
        u.copyRows(0, biases.atLeast(n), 0, n);
        if (nonzero) {
            Block h = previous.atLeast(packing.tokens()).rows(packing.offset(t), n);
            Gemm.nt(h, wHh.value().all(), Gemm.ADD, u.rows(0, n));
        }
        for (int b = 0; b < n; b++) {
            for (int k = 0; k < cell.gates(); k++) {
                u.readPart(b, k * hidden, tape.u(k), (packing.offset(t) + b) * hidden, hidden);
            }
        }
    }

    /** Room for dh and dc, both zero: what flows in from above is then added to them. */
    void beginBackward(Packing packing) {
        int n = packing.tokens() * hidden;
        tape.reserveBackward(n);
        carried = Rows.atLeast(carried, n);
        Arrays.fill(tape.dh(), 0, n, 0f);
        if (cell.hasMemory()) Arrays.fill(tape.dc(), 0, n, 0f);
    }

    /** From dh (and dc) at all rows to the gradients of x and the recurrent weights; fills start's gradient if given. */
    void backward(Packing packing, @Nullable State dStart) {
        Matrix du = gradients.atLeast(packing.tokens());
        for (int t = packing.steps() - 1; t >= 0; t--) {
            int from = packing.offset(t) * hidden;
            int to = from + packing.size(t) * hidden;
            cell.backward(tape, from, to);
            interleave(packing, t, du);
            if (t > 0 || dStart != null) {
                throughProduct(packing, t, du);
                passBack(packing, t, dStart);
            }
        }
        Block all = du.rows(0, packing.tokens());
        Gemm.tn(
                all,
                previous.atLeast(packing.tokens()).rows(0, packing.tokens()),
                Gemm.SET,
                wHh.denseGradient().all());
        float[] sums = new float[width];
        for (int k = 0; k < cell.gates(); k++) {
            Rows.sum(tape.du(k), packing.tokens(), sums, k * hidden, hidden);
        }
        bHh.denseGradient().write(0, sums, 0, 1);
    }

    /** The gradients of token weights and input bias, and dEmbedded [D, E] += its share. */
    void tokenGradients(PackedTokens tokens, Block embedded, Block dEmbedded) {
        tokenInput.backward(tokens, embedded, tape, dEmbedded);
    }

    @Override
    public void close() {
        parameters().forEach(Parameter::close);
        List.of(previous, product, biases, gradients, backProduct).forEach(GrowingMatrix::close);
        tokenInput.close();
        contextInput.close();
    }

    private void interleave(Packing packing, int t, Matrix du) {
        for (int row = packing.offset(t); row < packing.offset(t) + packing.size(t); row++) {
            for (int k = 0; k < cell.gates(); k++) {
                du.writePart(row, k * hidden, tape.du(k), row * hidden, hidden);
            }
        }
    }

    /** dhPrev += du W_hh. */
    private void throughProduct(Packing packing, int t, Matrix du) {
        int n = packing.size(t);
        int from = packing.offset(t) * hidden;
        Matrix back = backProduct.atLeast(packing.sentences());
        Gemm.nn(du.rows(packing.offset(t), n), wHh.value().all(), Gemm.SET, back.rows(0, n));
        back.read(0, carried, from, n);
        Rows.addRange(carried, tape.dhPrev(), from, from + n * hidden);
    }

    /** Adds dhPrev and dcPrev of step t to dh and dc of the step before, or hands them to the start's gradient. */
    private void passBack(Packing packing, int t, @Nullable State dStart) {
        int from = packing.offset(t) * hidden;
        int count = packing.size(t) * hidden;
        if (t > 0) {
            int to = packing.offset(t - 1) * hidden;
            addShifted(tape.dhPrev(), from, tape.dh(), to, count);
            if (cell.hasMemory()) addShifted(tape.dcPrev(), from, tape.dc(), to, count);
        } else if (dStart != null) {
            System.arraycopy(tape.dhPrev(), from, dStart.h(), 0, count);
            if (cell.hasMemory()) System.arraycopy(tape.dcPrev(), from, dStart.c(), 0, count);
        }
    }

    private void addShifted(float[] source, int from, float[] target, int to, int count) {
        System.arraycopy(source, from, carried, to, count);
        Rows.addRange(carried, target, to, to + count);
    }
}
