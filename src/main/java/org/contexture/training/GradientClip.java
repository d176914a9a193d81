package org.contexture.training;

import java.util.List;
import org.contexture.tensor.Gradient;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Parameter;
import org.contexture.tensor.Rows;

/** Clipping by the global norm (Pascanu et al., 2013), with PyTorch's constant: times clip / (norm + 1e-6). */
final class GradientClip {
    private static final double EPSILON = 1e-6;
    private static final int RANGE = 2048;

    /** The Euclidean norm of all gradients together. */
    double norm(List<Parameter> parameters) {
        double squares = 0;
        for (Parameter parameter : parameters) {
            squares += squares(parameter.gradient());
        }
        return Math.sqrt(squares);
    }

    /** The factor on all gradients: 1 where nothing is clipped. */
    static float factor(double norm, double clip) {
        return clip > 0 && norm > clip ? (float) (clip / (norm + EPSILON)) : 1f;
    }

    /** Few squares are added as floats; their sums are added as doubles. */
    private static double squares(Gradient gradient) {
        Matrix matrix = gradient.matrix();
        int size = gradient.rows() * matrix.columns();
        double sum = 0;
        for (int from = 0; from < size; from += RANGE) {
            sum += Rows.sumOfSquares(matrix.values(), matrix.row(0) + from, Math.min(RANGE, size - from));
        }
        return sum;
    }
}
