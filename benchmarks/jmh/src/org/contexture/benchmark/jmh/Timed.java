package org.contexture.benchmark.jmh;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How every benchmark here is measured; JMH's annotations are inherited. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {
            "-Xmx2g",
            "-XX:+UseParallelGC",
            "--add-modules",
            "jdk.incubator.vector",
            "-XX:-UseFPUForSpilling",
            "-XX:ObjectAlignmentInBytes=64"
        })
public abstract class Timed {
    /** Fills with numbers from −0.5 to 0.5. Zeros would do for time, but not for CPUs that multiply them with less power. */
    static float[] fill(float[] values, SplittableRandom random) {
        for (int j = 0; j < values.length; j++) values[j] = (float) random.nextDouble() - 0.5f;
        return values;
    }
}
