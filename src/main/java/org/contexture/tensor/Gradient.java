package org.contexture.tensor;

/** The gradient of a parameter, dense or for some rows only. */
public sealed interface Gradient permits DenseGradient, RowGradient {
    /** The matrix that holds the numbers: of the parameter's shape, or one row for each row concerned. */
    Matrix matrix();

    /** How many rows of {@link #matrix()} are in use. */
    int rows();

    /** All numbers in the parameter's shape, row-major; for tests and inspection. */
    float[] toArray(int parameterRows);
}
