package org.contexture.tensor;

import java.util.Arrays;

/**
 * The right operand of products, B [k, n], turned into panels: all rows of as many columns as a tile of C has, one panel after the other, so
 * that a product reads it from front to back. What is multiplied often is turned once.
 */
public final class Panels {
    private static final int WIDTH = Arithmetic.HERE.tileColumns();

    private float[] values = {};
    private int rows;
    private int columns;

    /** B as it is. */
    public Panels set(Block b) {
        room(b.rows(), b.columns());
        int whole = columns / WIDTH;
        int width = columns - whole * WIDTH;
        if (width > 0) Arrays.fill(values, panel(whole), panel(whole + 1), 0f);
        for (int j = 0; j < whole; j++) {
            Arithmetic.HERE.copy(b.values(), b.offset() + j * WIDTH, b.stride(), values, panel(j), WIDTH, rows);
        }
        for (int k = 0; k < rows && width > 0; k++) {
            System.arraycopy(b.values(), b.row(k) + whole * WIDTH, values, panel(whole) + k * WIDTH, width);
        }
        return this;
    }

    /** The transpose of a matrix [n, k] as B. */
    public Panels setTransposed(Block b) {
        room(b.columns(), b.rows());
        for (int j = 0; j < panels(); j++) {
            int width = Math.min(WIDTH, columns - j * WIDTH);
            if (width < WIDTH) Arrays.fill(values, panel(j), panel(j + 1), 0f);
            int n = 0;
            for (; n <= width - 4; n += 4) {
                spread(b.values(), b.row(j * WIDTH + n), b.stride(), rows, values, panel(j) + n);
            }
            for (; n < width; n++) {
                spread(b.values(), b.row(j * WIDTH + n), rows, values, panel(j) + n);
            }
        }
        return this;
    }

    private static void spread(float[] from, int at, int count, float[] to, int first) {
        for (int k = 0; k < count; k++) {
            to[first + k * WIDTH] = from[at + k];
        }
    }

    /** Four rows at once: memory that is far away answers them together. */
    private static void spread(float[] from, int at, int stride, int count, float[] to, int first) {
        int at1 = at + stride, at2 = at1 + stride, at3 = at2 + stride;
        for (int k = 0; k < count; k++) {
            int here = first + k * WIDTH;
            to[here] = from[at + k];
            to[here + 1] = from[at1 + k];
            to[here + 2] = from[at2 + k];
            to[here + 3] = from[at3 + k];
        }
    }

    private void room(int k, int n) {
        rows = k;
        columns = n;
        values = Rows.atLeast(values, panel(panels()));
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    float[] values() {
        return values;
    }

    int panels() {
        return panels(columns);
    }

    /** How many panels, and tiles side by side, hold so many columns. */
    static int panels(int columns) {
        return (columns + WIDTH - 1) / WIDTH;
    }

    /** Index of the first number of panel j. */
    int panel(int j) {
        return Rows.FIRST + j * rows * WIDTH;
    }

    @Override
    public String toString() {
        return "[" + rows + ", " + columns + "]";
    }
}
