package org.contexture.model;

import org.contexture.corpus.PackedTokens;
import org.contexture.tensor.Block;
import org.contexture.tensor.GrowingMatrix;
import org.contexture.tensor.Initializer;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Parameter;
import org.contexture.tensor.Seeds;

/** A table of word vectors [V, E], N(0, 1) at first; a batch uses one row for each distinct token. */
final class Embedding {
    private final Parameter table;
    private final GrowingMatrix gathered;

    Embedding(String name, int vocabulary, int width, long seed) {
        table = Parameter.sparse(name, vocabulary, width).fill(new Initializer.Normal(), Seeds.stream(seed, name));
        gathered = new GrowingMatrix(width);
    }

    Parameter table() {
        return table;
    }

    /** The vectors of tokens, [D, E]. */
    Block gather(int[] ids) {
        Matrix rows = gathered.atLeast(ids.length);
        for (int d = 0; d < ids.length; d++) {
            rows.copyRows(d, table.value(), ids[d], 1);
        }
        return rows.rows(0, ids.length);
    }

    /** What {@link #gather} returned last, for the same tokens. */
    Block gathered(PackedTokens tokens) {
        int distinct = tokens.distinct().length;
        return gathered.atLeast(distinct).rows(0, distinct);
    }

    /** The gradient rows of the distinct tokens, [D, E], zero at first. */
    Block beginGradient(PackedTokens tokens) {
        Block gradient = table.rowGradient().prepare(tokens.distinct());
        gradient.fill(0f);
        return gradient;
    }
}
