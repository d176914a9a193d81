package org.contexture.model.cell;

import org.contexture.tensor.Rows;

/**
 * What a recurrent layer computes in its forward pass and needs in its backward pass: float arrays of the packed shape
 * [N, H], all with the same index. They grow to the largest batch seen and are then reused.
 */
public final class Tape {
    private final Cell cell;
    private final float[][] inputs;
    private final float[][] saved;
    private final float[][] dInputs;
    private float[] h = {};
    private float[] hPrev = {};
    private float[] c = {};
    private float[] cPrev = {};
    private float[] dh = {};
    private float[] dhPrev = {};
    private float[] dc = {};
    private float[] dcPrev = {};

    public Tape(Cell cell) {
        this.cell = cell;
        inputs = new float[cell.apart() + cell.gates()][0];
        saved = new float[cell.saved()][0];
        dInputs = new float[cell.apart() + cell.gates()][0];
    }

    /** Makes room for n numbers in the arrays of the forward pass; growing forgets their content. */
    public void reserveForward(int n) {
        reserve(inputs, n);
        reserve(saved, n);
        h = Rows.atLeast(h, n);
        hPrev = Rows.atLeast(hPrev, n);
        c = Rows.atLeast(c, cell.hasMemory() ? n : 0);
        cPrev = Rows.atLeast(cPrev, cell.hasMemory() ? n : 0);
    }

    /** Makes room for n numbers in the arrays of the backward pass; growing forgets their content. */
    public void reserveBackward(int n) {
        reserve(dInputs, n);
        dh = Rows.atLeast(dh, n);
        dhPrev = Rows.atLeast(dhPrev, cell.carriesState() ? n : 0);
        dc = Rows.atLeast(dc, cell.hasMemory() ? n : 0);
        dcPrev = Rows.atLeast(dcPrev, cell.hasMemory() ? n : 0);
    }

    private static void reserve(float[][] arrays, int n) {
        for (int k = 0; k < arrays.length; k++) {
            arrays[k] = Rows.atLeast(arrays[k], n);
        }
    }

    /** The gates' inputs as the layer fills them: x of the gates kept apart, then a (or u where apart) of every gate. */
    public float[][] inputs() {
        return inputs;
    }

    /** The gradients by {@link #inputs()}. */
    public float[][] dInputs() {
        return dInputs;
    }

    /** Gate k's input a_k = x_k + u_k; a cell may put the gate's value in its place. */
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

    /** The gradient of the loss by a(k). */
    public float[] da(int k) {
        return dInputs[cell.apart() + k];
    }

    /** The gradient of the loss by x(k). */
    public float[] dx(int k) {
        return dInputs[k - firstApart()];
    }

    /** The gradient of the loss by u(k). */
    public float[] du(int k) {
        return dInputs[cell.apart() + k];
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

    /** The gradient of the loss by h_t. */
    public float[] dh() {
        return dh;
    }

    /** The gradient by h_{t-1} that does not pass through u; empty where there is none. */
    public float[] dhPrev() {
        return dhPrev;
    }

    /** The gradient of the loss by c_t. */
    public float[] dc() {
        return dc;
    }

    /** The gradient of the loss by c_{t-1}. */
    public float[] dcPrev() {
        return dcPrev;
    }
}
