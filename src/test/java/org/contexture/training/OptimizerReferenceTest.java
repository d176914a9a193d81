package org.contexture.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.contexture.tensor.Block;
import org.contexture.tensor.Initializer;
import org.contexture.tensor.Parameter;
import org.contexture.tensor.Seeds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Updates and norms against the same equations in double precision, and sparse ones against dense ones. */
class OptimizerReferenceTest {
    private static final double RATE = 0.01;
    private static final double MOMENTUM = 0.9;
    private static final int STEPS = 12;

    private final SplittableRandom random = new SplittableRandom(3);

    private static Optimizer optimizer(OptimizerKind kind, Parameter parameter) {
        return Optimizer.of(new TrainingSettings(1, 1, kind, RATE, MOMENTUM, 1, 1, null), List.of(parameter));
    }

    private static Parameter filled(Parameter parameter) {
        return parameter.fill(Initializer.Uniform.fan(16), Seeds.stream(1, "p"));
    }

    /** Numbers of many sizes. */
    private float[] numbers(int n) {
        float[] x = new float[n];
        for (int j = 0; j < n; j++) x[j] = (float) (random.nextGaussian() * Math.exp(random.nextDouble(-12, 0)));
        return x;
    }

    /** Gradients for some rows, also written to their places in a dense gradient. */
    private void write(Parameter sparse, Parameter dense, int[] ids) {
        int width = sparse.value().columns();
        float[] rows = numbers(ids.length * width);
        float[] all = new float[dense.value().size()];
        for (int k = 0; k < ids.length; k++) System.arraycopy(rows, k * width, all, ids[k] * width, width);
        Block block = sparse.rowGradient().prepare(ids);
        System.arraycopy(rows, 0, block.values(), block.offset(), rows.length);
        dense.denseGradient().write(0, all, 0, dense.value().rows());
    }

    private int[] someOf(int rows) {
        return IntStream.range(0, rows).filter(id -> random.nextInt(3) == 0).toArray();
    }

    @ParameterizedTest
    @CsvSource({"ADAM, 900, 7", "ADAM, 5, 3000", "ADAM, 4100, 1", "SGD, 900, 7", "SGD, 5, 3000", "SGD, 4100, 1"})
    void aSparseGradientGivesTheBitsOfTheSameDenseOne(OptimizerKind kind, int rows, int columns) {
        Parameter sparse = filled(Parameter.sparse("p", rows, columns));
        Parameter dense = filled(Parameter.dense("p", rows, columns));
        Optimizer ofSparse = optimizer(kind, sparse), ofDense = optimizer(kind, dense);
        for (int step = 1; step <= STEPS; step++) {
            write(sparse, dense, someOf(rows));
            ofSparse.step(1f / step);
            ofDense.step(1f / step);
            assertArrayEquals(dense.value().toArray(), sparse.value().toArray(), "after step " + step);
        }
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void anUpdateIsThatOfItsEquationsInDoublePrecision(OptimizerKind kind) {
        Parameter parameter = filled(Parameter.dense("p", 71, 97));
        Optimizer optimizer = optimizer(kind, parameter);
        Reference reference = new Reference(parameter.value().toArray());
        for (int step = 1; step <= STEPS; step++) {
            float[] g = numbers(parameter.value().size());
            parameter.denseGradient().write(0, g, 0, 71);
            optimizer.step(1f / step);
            reference.step(kind, g, 1f / step);
            assertArrayEquals(reference.p, doubles(parameter.value().toArray()), 1e-6, "after step " + step);
        }
    }

    private static double[] doubles(float[] x) {
        return IntStream.range(0, x.length).mapToDouble(j -> x[j]).toArray();
    }

    private static final class Reference {
        private final double[] p;
        private final double[] m;
        private final double[] v;
        private int steps;

        Reference(float[] start) {
            p = doubles(start);
            m = new double[p.length];
            v = new double[p.length];
        }

        void step(OptimizerKind kind, float[] gradient, double factor) {
            steps++;
            for (int j = 0; j < p.length; j++) {
                double g = factor * gradient[j];
                p[j] -= RATE * (kind == OptimizerKind.ADAM ? adam(j, g) : velocity(j, g));
            }
        }

        private double velocity(int j, double g) {
            m[j] = MOMENTUM * m[j] + g;
            return m[j];
        }

        private double adam(int j, double g) {
            m[j] = 0.9 * m[j] + 0.1 * g;
            v[j] = 0.999 * v[j] + 0.001 * g * g;
            double mean = m[j] / (1 - Math.pow(0.9, steps));
            return mean / (Math.sqrt(v[j] / (1 - Math.pow(0.999, steps))) + 1e-8);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 17, 2047, 2048, 2049, 10_000})
    void theNormIsThatOfAllGradientsInDoublePrecision(int columns) {
        List<Parameter> parameters = new ArrayList<>();
        double squares = 0;
        for (int rows : new int[] {1, 3, 8}) {
            Parameter dense = Parameter.dense("a", rows, columns), sparse = Parameter.sparse("b", rows, columns);
            write(sparse, dense, IntStream.range(0, rows).toArray()); // more rows than the next time
            write(sparse, dense, IntStream.range(rows / 2, rows).toArray());
            for (double g : doubles(dense.denseGradient().toArray())) squares += 2 * g * g;
            parameters.addAll(List.of(dense, sparse));
        }
        double expected = Math.sqrt(squares);
        assertEquals(expected, new GradientClip().norm(parameters), 1e-6 * expected);
    }
}
