package org.contexture.model;

import org.contexture.model.cell.Cell;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Rows;

/**
 * Leads between products, one row of all gates' inputs a token, and equations, one array [N, H] for each of them.
 *
 * <p>A row is [x of the gates kept apart | a, or u where apart, of every gate]: what comes from the state, the last gates·H
 * columns, is then one product. The rows of one step at a time are also on the heap, where they are filled and taken apart.
 */
final class GateRows {
    private final int hidden;
    private final int apart;
    private final int shared;
    private float[] rows = {};

    GateRows(Cell cell, int hidden) {
        this.hidden = hidden;
        apart = cell.apart() * hidden;
        shared = (cell.gates() - cell.apart()) * hidden;
    }

    int hidden() {
        return hidden;
    }

    /** Numbers in a row. */
    int width() {
        return apart + stateWidth();
    }

    /** Numbers that come from the state, u, and as many from the input, x. */
    int stateWidth() {
        return shared + apart;
    }

    /** Numbers of the state's that are not added to those of the input. */
    int apartWidth() {
        return apart;
    }

    /** The first column that comes from the state. */
    int stateColumn() {
        return apart;
    }

    /** Numbers of the state's that are added to those of the input. */
    int sharedWidth() {
        return shared;
    }

    /** Makes room for so many rows. */
    void begin(int count) {
        rows = Rows.atLeast(rows, count * width());
    }

    /** Puts x [gates·H] in row k, and where apart the share u [apart·H] that needs no product. */
    void place(float[] x, float[] u, int k) {
        int row = k * width();
        System.arraycopy(x, shared, rows, row, apart);
        System.arraycopy(x, 0, rows, row + apart, shared);
        System.arraycopy(u, 0, rows, row + apart + shared, apart);
    }

    /** Takes x [gates·H] and, where apart, u [apart·H] from row k. */
    void take(int k, float[] x, float[] u) {
        int row = k * width();
        System.arraycopy(rows, row, x, shared, apart);
        System.arraycopy(rows, row + apart, x, 0, shared);
        System.arraycopy(rows, row + apart + shared, u, 0, apart);
    }

    /** Writes the first count rows to those of a matrix. */
    void write(Matrix matrix, int count) {
        matrix.write(0, rows, 0, count);
    }

    /** Splits the first count rows of a matrix into arrays with one index, the first of them row {@code row}. */
    void split(Matrix matrix, int row, int count, float[][] arrays) {
        matrix.read(0, rows, 0, count);
        int from = 0;
        for (int to = row * hidden; to < (row + count) * hidden; to += hidden) {
            for (float[] array : arrays) {
                System.arraycopy(rows, from, array, to, hidden);
                from += hidden;
            }
        }
    }

    /** Joins arrays with one index into count rows, the first of them row {@code row}, here and in a matrix. */
    void join(float[][] arrays, int row, int count, Matrix matrix) {
        int to = 0;
        for (int from = row * hidden; from < (row + count) * hidden; from += hidden) {
            for (float[] array : arrays) {
                System.arraycopy(array, from, rows, to, hidden);
                to += hidden;
            }
        }
        matrix.write(row, rows, 0, count);
    }
}
