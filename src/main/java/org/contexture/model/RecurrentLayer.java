package org.contexture.model;

import java.util.Arrays;
import java.util.List;
import org.contexture.corpus.PackedTokens;
import org.contexture.corpus.Packing;
import org.contexture.model.cell.Cell;
import org.contexture.model.cell.Tape;
import org.contexture.tensor.Block;
import org.contexture.tensor.Initializer;
import org.contexture.tensor.Parameter;
import org.contexture.tensor.Rows;
import org.contexture.tensor.Seeds;
import org.jspecify.annotations.Nullable;

/**
 * A cell run over time. It owns the weights and the loop; three inputs make the products: from tokens and from a context for
 * all steps at once, from the state before step by step. Packed rows are [N, H], N tokens.
 */
final class RecurrentLayer implements AutoCloseable {
    private final Cell cell;
    private final int hidden;
    private final List<Parameter> parameters;
    private final Tape tape;
    private final TokenInput tokenInput;
    private final ContextInput contextInput;
    private final StateInput stateInput;
    private float[] shifted = {};

    /** Weights W_ih [gates·H, I], W_hh [gates·H, H] and both biases, as U(±1/√H). */
    RecurrentLayer(String name, Cell cell, int input, int hidden, long seed) {
        this.cell = cell;
        this.hidden = hidden;
        int width = cell.gates() * hidden;
        Initializer uniform = Initializer.Uniform.fan(hidden);
        Parameter wIh = parameter(name + ".w_ih", width, input, uniform, seed);
        Parameter wHh = parameter(name + ".w_hh", width, hidden, uniform, seed);
        Parameter bIh = parameter(name + ".b_ih", 1, width, uniform, seed);
        Parameter bHh = parameter(name + ".b_hh", 1, width, uniform, seed);
        parameters = List.of(wIh, wHh, bIh, bHh);
        tape = new Tape(cell);
        tokenInput = new TokenInput(wIh, bIh, hidden);
        contextInput = new ContextInput(wIh, hidden);
        stateInput = new StateInput(wHh, bHh, hidden);
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

    /** x = W_ih[:, 0:E] e + b_ih from the embeddings [D, E] of the distinct tokens. */
    void readTokens(PackedTokens tokens, Block embedded) {
        tape.reserveForward(tokens.packing().tokens() * hidden);
        tokenInput.forward(tokens, embedded, tape);
    }

    /** The input from a constant context. */
    ContextInput contextInput() {
        return contextInput;
    }

    /** Runs all steps on the inputs read before, from the given state [B, H]; null stands for zero. */
    void forward(Packing packing, @Nullable State start) {
        stateInput.begin(packing);
        for (int t = 0; t < packing.steps(); t++) {
            remember(packing, t, start);
            stateInput.forward(packing, t, tape, t == 0 && start == null);
            int from = packing.offset(t) * hidden;
            cell.forward(tape, from, from + packing.size(t) * hidden);
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

    /** From dh (and dc) at all rows to the gradients of x and the recurrent weights; fills the start's gradient if given. */
    void backward(Packing packing, @Nullable State dStart) {
        for (int t = packing.steps() - 1; t >= 0; t--) {
            int from = packing.offset(t) * hidden;
            cell.backward(tape, from, from + packing.size(t) * hidden);
            stateInput.note(packing, t, tape);
            if (t > 0 || dStart != null) {
                stateInput.backward(packing, t, tape);
                passBack(packing, t, dStart);
            }
        }
        stateInput.finishGradients(packing, tape);
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

    /** A copy to the target's index and a sum over one index are faster than a sum over two. */
    private void addShifted(float[] source, int from, float[] target, int to, int count) {
        System.arraycopy(source, from, shifted, to, count);
        Rows.addRange(shifted, target, to, to + count);
    }

    /** The gradients of token weights and input bias, and dEmbedded [D, E] += its share. */
    void tokenGradients(PackedTokens tokens, Block embedded, Block dEmbedded) {
        tokenInput.backward(tokens, embedded, tape, dEmbedded);
    }

    @Override
    public void close() {
        parameters.forEach(Parameter::close);
        tokenInput.close();
        contextInput.close();
        stateInput.close();
    }
}
