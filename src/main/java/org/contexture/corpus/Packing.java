package org.contexture.corpus;

import java.util.Arrays;

/**
 * Where each token of a batch lies when rows are packed by time step: the longest sentence comes first, step t holds the
 * t-th token of the first {@link #size(int) size(t)} sentences, and the steps follow one another. There is no padding, so
 * none can leak into a result.
 *
 * <pre>{@code
 * a b c        step 0: a d f   step 1: b e   step 2: c
 * d e     →    rows    0 1 2           3 4           5
 * f
 * }</pre>
 */
public final class Packing {
    private final int[] order;
    private final int[] lengths;
    private final int[] sizes;
    private final int[] offsets;

    private Packing(int[] order, int[] lengths, int[] sizes, int[] offsets) {
        this.order = order;
        this.lengths = lengths;
        this.sizes = sizes;
        this.offsets = offsets;
    }

    /**
     * Packs sentences of these lengths, in tokens; equally long ones keep their order.
     *
     * @throws IllegalArgumentException if there is no sentence or one is empty
     */
    public static Packing of(int[] lengths) {
        if (lengths.length == 0 || Arrays.stream(lengths).min().orElse(0) < 1) {
            throw new IllegalArgumentException(
                    "A batch needs sentences of at least one token: " + Arrays.toString(lengths));
        }
        int[] order = longestFirst(lengths);
        int[] sorted = Arrays.stream(order).map(s -> lengths[s]).toArray();
        int[] sizes = new int[sorted[0]];
        for (int length : sorted) {
            for (int t = 0; t < length; t++) {
                sizes[t]++;
            }
        }
        int[] offsets = new int[sizes.length + 1];
        for (int t = 0; t < sizes.length; t++) {
            offsets[t + 1] = offsets[t] + sizes[t];
        }
        return new Packing(order, sorted, sizes, offsets);
    }

    /** One step of n sentences, as a decoder takes them at inference. */
    public static Packing oneStep(int n) {
        int[] ones = new int[n];
        Arrays.fill(ones, 1);
        return of(ones);
    }

    /** A counting sort, because it is stable and lengths are small. */
    private static int[] longestFirst(int[] lengths) {
        int longest = Arrays.stream(lengths).max().orElse(0);
        int[] order = new int[lengths.length];
        int next = 0;
        for (int length = longest; length > 0 && next < order.length; length--) {
            for (int s = 0; s < lengths.length; s++) {
                if (lengths[s] == length) {
                    order[next++] = s;
                }
            }
        }
        return order;
    }

    /** Sentences in the batch, B. */
    public int sentences() {
        return order.length;
    }

    /** Tokens in the batch, N: the number of packed rows. */
    public int tokens() {
        return offsets[sizes.length];
    }

    /** Steps of the longest sentence, T. */
    public int steps() {
        return sizes.length;
    }

    /** Sentences that have a t-th token, B_t. */
    public int size(int t) {
        return sizes[t];
    }

    /** The first packed row of step t. */
    public int offset(int t) {
        return offsets[t];
    }

    /** Which sentence of the batch, as it was given, stands at place b. */
    public int sentence(int b) {
        return order[b];
    }

    /** Tokens of the sentence at place b. */
    public int length(int b) {
        return lengths[b];
    }

    /** The packed row of the last token of the sentence at place b. */
    public int lastRow(int b) {
        return offsets[lengths[b] - 1] + b;
    }

    /** The place of each sentence, as it was given. */
    public int[] places() {
        int[] places = new int[order.length];
        for (int b = 0; b < order.length; b++) {
            places[order[b]] = b;
        }
        return places;
    }
}
