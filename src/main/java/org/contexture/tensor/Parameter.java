package org.contexture.tensor;

import java.util.SplittableRandom;

/**
 * A trained matrix and the gradient of the loss by it.
 *
 * <p>Every backward pass overwrites the whole gradient: nothing has to be cleared between steps. An embedding's gradient
 * concerns few rows, so it is kept as those rows alone.
 */
public final class Parameter {
    private final String name;
    private final Matrix value;
    private final Gradient gradient;

    private Parameter(String name, Matrix value, Gradient gradient) {
        this.name = name;
        this.value = value;
        this.gradient = gradient;
    }

    /** A parameter [rows, columns] whose gradient has the same shape. */
    public static Parameter dense(String name, int rows, int columns) {
        return new Parameter(name, Matrix.zeros(rows, columns), new DenseGradient(Matrix.zeros(rows, columns)));
    }

    /** A parameter [rows, columns] of which a step uses few rows. */
    public static Parameter sparse(String name, int rows, int columns) {
        return new Parameter(name, Matrix.zeros(rows, columns), new RowGradient(columns));
    }

    /** Fills the value from a distribution, in row-major order. */
    public Parameter fill(Initializer initializer, SplittableRandom random) {
        float[] row = new float[value.columns()];
        for (int r = 0; r < value.rows(); r++) {
            for (int k = 0; k < row.length; k++) {
                row[k] = initializer.draw(random);
            }
            value.write(r, row, 0, 1);
        }
        return this;
    }

    public String name() {
        return name;
    }

    public Matrix value() {
        return value;
    }

    public Gradient gradient() {
        return gradient;
    }

    /**
     * The gradient matrix of a dense parameter.
     *
     * @throws IllegalStateException if the gradient is kept as rows
     */
    public Matrix denseGradient() {
        if (gradient instanceof DenseGradient dense) {
            return dense.matrix();
        }
        throw new IllegalStateException(name + " keeps its gradient as rows");
    }

    /**
     * The gradient rows of a sparse parameter.
     *
     * @throws IllegalStateException if the gradient is dense
     */
    public RowGradient rowGradient() {
        if (gradient instanceof RowGradient rows) {
            return rows;
        }
        throw new IllegalStateException(name + " keeps a dense gradient");
    }
}
