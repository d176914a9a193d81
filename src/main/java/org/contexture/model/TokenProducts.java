package org.contexture.model;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Products W e(y) + b that have been made, by token: at inference, while parameters rest, none has to be made twice. When
 * {@value #MOST} numbers are kept, all are forgotten.
 */
final class TokenProducts {
    private static final int MOST = 1 << 25;

    private final Map<Integer, float[]> rows = new HashMap<>();
    private int numbers;

    /** The row of a token, or null if it has to be made. */
    float @Nullable [] get(int token) {
        return rows.get(token);
    }

    /** Keeps a row that nobody may change from now on. */
    void put(int token, float[] row) {
        if (numbers + row.length > MOST) {
            rows.clear();
            numbers = 0;
        }
        rows.put(token, row);
        numbers += row.length;
    }
}
