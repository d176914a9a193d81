package org.contexture.tensor;

import java.util.Arrays;

/**
 * The right operand of products, B [k, n], turned into panels: all rows of as many columns as a tile of C has, one panel after the other, so
 * that a product reads it from front to back. What is multiplied often is turned once.
 */
public final class Panels {
    private static final int WIDTH = Arithmetic.HERE.tileColumns();

    private float[] own = {};
    private float[] values = {};
    private int first;
    private int rows;
    private int columns;

    /** B as it is; where its rows are one panel already, they are read in their place, so they must stay. */
    public Panels set(Block b) {
        if (b.columns() == WIDTH && b.stride() == WIDTH) return lie(b);
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
            Arithmetic.HERE.transpose(b.values(), b.row(j * WIDTH), b.stride(), width, rows, values, panel(j));
        }
        return this;
    }

    private Panels lie(Block b) {
        rows = b.rows();
        columns = WIDTH;
        values = b.values();
        first = b.offset();
        return this;
    }

    private void room(int k, int n) {
        rows = k;
        columns = n;
        first = Rows.FIRST;
        own = Rows.atLeast(own, panel(panels()));
        values = own;
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
        return first + j * rows * WIDTH;
    }

    @Override
    public String toString() {
        return "[" + rows + ", " + columns + "]";
    }
}
