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
        for (int j = 0; j < whole; j++) {
            Arithmetic.HERE.panel(b.values(), b.offset() + j * WIDTH, b.stride(), rows, values, panel(j));
        }
        if (whole * WIDTH < columns) setEdge(b, whole);
        return this;
    }

    private void setEdge(Block b, int j) {
        int width = columns - j * WIDTH;
        for (int k = 0; k < rows; k++) {
            int to = panel(j) + k * WIDTH;
            System.arraycopy(b.values(), b.row(k) + j * WIDTH, values, to, width);
            Arrays.fill(values, to + width, to + WIDTH, 0f);
        }
    }

    /** The transpose of a matrix [n, k] as B. */
    public Panels setTransposed(Block b) {
        room(b.columns(), b.rows());
        for (int j = 0; j < panels(); j++) {
            int width = Math.min(WIDTH, columns - j * WIDTH);
            if (width < WIDTH) Arrays.fill(values, panel(j), panel(j + 1), 0f);
            for (int n = 0; n < width; n++) {
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

    private void room(int k, int n) {
        rows = k;
        columns = n;
        values = Rows.atLeast(values, panels() * k * WIDTH);
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
        return (columns + WIDTH - 1) / WIDTH;
    }

    /** Index of the first number of panel j. */
    int panel(int j) {
        return j * rows * WIDTH;
    }

    @Override
    public String toString() {
        return "[" + rows + ", " + columns + "]";
    }
}
