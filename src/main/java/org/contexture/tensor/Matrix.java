package org.contexture.tensor;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A row-major float32 matrix [rows, columns] in ND4J's native memory: what matrix products read and write.
 *
 * <p>Equations run over float[] on the heap, where the JIT vectorises them; {@link #read} and {@link #write} move rows
 * between the two at memory speed (about a microsecond for 64 KiB, against tens for the product beside it).
 */
public final class Matrix implements AutoCloseable {
    /** Numbers that fit into one matrix. */
    static final int MOST = Integer.MAX_VALUE / Float.BYTES;

    private final INDArray array;
    private final FloatBuffer buffer;
    private final long address;
    private final int rows;
    private final int columns;

    private Matrix(INDArray array, int rows, int columns) {
        this.array = array;
        this.buffer = ((FloatPointer) array.data().pointer())
                .asByteBuffer()
                .order(java.nio.ByteOrder.nativeOrder())
                .asFloatBuffer();
        this.address = array.data().address();
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
        return new Matrix(Nd4j.zeros(DataType.FLOAT, rows, columns), rows, columns);
    }

    /** A copy of rows × columns numbers in row-major order. */
    public static Matrix of(int rows, int columns, float[] values) {
        Matrix matrix = zeros(rows, columns);
        matrix.write(0, values, 0, rows);
        return matrix;
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

    /** The same numbers as an ND4J array, shared and not copied. */
    public INDArray array() {
        return array;
    }

    /** Where the first number lives; valid while this matrix is reachable. */
    long address() {
        return address;
    }

    /** This matrix as an operand of a product. */
    public Block all() {
        return new Block(this, 0, rows, 0, columns);
    }

    /** Rows [from, from + count) as an operand of a product. */
    public Block rows(int from, int count) {
        return new Block(this, from, count, 0, columns);
    }

    /** Columns [from, from + count) of all rows as an operand of a product. */
    public Block columns(int from, int count) {
        return new Block(this, 0, rows, from, count);
    }

    /** Copies count rows, the first of them {@code row}, to target[offset …). */
    public void read(int row, float[] target, int offset, int count) {
        buffer.get(row * columns, target, offset, count * columns);
    }

    /** Copies count rows from source[offset …), the first of them to {@code row}. */
    public void write(int row, float[] source, int offset, int count) {
        buffer.put(row * columns, source, offset, count * columns);
    }

    /** Copies numbers [from, from + count) in row-major order to target[0 …). */
    public void readFlat(int from, float[] target, int count) {
        buffer.get(from, target, 0, count);
    }

    /** Copies source[0 … count) to the numbers [from, from + count) in row-major order. */
    public void writeFlat(int from, float[] source, int count) {
        buffer.put(from, source, 0, count);
    }

    /** Copies a part of one row, columns [column, column + count), to target[offset …). */
    public void readPart(int row, int column, float[] target, int offset, int count) {
        buffer.get(row * columns + column, target, offset, count);
    }

    /** Copies source[offset …) to a part of one row, columns [column, column + count). */
    public void writePart(int row, int column, float[] source, int offset, int count) {
        buffer.put(row * columns + column, source, offset, count);
    }

    /** Copies count rows of another matrix of as many columns into this one, without passing through the heap. */
    public void copyRows(int row, Matrix source, int sourceRow, int count) {
        buffer.put(row * columns, source.buffer, sourceRow * columns, count * columns);
    }

    /** Copies row 0 of a matrix of as many columns, such as a bias, into the first count rows. */
    public void fillRows(Matrix source, int count) {
        for (int row = 0; row < count; row++) {
            copyRows(row, source, 0, 1);
        }
    }

    /** All numbers in row-major order. */
    public float[] toArray() {
        float[] values = new float[size()];
        readFlat(0, values, values.length);
        return values;
    }

    /** Gives the native memory back now instead of when the garbage collector finds it; the matrix is then unusable. */
    @Override
    public void close() {
        array.close();
    }
}
