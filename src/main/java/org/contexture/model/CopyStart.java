package org.contexture.model;

import java.util.List;
import org.contexture.tensor.Block;
import org.contexture.tensor.Parameter;
import org.contexture.tensor.Rows;
import org.jspecify.annotations.Nullable;

/** s_0 = h_T, and for an LSTM its memory too (Sutskever et al., 2014). */
record CopyStart() implements Start {
    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public State forward(Block contexts, State last) {
        return last;
    }

    @Override
    public void backward(@Nullable State dStart, Block contexts, Block dContexts, State dLast) {
        if (dStart != null) {
            int n = contexts.rows() * contexts.columns();
            Rows.add(dStart.h(), Rows.FIRST, dLast.h(), Rows.FIRST, n);
            if (dStart.c().length > 0) Rows.add(dStart.c(), Rows.FIRST, dLast.c(), Rows.FIRST, n);
        }
    }
}
