package org.contexture.model;

import org.contexture.model.cell.Cell;
import org.contexture.tensor.Rows;
import org.jspecify.annotations.Nullable;

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

    /** Puts what gates receive from a token, and where given from a context, into a packed row; {@code u} [apart·H] needs no product. */
    void spread(float[] token, int t, float @Nullable [] context, int c, float[] u, int row, float[][] inputs) {
        for (int k = 0; k < gates; k++) {
            float[] to = inputs[ofInput(k)];
            if (context == null) {
                System.arraycopy(token, t + k * hidden, to, Rows.at(row, hidden), hidden);
            } else {
                Rows.sum(token, t + k * hidden, context, c + k * hidden, to, Rows.at(row, hidden), hidden);
            }
        }
        for (int k = 0; k < apart; k++) {
            System.arraycopy(u, k * hidden, inputs[ofState(gates - apart + k)], Rows.at(row, hidden), hidden);
        }
    }

    /** Adds the gradients by x of a packed row to a sum [gates·H]. */
    void addInputs(float[][] dInputs, int row, float[] sum, int at) {
        for (int k = 0; k < gates; k++) {
            Rows.add(dInputs[ofInput(k)], Rows.at(row, hidden), sum, at + k * hidden, hidden);
        }
    }

    /** Adds the gradients by u of a packed row, where apart, to a sum [apart·H]. */
    void addApart(float[][] dInputs, int row, float[] sum) {
        for (int k = 0; k < apart; k++) {
            Rows.add(dInputs[ofState(gates - apart + k)], Rows.at(row, hidden), sum, k * hidden, hidden);
        }
    }
}
