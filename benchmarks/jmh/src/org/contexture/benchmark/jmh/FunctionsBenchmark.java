package org.contexture.benchmark.jmh;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.contexture.tensor.Functions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a softmax over a vocabulary is made of. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx2g", "-XX:+UseParallelGC"})
public class FunctionsBenchmark {
    @Param({"500", "8000"})
    private int n;

    private float[] x;

    @Setup
    public void make() {
        SplittableRandom random = new SplittableRandom(1);
        x = new float[n];
        for (int j = 0; j < n; j++) x[j] = (float) random.nextDouble() - 0.5f;
    }

    @Benchmark
    public float max() {
        return Functions.max(x, n);
    }

    /** Works on its own results; x = e^(x − 2) settles at 0.16, so that nothing overflows. */
    @Benchmark
    public float exp() {
        return Functions.exp(x, 2, x, n);
    }
}
