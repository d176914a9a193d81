package org.contexture.model;

import java.util.Arrays;
import org.contexture.corpus.PackedRows;
import org.contexture.tensor.Rows;

/**
 * A recurrent state of B sentences, or its gradient, in rows ({@link Rows#at}) of two buffers that grow to the largest batch seen and are then
 * used again. Growing forgets their content.
 */
final class State {
    private final int hidden;
    private final boolean memory;
    private float[] h = {};
    private float[] c = {};

    /** States of so many units, with memories beside them or without. */
    State(int hidden, boolean memory) {
        this.hidden = hidden;
        this.memory = memory;
    }

    /** The hidden states [B, H]. */
    float[] h() {
        return h;
    }

    /** The memories [B, H]; empty for cells without memory. */
    float[] c() {
        return c;
    }

    /** Makes room for so many sentences, whatever is in it. */
    State atLeast(int sentences) {
        h = Rows.atLeast(h, sentences, hidden);
        if (memory) c = Rows.atLeast(c, sentences, hidden);
        return this;
    }

    /** Becomes zero for so many sentences. */
    State zeros(int sentences) {
        atLeast(sentences);
        Arrays.fill(h, Rows.FIRST, Rows.at(sentences, hidden), 0f);
        if (memory) Arrays.fill(c, Rows.FIRST, Rows.at(sentences, hidden), 0f);
        return this;
    }

    /** Becomes the first sentences of these states and memories. */
    State copy(float[] states, float[] memories, int sentences) {
        atLeast(sentences);
        System.arraycopy(states, Rows.FIRST, h, Rows.FIRST, sentences * hidden);
        if (memory) System.arraycopy(memories, Rows.FIRST, c, Rows.FIRST, sentences * hidden);
        return this;
    }

    /** Becomes the rows named of another state, in that order. */
    State select(State from, int[] rows) {
        atLeast(rows.length);
        PackedRows.select(from.h, rows, hidden, h);
        if (memory) PackedRows.select(from.c, rows, hidden, c);
        return this;
    }
}
