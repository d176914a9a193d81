package org.contexture.model;

import org.contexture.corpus.PackedRows;

/**
 * A recurrent state of B sentences, or its gradient.
 *
 * @param h hidden states [B, H]
 * @param c memories [B, H]; empty for cells without memory
 */
@SuppressWarnings("ArrayRecordComponent") // a pair of buffers, never compared
record State(float[] h, float[] c) {
    static State zeros(int sentences, int hidden, boolean memory) {
        int n = sentences * hidden;
        return new State(new float[n], new float[memory ? n : 0]);
    }

    /** The rows named, in that order. */
    State select(int[] rows, int hidden) {
        return new State(PackedRows.select(h, rows, hidden), c.length == 0 ? c : PackedRows.select(c, rows, hidden));
    }
}
