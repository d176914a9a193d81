package org.contexture.tensor;

/**
 * A rectangle of a matrix, [rows, columns], as an operand of a product; a view, nothing is copied.
 *
 * @param of the matrix
 * @param row first row
 * @param rows number of rows
 * @param column first column
 * @param columns number of columns
 */
public record Block(Matrix of, int row, int rows, int column, int columns) {
    /** Rows [from, from + count) of this block. */
    public Block rows(int from, int count) {
        return new Block(of, row + from, count, column, columns);
    }

    /** Columns [from, from + count) of this block. */
    public Block columns(int from, int count) {
        return new Block(of, row, rows, column + from, count);
    }

    long address() {
        return of.address() + Float.BYTES * ((long) row * of.columns() + column);
    }

    @Override
    public String toString() {
        return "[" + rows + ", " + columns + "]";
    }
}
