package org.contexture.tensor;

/**
 * A gradient of the parameter's own shape.
 *
 * @param matrix [rows, columns]
 */
public record DenseGradient(Matrix matrix) implements Gradient {
    @Override
    public int rows() {
        return matrix.rows();
    }

    @Override
    public float[] toArray(int parameterRows) {
        return matrix.toArray();
    }
}
