package org.contexture.model;

import java.util.Arrays;
import java.util.List;
import org.contexture.corpus.Packing;
import org.contexture.model.cell.Cell;
import org.contexture.model.cell.Tape;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.GrowingMatrix;
import org.contexture.tensor.Initializer;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Parameter;
import org.contexture.tensor.Rows;
import org.contexture.tensor.Seeds;
import org.jspecify.annotations.Nullable;

/**
 * A cell run over time. It owns the weights, the loop, and the one product that has to be made step by step, W_hh h_{t-1};
 * {@link LayerInput} makes all the others beforehand. Packed rows are [N, ·], N tokens.
 */
final class RecurrentLayer implements AutoCloseable {
    private final Cell cell;
    private final int hidden;
    private final List<Parameter> parameters;
    private final Parameter stateWeight;
    private final Tape tape;
    private final GateArrays gates;
    private final LayerInput input;
    private final StateProduct product;
    private final GrowingMatrix previous;
    private final GrowingMatrix dPrevious;
    private float[] shifted = {};

    /** Weights W_ih [gates·H, E or E + H], W_hh [gates·H, H] and both biases, as U(±1/√H). */
    RecurrentLayer(String name, Cell cell, int embedding, boolean readsContext, int hidden, long seed) {
        this.cell = cell;
        this.hidden = hidden;
        int width = cell.gates() * hidden;
        Initializer uniform = Initializer.Uniform.fan(hidden);
        Parameter wIh = parameter(name + ".w_ih", width, embedding + (readsContext ? hidden : 0), uniform, seed);
        stateWeight = parameter(name + ".w_hh", width, hidden, uniform, seed);
        Parameter bIh = parameter(name + ".b_ih", 1, width, uniform, seed);
        Parameter bHh = parameter(name + ".b_hh", 1, width, uniform, seed);
        parameters = List.of(wIh, stateWeight, bIh, bHh);
        tape = new Tape(cell);
        gates = new GateArrays(cell, hidden);
        input = new LayerInput(wIh, bIh, bHh, gates, embedding);
        product = new StateProduct(stateWeight, gates);
        previous = new GrowingMatrix(hidden);
        dPrevious = new GrowingMatrix(hidden);
    }

    private static Parameter parameter(String name, int rows, int columns, Initializer initializer, long seed) {
        return Parameter.dense(name, rows, columns).fill(initializer, Seeds.stream(seed, name));
    }

    List<Parameter> parameters() {
        return parameters;
    }

    Tape tape() {
        return tape;
    }

    /** The inputs other than states; a context is prepared there before {@link #forward}. */
    LayerInput input() {
        return input;
    }

    /** Runs all steps from the given state [B, H]; null stands for zero. */
    void forward(Reading reading, @Nullable State start) {
        Packing packing = reading.tokens().packing();
        int n = packing.tokens();
        tape.reserveForward(n * hidden);
        Matrix hPrev = previous.atLeast(n);
        product.begin(packing);
        input.prepareTokens(reading);
        for (int t = 0; t < packing.steps(); t++) {
            int row = packing.offset(t);
            int count = packing.size(t);
            remember(packing, t, start);
            hPrev.write(row, tape.hPrev(), row * hidden, count);
            input.fill(reading, row, count, tape.inputs());
            if (t > 0 || start != null) product.forward(hPrev.rows(row, count), row, tape.inputs());
            cell.forward(tape, row * hidden, (row + count) * hidden);
        }
    }

    /** Puts h_{t-1} and c_{t-1} beside the rows of step t. */
    private void remember(Packing packing, int t, @Nullable State start) {
        int to = packing.offset(t) * hidden;
        int count = packing.size(t) * hidden;
        if (t == 0 && start == null) {
            Arrays.fill(tape.hPrev(), to, to + count, 0f);
            if (cell.hasMemory()) Arrays.fill(tape.cPrev(), to, to + count, 0f);
            return;
        }
        int from = t == 0 ? 0 : packing.offset(t - 1) * hidden;
        System.arraycopy(t == 0 && start != null ? start.h() : tape.h(), from, tape.hPrev(), to, count);
        if (cell.hasMemory()) {
            System.arraycopy(t == 0 && start != null ? start.c() : tape.c(), from, tape.cPrev(), to, count);
        }
    }

    /** Room for dh and dc, both zero: what flows in from above is then added to them. */
    void beginBackward(Packing packing) {
        int n = packing.tokens() * hidden;
        tape.reserveBackward(n);
        shifted = Rows.atLeast(shifted, n);
        Arrays.fill(tape.dh(), 0, n, 0f);
        if (cell.hasMemory()) Arrays.fill(tape.dc(), 0, n, 0f);
    }

    /**
     * From dh (and dc) at all rows to the gradients of the recurrent weight and the biases; fills the start's gradient if given.
     * Those of the other inputs are {@link #input()}'s to finish.
     */
    void backward(Reading reading, @Nullable State dStart) {
        Packing packing = reading.tokens().packing();
        product.beginGradient(packing.tokens());
        input.beginGradient();
        for (int t = packing.steps() - 1; t >= 0; t--) {
            int row = packing.offset(t);
            int count = packing.size(t);
            cell.backward(tape, row * hidden, (row + count) * hidden);
            product.take(tape.dInputs(), row, count);
            input.addGradients(reading, row, count, tape.dInputs());
            if (t > 0) {
                passBack(packing, t);
            } else if (dStart != null) {
                passToStart(packing, dStart);
            }
        }
        product.finishGradient(previous.atLeast(packing.tokens()));
        input.biasGradients();
    }

    /** Adds the gradients by h_{t-1} and c_{t-1} of step t to dh and dc of the step before; read to its place, summed over one index. */
    private void passBack(Packing packing, int t) {
        int from = packing.offset(t) * hidden;
        int to = packing.offset(t - 1) * hidden;
        int count = packing.size(t) * hidden;
        dPrevious(packing, t).read(0, shifted, to, packing.size(t));
        Rows.addRange(shifted, tape.dh(), to, to + count);
        if (cell.hasMemory()) {
            System.arraycopy(tape.dcPrev(), from, shifted, to, count);
            Rows.addRange(shifted, tape.dc(), to, to + count);
        }
    }

    private void passToStart(Packing packing, State dStart) {
        int sentences = packing.sentences();
        dPrevious(packing, 0).read(0, dStart.h(), 0, sentences);
        if (cell.hasMemory()) System.arraycopy(tape.dcPrev(), 0, dStart.c(), 0, sentences * hidden);
    }

    /** The gradient by h_{t-1} at the rows of step t: through W_hh, and past it where the cell carries its state. */
    private Matrix dPrevious(Packing packing, int t) {
        int row = packing.offset(t);
        int count = packing.size(t);
        Matrix through = dPrevious.atLeast(packing.sentences());
        if (cell.carriesState()) through.write(0, tape.dhPrev(), row * hidden, count);
        product.backward(row, cell.carriesState() ? Gemm.ADD : Gemm.SET, through.rows(0, count));
        return through;
    }

    @Override
    public void close() {
        parameters.forEach(Parameter::close);
        input.close();
        product.close();
        List.of(previous, dPrevious).forEach(GrowingMatrix::close);
    }
}
