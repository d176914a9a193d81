package org.contexture.benchmark.jmh;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.Matrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The three products of a linear layer y = x Wᵀ: forward, gradient by x, gradient by W. */
public class ProductBenchmark extends Timed {
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

    private static Matrix filled(int rows, int columns) {
        return Matrix.of(rows, columns, fill(new float[rows * columns], new SplittableRandom(1)));
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
