package org.contexture.tensor;

import java.util.Arrays;

/**
 * A rectangle of numbers, [rows, columns], as an operand of a product; a view, nothing is copied.
 *
 * @param values where the numbers are
 * @param offset index of the first one
 * @param stride from the start of a row to that of the next one
 * @param rows number of rows
 * @param columns number of columns
 */
@SuppressWarnings("ArrayRecordComponent") // a view, never compared
public record Block(float[] values, int offset, int stride, int rows, int columns) {
    /** Rows [row, row + rows) of a buffer of rows as wide as this block, the first of them at {@link Rows#at}. */
    public static Block of(float[] values, int row, int rows, int columns) {
        return new Block(values, Rows.at(row, columns), columns, rows, columns);
    }

    /** Rows [from, from + count) of this block. */
    public Block rows(int from, int count) {
        return new Block(values, row(from), stride, count, columns);
    }

    /** Columns [from, from + count) of this block. */
    public Block columns(int from, int count) {
        return new Block(values, offset + from, stride, rows, count);
    }

    /** Sets all numbers. */
    public void fill(float x) {
        for (int i = 0; i < rows; i++) {
            Arrays.fill(values, row(i), row(i) + columns, x);
        }
    }

    /** Sets every row to the same numbers [columns]. */
    public void setRows(float[] numbers) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(numbers, 0, values, row(i), columns);
        }
    }

    /** Index of the first number of row i. */
    public int row(int i) {
        return offset + i * stride;
    }

    @Override
    public String toString() {
        return "[" + rows + ", " + columns + "]";
    }
}
