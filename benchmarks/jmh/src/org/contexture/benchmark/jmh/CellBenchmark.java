package org.contexture.benchmark.jmh;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.contexture.model.cell.Cell;
import org.contexture.model.cell.GruCell;
import org.contexture.model.cell.LstmCell;
import org.contexture.model.cell.RnnCell;
import org.contexture.model.cell.Tape;
import org.contexture.tensor.Rows;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The equations of a cell for one step of 64 sentences, without its products. */
public class CellBenchmark extends Timed {
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
        tape = new Tape(equations, hidden);
        tape.reserveForward(BATCH);
        tape.reserveBackward(BATCH);
        SplittableRandom random = new SplittableRandom(1);
        for (float[] input : tape.inputs()) fill(input, random);
        fill(tape.hPrev(), random);
        fill(tape.cPrev(), random);
        fill(tape.dh(), random);
        equations.forward(tape, Rows.FIRST, Rows.FIRST + n);
    }

    /** A gate takes the place of its input, so this works on its own results, which stay between −1 and 1. */
    @Benchmark
    public float[] forward() {
        equations.forward(tape, Rows.FIRST, Rows.FIRST + n);
        return tape.h();
    }

    /** Back as well: gradients take the places of gates, dh and dc, so all is made anew each time. */
    @Benchmark
    public float[] forwardAndBackward() {
        equations.forward(tape, Rows.FIRST, Rows.FIRST + n);
        Arrays.fill(tape.dh(), 0.01f);
        Arrays.fill(tape.dc(), 0.01f);
        equations.backward(tape, Rows.FIRST, Rows.FIRST + n);
        return tape.inputs()[0];
    }
}
