package org.contexture.benchmark.jmh;

import java.util.Arrays;
import java.util.List;
import org.contexture.benchmark.TrainingBenchmark;
import org.contexture.tensor.Parameter;
import org.contexture.training.Optimizer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** One update of one parameter: the output weight of a model of width 64. */
public class AdamBenchmark extends Timed {
    private static final int COLUMNS = 3 * 64;

    @Param({"500", "8000"})
    private int rows;

    private Parameter parameter;
    private Optimizer optimizer;

    @Setup
    public void make() {
        parameter = Parameter.dense("w", rows, COLUMNS);
        float[] gradient = new float[rows * COLUMNS];
        Arrays.fill(gradient, 0.01f);
        parameter.denseGradient().write(0, gradient, 0, rows);
        optimizer = Optimizer.of(TrainingBenchmark.training(1), List.of(parameter));
    }

    @Benchmark
    public void step() {
        optimizer.step(1);
    }
}
