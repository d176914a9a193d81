package org.contexture.benchmark.jmh;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.Matrix;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The three products of a linear layer y = x Wᵀ: forward, gradient by x, gradient by W. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx2g", "-XX:+UseParallelGC"})
public class ProductBenchmark {
    /**
     * Rows of x, its width, width of y: logits of 864 target positions at small and large sizes, gates of an LSTM for all
     * positions of a batch, and those of one step of time.
     */
    @Param({"864x64x500", "864x256x500", "864x64x8000", "864x64x256", "64x64x256", "64x256x1024"})
    private String shape;

    private Matrix x;
    private Matrix w;
    private Matrix y;

    @Setup
    public void make() {
        int[] sizes =
                Arrays.stream(shape.split("x", -1)).mapToInt(Integer::parseInt).toArray();
        x = filled(sizes[0], sizes[1]);
        w = filled(sizes[2], sizes[1]);
        y = filled(sizes[0], sizes[2]);
    }

    /** Zeros would do for time, but not for CPUs that multiply them with less power. */
    private static Matrix filled(int rows, int columns) {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[rows * columns];
        for (int j = 0; j < values.length; j++) values[j] = (float) random.nextDouble() - 0.5f;
        return Matrix.of(rows, columns, values);
    }

    @TearDown
    public void free() {
        x.close();
        w.close();
        y.close();
    }

    @Benchmark
    public void forward() {
        Gemm.nt(x.all(), w.all(), Gemm.SET, y.all());
    }

    @Benchmark
    public void gradientByInput() {
        Gemm.nn(y.all(), w.all(), Gemm.SET, x.all());
    }

    @Benchmark
    public void gradientByWeight() {
        Gemm.tn(y.all(), x.all(), Gemm.SET, w.all());
    }
}
