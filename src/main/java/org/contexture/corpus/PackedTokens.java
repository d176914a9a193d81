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
        this.distinct = Arrays.stream(ids).sorted().distinct().toArray();
        this.indices =
                Arrays.stream(ids).map(id -> Arrays.binarySearch(distinct, id)).toArray();
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
