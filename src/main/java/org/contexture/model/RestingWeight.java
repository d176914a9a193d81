package org.contexture.model;

import org.contexture.tensor.Block;
import org.contexture.tensor.Panels;
import org.jspecify.annotations.Nullable;

/** A weight that is turned into panels once at inference, and not again before parameters change. */
final class RestingWeight {
    private static final int NEVER = -1;

    private final Panels panels = new Panels();
    private int generation = NEVER;

    /** The transpose of a weight, always the same one, in panels; turned each time where nothing is known because parameters change. */
    Panels transposed(Block weight, @Nullable Known known) {
        int now = known == null ? NEVER : known.generation();
        if (now == NEVER || now != generation) panels.setTransposed(weight);
        generation = now;
        return panels;
    }
}
