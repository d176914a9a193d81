package org.contexture.tensor;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A row-major float32 matrix [rows, columns] on the heap, where products and equations read and write it. */
public final class Matrix {
    /** Numbers that fit into one matrix. */
    static final int MOST = Integer.MAX_VALUE / Float.BYTES;

    private final float[] values;
    private final int rows;
    private final int columns;

    private Matrix(float[] values, int rows, int columns) {
        this.values = values;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * A matrix of zeros.
     *
     * @throws IllegalArgumentException if it would hold more than 2^29 − 1 numbers (2 GiB)
     */
    public static Matrix zeros(int rows, int columns) {
        if (rows < 1 || columns < 1 || (long) rows * columns > MOST) {
            throw new IllegalArgumentException("A matrix of " + rows + " × " + columns
                    + " numbers was asked for; expected at least 1 × 1 and at most 536,870,911 in all");
        }
        return new Matrix(new float[Rows.at(rows, columns)], rows, columns);
    }

    /** Zeros of the same shape. */
    public Matrix zerosLike() {
        return zeros(rows, columns);
    }

    /** A copy of rows × columns numbers in row-major order. */
    public static Matrix of(int rows, int columns, float[] values) {
        Matrix matrix = zeros(rows, columns);
        matrix.write(0, values, 0, rows);
        return matrix;
    }

    /** Where row i begins among {@link #values()}; that of the row after the last is where all numbers end. */
    public int row(int i) {
        return Rows.at(i, columns);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** Rows × columns. */
    public int size() {
        return rows * columns;
    }

    /** Where all numbers are, in row-major order, from index {@link #row row(0)} on: not a copy. */
    public float[] values() {
        return values;
    }

    /** A copy as an ND4J array. */
    public INDArray array() {
        return Nd4j.createFromArray(toArray()).reshape(rows, columns);
    }

    /** This matrix as an operand of a product. */
    public Block all() {
        return rows(0, rows);
    }

    /** Rows [from, from + count) as an operand of a product. */
    public Block rows(int from, int count) {
        return new Block(values, row(from), columns, count, columns);
    }

    /** Columns [from, from + count) of all rows as an operand of a product. */
    public Block columns(int from, int count) {
        return all().columns(from, count);
    }

    /** Copies count rows, the first of them {@code row}, to target[offset …). */
    public void read(int row, float[] target, int offset, int count) {
        System.arraycopy(values, row(row), target, offset, count * columns);
    }

    /** Copies count rows from source[offset …), the first of them to {@code row}. */
    public void write(int row, float[] source, int offset, int count) {
        System.arraycopy(source, offset, values, row(row), count * columns);
    }

    /** Copies source[0 … count) to the numbers [from, from + count) in row-major order. */
    public void writeFlat(int from, float[] source, int count) {
        System.arraycopy(source, 0, values, Rows.FIRST + from, count);
    }

    /** Copies a part of one row, columns [column, column + count), to target[offset …). */
    public void readPart(int row, int column, float[] target, int offset, int count) {
        System.arraycopy(values, row(row) + column, target, offset, count);
    }

    /** Copies source[offset …) to a part of one row, columns [column, column + count). */
    public void writePart(int row, int column, float[] source, int offset, int count) {
        System.arraycopy(source, offset, values, row(row) + column, count);
    }

    /** Copies count rows of another matrix of as many columns into this one. */
    public void copyRows(int row, Matrix source, int sourceRow, int count) {
        System.arraycopy(source.values, row(sourceRow), values, row(row), count * columns);
    }

    /** All numbers in row-major order. */
    public float[] toArray() {
        return Arrays.copyOfRange(values, Rows.FIRST, values.length);
    }
}
