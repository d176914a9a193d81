package org.contexture.corpus;

import java.util.Arrays;

/**
 * Token ids in packed rows, and which of them differ: whatever depends on the token alone is computed once for each
 * distinct one.
 */
public final class PackedTokens {
    private final Packing packing;
    private final int[] ids;
    private final int[] distinct;
    private final int[] indices;

    private PackedTokens(Packing packing, int[] ids) {
        this.packing = packing;
        this.ids = ids;
        int[] index = new int[largest(ids) + 1];
        this.distinct = distinct(ids, index);
        this.indices = new int[ids.length];
        for (int row = 0; row < ids.length; row++) {
            indices[row] = index[ids[row]];
        }
    }

    private static int largest(int[] ids) {
        int largest = -1;
        for (int id : ids) {
            largest = Math.max(largest, id);
        }
        return largest;
    }

    /** The distinct ids, ascending; {@code index} [largest id + 1], zero before, leads from each to its place among them. */
    private static int[] distinct(int[] ids, int[] index) {
        int count = 0;
        for (int id : ids) {
            count += 1 - index[id];
            index[id] = 1;
        }
        int[] distinct = new int[count];
        int next = 0;
        for (int id = 0; id < index.length; id++) {
            if (index[id] == 1) {
                distinct[next] = id;
                index[id] = next++;
            }
        }
        return distinct;
    }

    /** Packs sentences of token ids. */
    public static PackedTokens of(int[][] sentences) {
        Packing packing =
                Packing.of(Arrays.stream(sentences).mapToInt(s -> s.length).toArray());
        return new PackedTokens(packing, pack(packing, sentences));
    }

    /** One token for each of n sentences: a decoder's input at inference. */
    public static PackedTokens oneStep(int[] tokens) {
        return new PackedTokens(Packing.oneStep(tokens.length), tokens.clone());
    }

    /** The ids of sentences that have the packing's lengths, in packed order. */
    static int[] pack(Packing packing, int[][] sentences) {
        int[] ids = new int[packing.tokens()];
        for (int t = 0; t < packing.steps(); t++) {
            for (int b = 0; b < packing.size(t); b++) {
                ids[packing.offset(t) + b] = sentences[packing.sentence(b)][t];
            }
        }
        return ids;
    }

    public Packing packing() {
        return packing;
    }

    /** The token at a packed row. */
    public int id(int row) {
        return ids[row];
    }

    /** The distinct tokens, ascending, [D]; not a copy. */
    public int[] distinct() {
        return distinct;
    }

    /** Where in {@link #distinct()} the token of each packed row is, [N]; not a copy. */
    public int[] indices() {
        return indices;
    }
}
