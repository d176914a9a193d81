package org.contexture.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Products W e(y) + b that have been made, by token: at inference, while parameters rest, none has to be made twice. When a quarter of a
 * gigabyte is kept, or a sixteenth of the heap, all are forgotten. The arrays of forgotten ones are used again, since a fresh array has to
 * be zeroed, and a fresh page of memory twice.
 */
final class TokenProducts {
    /** Numbers: those of all tokens of a vocabulary of 8,000, if the heap is large. */
    private static final int MOST = (int) Math.min(1 << 26, Runtime.getRuntime().maxMemory() / Float.BYTES / 16);

    private final int width;
    private final int mostRows;
    private final Map<Integer, float[]> rows = new HashMap<>();
    private final Deque<float[]> forgotten = new ArrayDeque<>();

    /** For products of so many numbers. */
    TokenProducts(int width) {
        this.width = width;
        mostRows = Math.max(1, MOST / width);
    }

    /** The row of a token, or null if it has to be made. */
    float @Nullable [] get(int token) {
        return rows.get(token);
    }

    /** An array to make a row in; it may be one of a forgotten token. */
    float[] room() {
        float[] row = forgotten.poll();
        return row == null ? new float[width] : row;
    }

    /** Keeps a row, which nobody may change from now on. Rows forgotten for it stay as they are until the next {@link #room}. */
    void put(int token, float[] row) {
        if (rows.size() >= mostRows) forget();
        rows.put(token, row);
    }

    /** Forgets all rows. */
    void forget() {
        forgotten.addAll(rows.values());
        rows.clear();
    }
}
