package org.contexture.tensor;

/** A matrix of fixed width that grows to the largest number of rows asked for; growing forgets its content. */
public final class GrowingMatrix {
    private final int columns;
    private Matrix matrix;

    public GrowingMatrix(int columns) {
        this.columns = columns;
        this.matrix = Matrix.zeros(1, columns);
    }

    /** The matrix with at least this many rows, the same one as before if it has them. */
    public Matrix atLeast(int rows) {
        if (matrix.rows() < rows) {
            matrix = Matrix.zeros(Math.max(rows, Math.min(rows + rows / 8, Matrix.MOST / columns)), columns);
        }
        return matrix;
    }
}
