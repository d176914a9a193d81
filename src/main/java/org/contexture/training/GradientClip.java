package org.contexture.training;

import java.util.List;
import org.contexture.tensor.Gradient;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Parameter;

/** Clipping by the global norm (Pascanu et al., 2013), with PyTorch's constant: times clip / (norm + 1e-6). */
final class GradientClip {
    private static final double EPSILON = 1e-6;
    private static final int CHUNK = 4096;

    private final float[] chunk = new float[CHUNK];

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

    private double squares(Gradient gradient) {
        Matrix matrix = gradient.matrix();
        int size = gradient.rows() * matrix.columns();
        double sum = 0;
        for (int from = 0; from < size; from += CHUNK) {
            int n = Math.min(CHUNK, size - from);
            matrix.readFlat(from, chunk, n);
            sum += squares(chunk, n);
        }
        return sum;
    }

    /** Four partial sums: the order is fixed, and the CPU can overlap them. */
    private static double squares(float[] x, int n) {
        double a = 0, b = 0, c = 0, d = 0;
        int j = 0;
        for (; j + 4 <= n; j += 4) {
            a += x[j] * x[j];
            b += x[j + 1] * x[j + 1];
            c += x[j + 2] * x[j + 2];
            d += x[j + 3] * x[j + 3];
        }
        double sum = (a + b) + (c + d);
        for (; j < n; j++) {
            sum += x[j] * x[j];
        }
        return sum;
    }
}
