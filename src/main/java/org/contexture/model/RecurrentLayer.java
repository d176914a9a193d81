package org.contexture.model;

import java.util.Arrays;
import java.util.List;
import org.contexture.corpus.Packing;
import org.contexture.model.cell.Cell;
import org.contexture.model.cell.Tape;
import org.contexture.tensor.Initializer;
import org.contexture.tensor.Parameter;
import org.contexture.tensor.Rows;
import org.contexture.tensor.Seeds;
import org.jspecify.annotations.Nullable;

/**
 * A cell run over time. It owns the weights, the loop, and the one product that has to be made step by step, W_hh h_{t-1};
 * {@link LayerInput} makes all the others beforehand. Packed rows are [N, ·], N tokens.
 */
final class RecurrentLayer {
    private final Cell cell;
    private final int hidden;
    private final List<Parameter> parameters;
    private final Parameter stateWeight;
    private final Tape tape;
    private final GateArrays gates;
    private final LayerInput input;
    private final StateProduct product;

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
        tape = new Tape(cell, hidden);
        gates = new GateArrays(cell, hidden);
        input = new LayerInput(wIh, bIh, bHh, gates, embedding);
        product = new StateProduct(stateWeight, gates);
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
        tape.reserveForward(packing.tokens());
        product.begin(reading.known());
        input.prepareTokens(reading);
        for (int t = 0; t < packing.steps(); t++) {
            int row = packing.offset(t);
            int count = packing.size(t);
            remember(packing, t, start);
            input.fill(reading, row, count, tape.inputs());
            if (t > 0 || start != null) product.forward(tape.hPrev(), row, count, tape.inputs());
            cell.forward(tape, at(row), at(row + count));
        }
    }

    /** Puts h_{t-1} and c_{t-1} beside the rows of step t. */
    private void remember(Packing packing, int t, @Nullable State start) {
        int to = at(packing.offset(t));
        int count = packing.size(t) * hidden;
        if (t == 0 && start == null) {
            Arrays.fill(tape.hPrev(), to, to + count, 0f);
            if (cell.hasMemory()) Arrays.fill(tape.cPrev(), to, to + count, 0f);
            return;
        }
        int from = at(t == 0 ? 0 : packing.offset(t - 1));
        System.arraycopy(t == 0 && start != null ? start.h() : tape.h(), from, tape.hPrev(), to, count);
        if (cell.hasMemory()) {
            System.arraycopy(t == 0 && start != null ? start.c() : tape.c(), from, tape.cPrev(), to, count);
        }
    }

    /** Room for dh, which what flows in from above is then written to, and for dc, which is zero and is added to. */
    void beginBackward(Packing packing) {
        int n = packing.tokens();
        tape.reserveBackward(n);
        if (cell.hasMemory()) Arrays.fill(tape.dc(), at(0), at(n), 0f);
    }

    /**
     * From dh (and dc) at all rows to the gradients of the recurrent weight and the biases; fills the start's gradient if given.
     * Those of the other inputs are {@link #input()}'s to finish.
     */
    void backward(Reading reading, @Nullable State dStart) {
        Packing packing = reading.tokens().packing();
        product.beginGradient();
        input.beginGradient();
        for (int t = packing.steps() - 1; t >= 0; t--) {
            int row = packing.offset(t);
            int count = packing.size(t);
            cell.backward(tape, at(row), at(row + count));
            input.addGradients(reading, row, count, tape.inputs());
            if (t > 0) {
                passBack(packing, t);
            } else if (dStart != null) {
                passToStart(packing, dStart);
            }
        }
        product.finishGradient(tape.inputs(), tape.hPrev(), packing.tokens());
        input.biasGradients();
    }

    /** Adds the gradients by h_{t-1} and c_{t-1} of step t to dh and dc of the step before. */
    private void passBack(Packing packing, int t) {
        int row = packing.offset(t);
        int before = packing.offset(t - 1);
        int count = packing.size(t);
        product.backward(tape.inputs(), row, count, tape.dh(), before);
        if (cell.carriesState()) add(tape.dh(), row, tape.dh(), before, count);
        if (cell.hasMemory()) add(tape.dc(), row, tape.dc(), before, count);
    }

    private void passToStart(Packing packing, State dStart) {
        int sentences = packing.sentences();
        if (cell.carriesState()) {
            System.arraycopy(tape.dh(), at(0), dStart.h(), at(0), sentences * hidden);
        } else {
            Arrays.fill(dStart.h(), at(0), at(sentences), 0f);
        }
        product.backward(tape.inputs(), 0, sentences, dStart.h(), 0);
        if (cell.hasMemory()) System.arraycopy(tape.dc(), at(0), dStart.c(), at(0), sentences * hidden);
    }

    private void add(float[] from, int row, float[] to, int toRow, int count) {
        Rows.add(from, at(row), to, at(toRow), count * hidden);
    }

    private int at(int row) {
        return Rows.at(row, hidden);
    }
}
