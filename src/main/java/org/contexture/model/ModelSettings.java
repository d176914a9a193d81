package org.contexture.model;

import java.util.List;
import java.util.Objects;
import org.contexture.setting.Setting;
import org.jspecify.annotations.Nullable;

/** The model part of an experiment file: which cell, which context, where it is fed, how wide. */
public record ModelSettings(
        @Setting(value = "Recurrent cell of encoder and decoder.", byDefault = "gru", words = Named.Cells.class)
                String cell,
        @Setting(value = "What sums up the encoder's states.", byDefault = "last", words = Named.Contexts.class)
                String context,
        @Setting(value = "Where the context is fed: any of init, step, output.", byDefault = "[init, step, output]")
                List<Feed> feed,
        @Setting(value = "How init makes the first decoder state: dense or copy.", byDefault = "dense") Bridge bridge,
        @Setting(
                        value = "Width of source and target embeddings, in units; by default that of the states.",
                        min = 1,
                        max = 4096)
                @Nullable Integer embedding,
        @Setting(value = "Width of encoder and decoder states, in units.", byDefault = "64", min = 1, max = 4096)
                int hidden) {
    /**
     * Checks what one key alone cannot show.
     *
     * @throws IllegalArgumentException if the feed is empty or repeats itself, the bridge has nothing to copy, or no cell or context
     *     has that name
     */
    public ModelSettings {
        if (embedding == null) embedding = hidden;
        feed = feed.stream().sorted().toList(); // the order of places makes no other model
        Named.cell(cell);
        Named.context(context);
        if (feed.isEmpty()) {
            throw new IllegalArgumentException(
                    "model.feed is empty, so nothing of the source reaches the decoder; expected any of init, step, output");
        }
        if (feed.stream().distinct().count() != feed.size()) {
            throw new IllegalArgumentException("model.feed names a place twice: " + feed);
        }
        if (bridge == Bridge.COPY && !context.equals("last")) {
            throw new IllegalArgumentException(
                    "model.bridge is copy, which hands over the last state, but model.context is " + context
                            + "; expected context last or bridge dense");
        }
        if (bridge == Bridge.COPY && !feed.contains(Feed.INIT)) {
            throw new IllegalArgumentException("model.bridge is copy, but model.feed has no init that could use it");
        }
    }

    /** The same model with other widths. */
    public ModelSettings withWidths(int embedding, int hidden) {
        return new ModelSettings(cell, context, feed, bridge, embedding, hidden);
    }

    /** Width of the embeddings, in units. */
    @Override
    public Integer embedding() {
        return Objects.requireNonNull(embedding);
    }
}
