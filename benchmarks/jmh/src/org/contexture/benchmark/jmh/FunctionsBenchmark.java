package org.contexture.benchmark.jmh;

import java.util.SplittableRandom;
import org.contexture.tensor.Functions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** What a softmax over a vocabulary is made of. */
public class FunctionsBenchmark extends Timed {
    @Param({"500", "8000"})
    private int n;

    private float[] x;

    @Setup
    public void make() {
        x = fill(new float[n], new SplittableRandom(1));
    }

    @Benchmark
    public float max() {
        return Functions.max(x, 0, n);
    }

    /** Works on its own results; x = e^(x − 2) settles at 0.16, so that nothing overflows. */
    @Benchmark
    public float exp() {
        return Functions.exp(x, 0, n, 2);
    }
}
