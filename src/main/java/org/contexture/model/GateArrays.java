package org.contexture.model;

import org.contexture.model.cell.Cell;

/**
 * Which array [N, H] of a tape belongs to which gate. What all gates receive from a token or a context is one row [gates·H]; it is
 * spread over the arrays, and gradients are gathered from them.
 *
 * <p>The arrays are x of the gates kept apart, the last ones, then a, or u where apart, of every gate.
 */
final class GateArrays {
    private final int hidden;
    private final int gates;
    private final int apart;

    GateArrays(Cell cell, int hidden) {
        this.hidden = hidden;
        gates = cell.gates();
        apart = cell.apart();
    }

    int hidden() {
        return hidden;
    }

    int count() {
        return gates;
    }

    /** Numbers that all gates receive together. */
    int width() {
        return gates * hidden;
    }

    /** Numbers of the gates whose x and u are summed: the first ones. */
    int sharedWidth() {
        return (gates - apart) * hidden;
    }

    /** Numbers of the gates whose x and u are kept apart. */
    int apartWidth() {
        return apart * hidden;
    }

    /** The array that gate k receives x in. */
    private int ofInput(int k) {
        return k < gates - apart ? ofState(k) : k - (gates - apart);
    }

    /** The array that gate k receives u in. */
    int ofState(int k) {
        return apart + k;
    }

    /** Spreads x [gates·H] and the share u [apart·H] that needs no product over a packed row. */
    void spread(float[] x, float[] u, int row, float[][] inputs) {
        for (int k = 0; k < gates; k++) {
            System.arraycopy(x, k * hidden, inputs[ofInput(k)], row * hidden, hidden);
        }
        for (int k = 0; k < apart; k++) {
            System.arraycopy(u, k * hidden, inputs[ofState(gates - apart + k)], row * hidden, hidden);
        }
    }

    /** Gathers the gradients by x [gates·H] and, where apart, by u [apart·H] from a packed row. */
    void gather(float[][] dInputs, int row, float[] dx, float[] du) {
        for (int k = 0; k < gates; k++) {
            System.arraycopy(dInputs[ofInput(k)], row * hidden, dx, k * hidden, hidden);
        }
        for (int k = 0; k < apart; k++) {
            System.arraycopy(dInputs[ofState(gates - apart + k)], row * hidden, du, k * hidden, hidden);
        }
    }
}
