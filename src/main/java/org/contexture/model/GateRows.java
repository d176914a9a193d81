package org.contexture.model;

import org.contexture.model.cell.Cell;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Rows;

/**
 * Leads between products, one row of all gates' inputs a token, and equations, one array [N, H] for each of them.
 *
 * <p>A row is [x of the gates kept apart | a, or u where apart, of every gate]: what comes from the state, the last gates·H
 * columns, is then one product.
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

    /** The first column that comes from the state. */
    int stateColumn() {
        return apart;
    }

    /** Numbers of the state's that are added to those of the input. */
    int sharedWidth() {
        return shared;
    }

    /** Puts x [gates·H] in a row; where apart, u's own places are left as they are. */
    void place(float[] x, float[] row) {
        System.arraycopy(x, shared, row, 0, apart);
        System.arraycopy(x, 0, row, apart, shared);
    }

    /** Takes x [gates·H] from a row. */
    void take(float[] row, float[] x) {
        System.arraycopy(row, 0, x, shared, apart);
        System.arraycopy(row, apart, x, 0, shared);
    }

    /** Splits count rows of a matrix into arrays with one index, the first of them row {@code row}. */
    void split(Matrix matrix, int row, int count, float[][] arrays) {
        rows = Rows.atLeast(rows, count * width());
        matrix.read(row, rows, 0, count);
        int from = 0;
        for (int to = row * hidden; to < (row + count) * hidden; to += hidden) {
            for (float[] array : arrays) {
                System.arraycopy(rows, from, array, to, hidden);
                from += hidden;
            }
        }
    }

    /** Joins arrays with one index into count rows of a matrix, the first of them row {@code row}. */
    void join(float[][] arrays, int row, int count, Matrix matrix) {
        rows = Rows.atLeast(rows, count * width());
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
