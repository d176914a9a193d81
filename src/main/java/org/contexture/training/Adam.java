package org.contexture.training;

import java.io.IOException;
import java.util.List;
import org.contexture.tensor.Parameter;

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
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
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
        float stepSize = (float) (learningRate / (1 - StrictMath.pow(BETA1, steps)));
        float rootCorrection = (float) StrictMath.sqrt(1 - StrictMath.pow(BETA2, steps));
        for (Moments each : moments) {
            each.step(factor, stepSize, rootCorrection);
        }
    }

    @Override
    public void save(CheckpointOutput out) throws IOException {
        out.write(steps);
        for (Moments each : moments) {
            for (float[] m : each.m) out.write(m);
            for (float[] v : each.v) out.write(v);
        }
    }

    @Override
    public void load(CheckpointInput in) throws IOException {
        steps = in.readInt();
        for (Moments each : moments) {
            for (float[] m : each.m) in.read(m);
            for (float[] v : each.v) in.read(v);
        }
    }

    /** The moments of one parameter, cut like its slices: each loop runs over arrays with one index. */
    private static final class Moments {
        private final Slices slices;
        private final float[][] m;
        private final float[][] v;
        private final float[] p;
        private final float[] g;

        Moments(Parameter parameter) {
            slices = new Slices(parameter);
            m = new float[slices.count()][];
            v = new float[slices.count()][];
            for (int k = 0; k < m.length; k++) {
                m[k] = new float[slices.length(k)];
                v[k] = new float[slices.length(k)];
            }
            p = new float[slices.largest()];
            g = new float[slices.largest()];
        }

        void step(float factor, float stepSize, float rootCorrection) {
            int next = 0;
            for (int k = 0; k < m.length; k++) {
                next = slices.readGradient(k, g, next);
                slices.readValue(k, p);
                accumulate(g, factor, m[k], v[k]);
                update(p, m[k], v[k], stepSize, rootCorrection);
                slices.writeValue(k, p);
            }
        }

        private static void accumulate(float[] g, float factor, float[] m, float[] v) {
            float beta1 = (float) BETA1, rest1 = (float) (1 - BETA1);
            float beta2 = (float) BETA2, rest2 = (float) (1 - BETA2);
            for (int j = 0; j < m.length; j++) g[j] *= factor;
            for (int j = 0; j < m.length; j++) m[j] = beta1 * m[j] + rest1 * g[j];
            for (int j = 0; j < v.length; j++) v[j] = beta2 * v[j] + rest2 * g[j] * g[j];
        }

        private static void update(float[] p, float[] m, float[] v, float stepSize, float rootCorrection) {
            float size = stepSize * rootCorrection, epsilon = EPSILON * rootCorrection;
            for (int j = 0; j < m.length; j++) {
                p[j] -= size * m[j] / ((float) Math.sqrt(v[j]) + epsilon);
            }
        }
    }
}
