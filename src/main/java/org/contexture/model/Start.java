package org.contexture.model;

import java.util.List;
import org.contexture.tensor.Block;
import org.contexture.tensor.Parameter;
import org.jspecify.annotations.Nullable;

/** How the decoder's first state s_0 comes about; sentences are in the decoder's order. */
sealed interface Start permits ZeroStart, DenseStart, CopyStart {
    /** The start that the settings ask for. */
    static Start of(ModelSettings settings, boolean memory, long seed) {
        if (!settings.feed().contains(Feed.INIT)) {
            return new ZeroStart();
        }
        return switch (settings.bridge()) {
            case DENSE -> new DenseStart(settings.hidden(), memory, seed);
            case COPY -> new CopyStart();
        };
    }

    List<Parameter> parameters();

    /** s_0 from contexts [B, H] and the encoder's last state; null stands for zero. */
    @Nullable State forward(Block contexts, State last);

    /** Adds the gradient by s_0 to the gradients by contexts [B, H] and the encoder's last state. */
    void backward(@Nullable State dStart, Block contexts, Block dContexts, State dLast);
}
