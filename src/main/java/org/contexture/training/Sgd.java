package org.contexture.training;

import java.io.IOException;
import java.util.List;
import org.contexture.tensor.DenseGradient;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Parameter;
import org.contexture.tensor.RowGradient;
import org.contexture.tensor.Rows;

/** Gradient descent with momentum as {@code torch.optim.SGD} computes it: b = μ b + g, p = p − α b. */
public final class Sgd implements Optimizer {
    private final float learningRate;
    private final float momentum;
    private final List<Velocity> velocities;

    public Sgd(double learningRate, double momentum, List<Parameter> parameters) {
        this.learningRate = (float) learningRate;
        this.momentum = (float) momentum;
        velocities = parameters.stream().map(Velocity::new).toList();
    }

    @Override
    public void step(float factor) {
        for (Velocity each : velocities) {
            each.step(factor, learningRate, momentum);
        }
    }

    @Override
    public void save(CheckpointOutput out) throws IOException {
        for (Velocity each : velocities) {
            out.write(each.b);
        }
    }

    @Override
    public void load(CheckpointInput in) throws IOException {
        for (Velocity each : velocities) {
            in.read(each.b);
        }
    }

    /** The velocity of one parameter, laid out as it is. */
    private static final class Velocity {
        private final Parameter parameter;
        private final Matrix b;
        private final float[] added;

        Velocity(Parameter parameter) {
            this.parameter = parameter;
            b = parameter.value().zerosLike();
            added = new float[b.columns()];
        }

        void step(float factor, float learningRate, float momentum) {
            if (parameter.gradient() instanceof DenseGradient dense) {
                accumulate(b.values(), dense.matrix().values(), factor, momentum, b.row(0), b.row(b.rows()));
            } else {
                accumulate(parameter.rowGradient(), factor, momentum);
            }
            update(parameter.value().values(), b.values(), learningRate, b.row(0), b.row(b.rows()));
        }

        private static void accumulate(float[] b, float[] g, float factor, float momentum, int from, int to) {
            for (int j = from; j < to; j++) b[j] = momentum * b[j] + factor * g[j];
        }

        /** The same where most rows have no gradient. */
        private void accumulate(RowGradient gradient, float factor, float momentum) {
            decay(b.values(), momentum, b.row(0), b.row(b.rows()));
            for (int row = 0; row < gradient.rows(); row++) {
                gradient.matrix().read(row, added, 0, 1);
                for (int j = 0; j < added.length; j++) added[j] *= factor;
                Rows.add(added, 0, b.values(), b.row(gradient.id(row)), added.length);
            }
        }

        private static void decay(float[] b, float momentum, int from, int to) {
            for (int j = from; j < to; j++) b[j] *= momentum;
        }

        private static void update(float[] p, float[] b, float learningRate, int from, int to) {
            for (int j = from; j < to; j++) p[j] -= learningRate * b[j];
        }
    }
}
