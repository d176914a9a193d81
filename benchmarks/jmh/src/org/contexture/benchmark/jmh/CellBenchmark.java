package org.contexture.benchmark.jmh;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.contexture.model.cell.Cell;
import org.contexture.model.cell.GruCell;
import org.contexture.model.cell.LstmCell;
import org.contexture.model.cell.RnnCell;
import org.contexture.model.cell.Tape;
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

/** The equations of a cell for one step of 64 sentences, without its products. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx2g", "-XX:+UseParallelGC"})
public class CellBenchmark {
    private static final int BATCH = 64;

    @Param({"rnn", "gru", "lstm"})
    private String cell;

    @Param({"64", "256"})
    private int hidden;

    private Cell equations;
    private Tape tape;
    private int n;

    @Setup
    public void make() {
        equations = switch (cell) {
            case "gru" -> new GruCell();
            case "lstm" -> new LstmCell();
            default -> new RnnCell();
        };
        n = BATCH * hidden;
        tape = new Tape(equations);
        tape.reserveForward(n);
        tape.reserveBackward(n);
        SplittableRandom random = new SplittableRandom(1);
        for (float[] input : tape.inputs()) fill(input, random);
        fill(tape.hPrev(), random);
        fill(tape.cPrev(), random);
        fill(tape.dh(), random);
        equations.forward(tape, 0, n);
    }

    private static void fill(float[] values, SplittableRandom random) {
        for (int j = 0; j < values.length; j++) values[j] = (float) random.nextDouble() - 0.5f;
    }

    /** A gate takes the place of its input, so this works on its own results, which stay between −1 and 1. */
    @Benchmark
    public float[] forward() {
        equations.forward(tape, 0, n);
        return tape.h();
    }

    @Benchmark
    public float[] backward() {
        equations.backward(tape, 0, n);
        return tape.dInputs()[0];
    }
}
