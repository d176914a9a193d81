package org.contexture.tensor;

/** A gradient that is zero but for some distinct rows, in ascending order. */
public final class RowGradient implements Gradient {
    private int[] ids = new int[0];
    private int count;
    private final GrowingMatrix rows;

    RowGradient(int columns) {
        rows = new GrowingMatrix(columns);
    }

    /** Makes room for these rows and returns them [ids.length, columns], its content to be overwritten. */
    public Block prepare(int[] rowIds) {
        ids = rowIds;
        count = rowIds.length;
        return rows.atLeast(count).rows(0, count);
    }

    @Override
    public Matrix matrix() {
        return rows.atLeast(count);
    }

    @Override
    public int rows() {
        return count;
    }

    /** The parameter's row that row k of the matrix belongs to. */
    public int id(int k) {
        return ids[k];
    }

    @Override
    public float[] toArray(int parameterRows) {
        Matrix matrix = matrix();
        float[] dense = new float[parameterRows * matrix.columns()];
        float[] row = new float[matrix.columns()];
        for (int k = 0; k < count; k++) {
            matrix.read(k, row, 0, 1);
            System.arraycopy(row, 0, dense, ids[k] * row.length, row.length);
        }
        return dense;
    }
}
