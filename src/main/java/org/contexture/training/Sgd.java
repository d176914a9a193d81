package org.contexture.training;

import java.io.IOException;
import java.util.List;
import org.contexture.tensor.Parameter;

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
            for (float[] b : each.b) out.write(b);
        }
    }

    @Override
    public void load(CheckpointInput in) throws IOException {
        for (Velocity each : velocities) {
            for (float[] b : each.b) in.read(b);
        }
    }

    private static final class Velocity {
        private final Slices slices;
        private final float[][] b;
        private final float[] p;
        private final float[] g;

        Velocity(Parameter parameter) {
            slices = new Slices(parameter);
            b = new float[slices.count()][];
            for (int k = 0; k < b.length; k++) {
                b[k] = new float[slices.length(k)];
            }
            p = new float[slices.largest()];
            g = new float[slices.largest()];
        }

        void step(float factor, float learningRate, float momentum) {
            int next = 0;
            for (int k = 0; k < b.length; k++) {
                next = slices.readGradient(k, g, next);
                slices.readValue(k, p);
                accumulate(g, factor, b[k], momentum);
                move(p, b[k], learningRate);
                slices.writeValue(k, p);
            }
        }

        private static void accumulate(float[] g, float factor, float[] b, float momentum) {
            for (int j = 0; j < b.length; j++) b[j] = momentum * b[j] + factor * g[j];
        }

        private static void move(float[] p, float[] b, float learningRate) {
            for (int j = 0; j < b.length; j++) p[j] -= learningRate * b[j];
        }
    }
}
