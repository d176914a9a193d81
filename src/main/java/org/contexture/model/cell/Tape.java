package org.contexture.model.cell;

import org.contexture.tensor.Rows;

/**
 * What a recurrent layer computes in its forward pass and needs in its backward pass: float arrays of the packed shape
 * [N, H], all with the same index ({@link Rows#at}). They grow to the largest batch seen and are then reused.
 */
public final class Tape {
    private final Cell cell;
    private final int hidden;
    private final float[][] inputs;
    private final float[][] saved;
    private float[] h = {};
    private float[] hPrev = {};
    private float[] c = {};
    private float[] cPrev = {};
    private float[] dh = {};
    private float[] dc = {};

    /** For rows of so many units. */
    public Tape(Cell cell, int hidden) {
        this.cell = cell;
        this.hidden = hidden;
        inputs = new float[cell.apart() + cell.gates()][0];
        saved = new float[cell.saved()][0];
    }

    /** Makes room for so many rows in the arrays of the forward pass; growing forgets their content. */
    public void reserveForward(int rows) {
        reserve(inputs, rows);
        reserve(saved, rows);
        h = Rows.atLeast(h, rows, hidden);
        hPrev = Rows.atLeast(hPrev, rows, hidden);
        if (cell.hasMemory()) c = Rows.atLeast(c, rows, hidden);
        if (cell.hasMemory()) cPrev = Rows.atLeast(cPrev, rows, hidden);
    }

    /** Makes room for so many rows in the arrays of the backward pass; growing forgets their content. */
    public void reserveBackward(int rows) {
        dh = Rows.atLeast(dh, rows, hidden);
        if (cell.hasMemory()) dc = Rows.atLeast(dc, rows, hidden);
    }

    private void reserve(float[][] arrays, int rows) {
        for (int k = 0; k < arrays.length; k++) {
            arrays[k] = Rows.atLeast(arrays[k], rows, hidden);
        }
    }

    /** The gates' inputs as the layer fills them: x of the gates kept apart, then a (or u where apart) of every gate. After the backward pass their gradients. */
    public float[][] inputs() {
        return inputs;
    }

    /** Gate k's input a_k = x_k + u_k; a cell puts the gate's value in its place, and then its gradient. */
    public float[] a(int k) {
        return inputs[cell.apart() + k];
    }

    /** The share of the input, x_k = W_ih,k x_t + b_ih,k, of a gate kept apart. */
    public float[] x(int k) {
        return inputs[k - firstApart()];
    }

    /** The share of the state, u_k = W_hh,k h_{t-1} + b_hh,k, of a gate kept apart. */
    public float[] u(int k) {
        return inputs[cell.apart() + k];
    }

    private int firstApart() {
        return cell.gates() - cell.apart();
    }

    /** The cell's own k-th array. */
    public float[] saved(int k) {
        return saved[k];
    }

    /** The states h_t. */
    public float[] h() {
        return h;
    }

    /** At each row the state before it, h_{t-1}. */
    public float[] hPrev() {
        return hPrev;
    }

    /** The memories c_t; empty without memory. */
    public float[] c() {
        return c;
    }

    /** At each row the memory before it, c_{t-1}. */
    public float[] cPrev() {
        return cPrev;
    }

    /** The gradient of the loss by h_t; after a step back that by h_{t-1} which does not pass through u. */
    public float[] dh() {
        return dh;
    }

    /** The gradient of the loss by c_t; after a step back that by c_{t-1}. */
    public float[] dc() {
        return dc;
    }
}
