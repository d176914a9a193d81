package org.contexture.model;

import java.util.HashMap;
import java.util.Map;

/** Puts the slices of a row's logits together. */
final class WholeRows {
    interface Visitor {
        void visit(int row, float[] logits);
    }

    private WholeRows() {}

    /** A reader that shows a visitor each row once, with the logits of the whole vocabulary. */
    static LogitsReader reader(int vocabulary, Visitor visitor) {
        Map<Integer, float[]> rows = new HashMap<>();
        return (row, from, z, at, n) -> {
            float[] logits = rows.computeIfAbsent(row, r -> new float[vocabulary]);
            System.arraycopy(z, at, logits, from, n);
            if (from + n == vocabulary) visitor.visit(row, logits);
        };
    }
}
