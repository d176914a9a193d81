package org.contexture.model;

import java.util.ArrayList;
import java.util.List;
import org.contexture.tensor.Block;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.Initializer;
import org.contexture.tensor.Panels;
import org.contexture.tensor.Parameter;
import org.contexture.tensor.Rows;
import org.contexture.tensor.Seeds;

/**
 * The output layer: logits = W [s; e(y); c] + b, or W s + b where {@link Feed#OUTPUT} is absent.
 *
 * <p>Logits exist for one block of rows at a time, so memory does not grow with tokens × vocabulary. A block's are cut into slices of
 * the vocabulary, small enough for the core's second-level cache. W_y e(y) is multiplied once for each distinct token of a block,
 * W_c c once a sentence.
 */
final class Output {
    /** A cache line more: rows that are a power of two apart share few sets of a cache. */
    static final int LINE = 16;

    final int hidden;
    final int embedding;
    final boolean readsContext;
    final Tiling tiling;
    final Parameter weight;
    final Parameter bias;
    final List<OutputSlice> slices = new ArrayList<>();
    final OutputTokens tokens;
    /** From row to row of a slice's logits, with room for whole tiles. */
    final int stride;

    final Panels statePanels = new Panels();
    float[] states = {};
    float[] logits = {};
    float[] dStates = {};

    Output(ModelSettings settings, int vocabulary, long seed, Tiling tiling) {
        hidden = settings.hidden();
        embedding = settings.embedding();
        readsContext = settings.feed().contains(Feed.OUTPUT);
        int width = hidden + (readsContext ? embedding + hidden : 0);
        Initializer uniform = Initializer.Uniform.fan(width);
        weight = Parameter.dense("output.weight", vocabulary, width).fill(uniform, Seeds.stream(seed, "output.weight"));
        bias = Parameter.dense("output.bias", 1, vocabulary).fill(uniform, Seeds.stream(seed, "output.bias"));
        this.tiling = tiling;
        stride = Gemm.wide(cut(vocabulary, tiling.tokens())) + LINE;
        tokens = new OutputTokens(stride);
    }

    /** Cuts the vocabulary into slices of at most this many tokens and about the same width; returns that of the widest. */
    private int cut(int vocabulary, int most) {
        int count = (vocabulary + most - 1) / most;
        int width = Math.min(most, Rows.padded((vocabulary + count - 1) / count));
        for (int from = 0; from < vocabulary; from += width) {
            slices.add(new OutputSlice(this, slices.size(), from, Math.min(width, vocabulary - from)));
        }
        return width;
    }

    List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    /** Multiplies the contexts [B, H] of the sentences to come. */
    void prepare(Block contexts) {
        for (OutputSlice slice : slices) {
            slice.prepare(contexts);
        }
    }

    /** Shows the logits of every row. */
    void forward(OutputInputs inputs, LogitsReader reader) {
        if (inputs.known() == null) {
            new OutputPass(this, inputs, reader, null).run();
        } else {
            new InferencePass(this, inputs, inputs.known(), reader).run();
        }
    }

    /** Turns every row's logits into their gradient, and computes all other gradients from these. */
    void forwardBackward(OutputInputs inputs, LogitsReader reader, OutputGradients gradients) {
        for (OutputSlice slice : slices) {
            slice.beginGradient();
        }
        new OutputPass(this, inputs, reader, gradients).run();
        for (OutputSlice slice : slices) {
            slice.finishGradient(inputs.contexts(), gradients.contexts());
        }
    }
}
