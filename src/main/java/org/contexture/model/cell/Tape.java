package org.contexture.model.cell;

/**
 * What a recurrent layer computes in its forward pass and needs in its backward pass: float arrays of the packed shape
 * [N, H], all with the same index. They grow to the largest batch seen and are then reused.
 */
public final class Tape {
    private final Cell cell;
    private final float[][] x;
    private final float[][] u;
    private final float[][] saved;
    private final float[][] dx;
    private final float[][] du;
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
        x = new float[cell.gates()][0];
        u = new float[cell.gates()][0];
        saved = new float[cell.saved()][0];
        dx = new float[cell.gates()][0];
        du = new float[cell.gates()][0];
    }

    /** Makes room for n numbers in the arrays of the forward pass. */
    public void reserveForward(int n) {
        if (h.length >= n) {
            return;
        }
        reserve(x, n);
        reserve(u, n);
        reserve(saved, n);
        h = new float[n];
        hPrev = new float[n];
        c = new float[cell.hasMemory() ? n : 0];
        cPrev = new float[cell.hasMemory() ? n : 0];
    }

    /** Makes room for n numbers in the arrays of the backward pass. */
    public void reserveBackward(int n) {
        if (dh.length >= n) {
            return;
        }
        reserve(dx, n);
        for (int k = 0; k < du.length; k++) {
            du[k] = cell.additive() ? dx[k] : new float[n];
        }
        dh = new float[n];
        dhPrev = new float[n];
        dc = new float[cell.hasMemory() ? n : 0];
        dcPrev = new float[cell.hasMemory() ? n : 0];
    }

    private static void reserve(float[][] arrays, int n) {
        for (int k = 0; k < arrays.length; k++) {
            arrays[k] = new float[n];
        }
    }

    /** Gate k's share of the input, W_ih,k x_t + b_ih,k. */
    public float[] x(int k) {
        return x[k];
    }

    /** Gate k's share of the state, W_hh,k h_{t-1} + b_hh,k. */
    public float[] u(int k) {
        return u[k];
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

    /** The gradient of the loss by x(k). */
    public float[] dx(int k) {
        return dx[k];
    }

    /** The gradient of the loss by u(k); the same array as dx(k) where the cell is additive. */
    public float[] du(int k) {
        return du[k];
    }

    /** The gradient of the loss by h_t. */
    public float[] dh() {
        return dh;
    }

    /** The gradient by h_{t-1} that does not pass through u. */
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
