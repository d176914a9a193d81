package org.contexture.training;

import java.io.IOException;
import java.util.List;
import org.contexture.tensor.DenseGradient;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Parameter;
import org.contexture.tensor.RowGradient;
import org.contexture.tensor.Rows;

/**
 * Adam (Kingma and Ba, 2015) as {@code torch.optim.Adam} computes it, ε outside the root:
 *
 * <pre>
 * m = β1 m + (1 − β1) g
 * v = β2 v + (1 − β2) g²
 * p = p − α / (1 − β1^t) · m / (√v / √(1 − β2^t) + ε)
 * </pre>
 *
 * <p>The last line is computed with numerator and denominator times √(1 − β2^t), which saves a division a number.
 *
 * <p>Every row's moments decay in every step, those of an embedding without a gradient too: an Adam that skips them is a
 * different algorithm.
 */
public final class Adam implements Optimizer {
    private static final double DECAY1 = 0.9;
    private static final double DECAY2 = 0.999;
    private static final float BETA1 = (float) DECAY1;
    private static final float REST1 = (float) (1 - DECAY1);
    private static final float BETA2 = (float) DECAY2;
    private static final float REST2 = (float) (1 - DECAY2);
    private static final float EPSILON = 1e-8f;

    private final double learningRate;
    private final List<Moments> moments;
    private int steps;

    public Adam(double learningRate, List<Parameter> parameters) {
        this.learningRate = learningRate;
        moments = parameters.stream().map(Moments::new).toList();
    }

    @Override
    public void step(float factor) {
        steps++;
        float stepSize = (float) (learningRate / (1 - StrictMath.pow(DECAY1, steps)));
        float rootCorrection = (float) StrictMath.sqrt(1 - StrictMath.pow(DECAY2, steps));
        for (Moments each : moments) {
            each.step(factor, stepSize, rootCorrection);
        }
    }

    @Override
    public void save(CheckpointOutput out) throws IOException {
        out.write(steps);
        for (Moments each : moments) {
            out.write(each.m);
            out.write(each.v);
        }
    }

    @Override
    public void load(CheckpointInput in) throws IOException {
        steps = in.readInt();
        for (Moments each : moments) {
            in.read(each.m);
            in.read(each.v);
        }
    }

    /**
     * The moments of one parameter, laid out as it is. Each loop has one index, the same for all arrays, and reads before it writes: the JIT vectorises
     * no other.
     */
    private static final class Moments {
        private static final int RANGE = 2048;

        private final Parameter parameter;
        private final Matrix m;
        private final Matrix v;
        private final float[] addedToM;
        private final float[] addedToV;

        Moments(Parameter parameter) {
            this.parameter = parameter;
            m = parameter.value().zerosLike();
            v = parameter.value().zerosLike();
            addedToM = new float[m.columns()];
            addedToV = new float[m.columns()];
        }

        void step(float factor, float stepSize, float rootCorrection) {
            float size = stepSize * rootCorrection, epsilon = EPSILON * rootCorrection;
            float[] p = parameter.value().values();
            if (parameter.gradient() instanceof DenseGradient dense) {
                step(
                        p,
                        m.values(),
                        v.values(),
                        dense.matrix().values(),
                        factor,
                        size,
                        epsilon,
                        m.row(0),
                        m.row(m.rows()));
            } else {
                stepOfRows(p, factor, size, epsilon);
            }
        }

        private static void step(
                float[] p, float[] m, float[] v, float[] g, float factor, float size, float epsilon, int from, int to) {
            for (int j = from; j < to; j++) {
                float pj = p[j], mj = m[j], vj = v[j], gj = factor * g[j];
                float newM = BETA1 * mj + REST1 * gj;
                float newV = BETA2 * vj + REST2 * gj * gj;
                float newP = pj - size * newM / ((float) Math.sqrt(newV) + epsilon);
                m[j] = newM;
                v[j] = newV;
                p[j] = newP;
            }
        }

        /** The same where most rows have no gradient, for ranges that stay in a first-level cache. */
        private void stepOfRows(float[] p, float factor, float size, float epsilon) {
            int range = Math.max(1, RANGE / m.columns()) * m.columns();
            int end = m.row(m.rows());
            int next = 0;
            for (int from = m.row(0); from < end; from += range) {
                int to = Math.min(end, from + range);
                next = accumulate(parameter.rowGradient(), factor, from, to, next);
                update(p, m.values(), v.values(), size, epsilon, from, to);
            }
        }

        /** All moments decay, some are added to. Returns the first row after the range. */
        private int accumulate(RowGradient gradient, float factor, int from, int to, int first) {
            decay(m.values(), BETA1, from, to);
            decay(v.values(), BETA2, from, to);
            int width = addedToM.length;
            int row = first;
            for (; row < gradient.rows() && m.row(gradient.id(row)) < to; row++) {
                gradient.matrix().read(row, addedToM, 0, 1);
                for (int j = 0; j < width; j++) addedToV[j] = REST2 * (factor * addedToM[j]) * (factor * addedToM[j]);
                for (int j = 0; j < width; j++) addedToM[j] = REST1 * (factor * addedToM[j]);
                Rows.add(addedToM, 0, m.values(), m.row(gradient.id(row)), width);
                Rows.add(addedToV, 0, v.values(), v.row(gradient.id(row)), width);
            }
            return row;
        }

        private static void decay(float[] moments, float beta, int from, int to) {
            for (int j = from; j < to; j++) moments[j] *= beta;
        }

        private static void update(float[] p, float[] m, float[] v, float size, float epsilon, int from, int to) {
            for (int j = from; j < to; j++) {
                p[j] -= size * m[j] / ((float) Math.sqrt(v[j]) + epsilon);
            }
        }
    }
}
