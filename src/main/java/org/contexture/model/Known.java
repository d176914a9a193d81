package org.contexture.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The tokens that a decoder has read at inference: what depends on a token alone is multiplied once while parameters rest. Each token
 * has a number, that of its row in all {@link KnownRows}. When these have a quarter of a gigabyte, or a sixteenth of the heap, all are
 * forgotten.
 */
final class Known {
    /** Numbers of all rows: those of all tokens of a vocabulary of 8,000, if the heap is large. */
    private static final int MOST = (int) Math.min(1 << 26, Runtime.getRuntime().maxMemory() / Float.BYTES / 16);

    private static final int UNKNOWN = -1;

    private final int most;
    private final int[] rows;
    private int count;
    private int firstNew;
    private int generation;

    /** For the tokens of a vocabulary, and gates' inputs of so many numbers. */
    static Known of(int gatesWidth, int vocabulary) {
        return new Known(vocabulary, MOST / (gatesWidth + vocabulary));
    }

    /** For so many tokens at most, or those of one step if these are more. */
    Known(int vocabulary, int most) {
        this.most = most;
        rows = new int[vocabulary];
        Arrays.fill(rows, UNKNOWN);
    }

    /** Takes in the tokens of a step and returns the new ones among them, whose rows are [{@link #firstNew}, {@link #count}) in that order. */
    int[] meet(int[] tokens) {
        int[] fresh = unknown(tokens);
        if (count + fresh.length > most) {
            forgetTokens();
            fresh = tokens;
        }
        firstNew = count;
        for (int token : fresh) rows[token] = count++;
        return fresh;
    }

    private int[] unknown(int[] tokens) {
        return IntStream.of(tokens).filter(token -> rows[token] == UNKNOWN).toArray();
    }

    private void forgetTokens() {
        Arrays.fill(rows, UNKNOWN);
        count = 0;
    }

    /** The row of a token that was met. */
    int row(int token) {
        return rows[token];
    }

    /** The first of the rows that the last step's tokens got. */
    int firstNew() {
        return firstNew;
    }

    /** Rows in use. */
    int count() {
        return count;
    }

    /** How often parameters may have changed: what was made in an earlier generation holds no longer. */
    int generation() {
        return generation;
    }

    /** Parameters have changed, or may have. */
    void forget() {
        forgetTokens();
        generation++;
    }
}
