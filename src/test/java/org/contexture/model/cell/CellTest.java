package org.contexture.model.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What each cell means, in facts anyone can state. */
class CellTest {
    private static final float OPEN = 20f;
    private static final float SHUT = -20f;

    private static Tape tape(Cell cell, float hPrev, float cPrev, float... x) {
        Tape tape = prepared(cell, hPrev, cPrev, x);
        cell.forward(tape, 0, 1);
        return tape;
    }

    private static Tape prepared(Cell cell, float hPrev, float cPrev, float... x) {
        Tape tape = new Tape(cell, 1);
        tape.reserveForward(1);
        tape.reserveBackward(1);
        tape.hPrev()[0] = hPrev;
        if (cell.hasMemory()) tape.cPrev()[0] = cPrev;
        for (int k = 0; k < x.length; k++) {
            (k >= cell.gates() - cell.apart() ? tape.x(k) : tape.a(k))[0] = x[k];
        }
        return tape;
    }

    @Test
    void anOpenUpdateGateCarriesTheGruStateThrough() {
        assertEquals(0.37f, tape(new GruCell(), 0.37f, 0, 0, OPEN, 3).h()[0], 1e-6);
    }

    @Test
    void aShutUpdateGateReplacesTheGruState() {
        assertEquals(
                Math.tanh(0.5), tape(new GruCell(), 0.37f, 0, 0, SHUT, 0.5f).h()[0], 1e-6);
    }

    @Test
    void aShutResetGateHidesTheOldStateFromTheGruCandidate() {
        Tape tape = prepared(new GruCell(), 0.37f, 0, SHUT, SHUT, 0.5f);
        tape.u(2)[0] = 5;
        new GruCell().forward(tape, 0, 1);
        assertEquals(Math.tanh(0.5), tape.h()[0], 1e-6);
    }

    @Test
    void openForgetAndShutInputGatesKeepTheLstmMemory() {
        Tape tape = tape(new LstmCell(), 0, 0.8f, SHUT, OPEN, 1, OPEN);
        assertEquals(0.8f, tape.c()[0], 1e-6);
        assertEquals(Math.tanh(0.8), tape.h()[0], 1e-6);
    }

    @Test
    void aShutOutputGateHidesTheLstmMemoryAndKeepsIt() {
        Tape tape = tape(new LstmCell(), 0, 0.8f, SHUT, OPEN, 1, SHUT);
        assertEquals(0, tape.h()[0], 1e-6);
        assertEquals(0.8f, tape.c()[0], 1e-6);
    }

    @Test
    void theVanillaCellForgetsAllButItsInputs() {
        assertEquals(Math.tanh(0.25), tape(new RnnCell(), 0.9f, 0, 0.25f).h()[0], 1e-6);
    }
}
