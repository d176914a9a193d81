package org.contexture.training;

import java.util.Arrays;
import java.util.List;
import org.contexture.tensor.Gradient;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Parameter;

/** Clipping by the global norm (Pascanu et al., 2013), with PyTorch's constant: times clip / (norm + 1e-6). */
final class GradientClip {
    private static final double EPSILON = 1e-6;
    private static final int LANES = 1024;
    private static final int ROUNDS = 8;

    private final float[] part = new float[LANES];
    private final float[] lanes = new float[LANES];

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
        for (int from = 0; from < size; from += LANES * ROUNDS) {
            sum += squares(matrix, from, Math.min(size, from + LANES * ROUNDS));
        }
        return sum;
    }

    /** Few squares are added as floats, side by side as the JIT vectorises them; their sums are added as doubles. */
    private double squares(Matrix matrix, int from, int end) {
        Arrays.fill(lanes, 0f);
        for (int start = from; start < end; start += LANES) {
            int n = Math.min(LANES, end - start);
            matrix.readFlat(start, part, n);
            addSquares(part, lanes, n);
        }
        return sum(lanes);
    }

    private static void addSquares(float[] x, float[] sums, int n) {
        for (int j = 0; j < n; j++) sums[j] += x[j] * x[j];
    }

    /** Four partial sums: the order is fixed, and the CPU can overlap them. */
    private static double sum(float[] x) {
        double a = 0, b = 0, c = 0, d = 0;
        for (int j = 0; j < LANES; j += 4) {
            a += x[j];
            b += x[j + 1];
            c += x[j + 2];
            d += x[j + 3];
        }
        return (a + b) + (c + d);
    }
}
