package org.contexture.corpus;

import org.contexture.tensor.Rows;

/** Leads between one row a sentence, [B, width], and one row a token, [N, width] packed. */
public final class PackedRows {
    private PackedRows() {}

    /** The place b of the sentence that each packed row belongs to, [N]. */
    public static int[] places(Packing packing) {
        int[] places = new int[packing.tokens()];
        for (int t = 0; t < packing.steps(); t++) {
            for (int b = 0; b < packing.size(t); b++) {
                places[packing.offset(t) + b] = b;
            }
        }
        return places;
    }

    /** Writes the rows named of a buffer [·, width] to selected [rows, width], in that order; rows are at {@link Rows#at}. */
    public static void select(float[] numbers, int[] rows, int width, float[] selected) {
        for (int k = 0; k < rows.length; k++) {
            System.arraycopy(numbers, Rows.at(rows[k], width), selected, Rows.at(k, width), width);
        }
    }

    /** The entries named, in that order. */
    public static int[] select(int[] numbers, int[] rows) {
        return java.util.Arrays.stream(rows).map(row -> numbers[row]).toArray();
    }
}
