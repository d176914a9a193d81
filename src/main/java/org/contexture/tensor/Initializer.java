package org.contexture.tensor;

import java.util.SplittableRandom;

/** The distributions parameters start from; the same numbers on every JVM. */
public sealed interface Initializer {
    /** The next number. */
    float draw(SplittableRandom random);

    /** A uniform distribution on [−bound, bound]; PyTorch's default for linear and recurrent weights and biases. */
    record Uniform(double bound) implements Initializer {
        /** U(±1/√n): n is the fan-in of a linear layer, the hidden size of a recurrent one. */
        public static Uniform fan(int n) {
            return new Uniform(1 / Math.sqrt(n));
        }

        @Override
        public float draw(SplittableRandom random) {
            return (float) ((2 * random.nextDouble() - 1) * bound);
        }
    }

    /** The standard normal distribution N(0, 1); PyTorch's default for embeddings. */
    record Normal() implements Initializer {
        /** Box and Muller's transform; StrictMath, because its bits do not depend on the JVM. */
        @Override
        public float draw(SplittableRandom random) {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            return (float) (radius * StrictMath.cos(2 * Math.PI * random.nextDouble()));
        }
    }
}
