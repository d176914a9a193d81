package org.contexture.model;

import java.util.List;
import org.contexture.tensor.Block;
import org.contexture.tensor.Parameter;
import org.jspecify.annotations.Nullable;

/** s_0 = 0: without {@link Feed#INIT} nothing of the source is in the first state. */
record ZeroStart() implements Start {
    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public @Nullable State forward(Block contexts, State last) {
        return null;
    }

    @Override
    public void backward(@Nullable State dStart, Block contexts, Block dContexts, State dLast) {}
}
