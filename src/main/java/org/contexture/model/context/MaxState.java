package org.contexture.model.context;

import java.util.Arrays;
import org.contexture.corpus.Packing;
import org.contexture.tensor.Block;

/**
 * c_k = max(h_1,k, …, h_T,k), each unit over each sentence's own tokens (Collobert and Weston, 2008). The gradient goes to
 * the first token that reached the maximum.
 */
public final class MaxState implements ConstantContext {
    @Override
    public String name() {
        return "max";
    }

    @Override
    public void forward(Packing packing, Block states, Block contexts) {
        float[] h = states.values(), c = contexts.values();
        System.arraycopy(h, states.row(0), c, contexts.row(0), packing.sentences() * states.columns());
        for (int t = 1; t < packing.steps(); t++) {
            int from = states.row(packing.offset(t)), to = contexts.row(0);
            for (int j = 0; j < packing.size(t) * states.columns(); j++) {
                c[to + j] = Math.max(c[to + j], h[from + j]);
            }
        }
    }

    /** The share of units that are greatest at a token. */
    @Override
    public void shares(Packing packing, Block states, float[] shares) {
        Arrays.fill(shares, 0, packing.tokens(), 0f);
        for (int b = 0; b < packing.sentences(); b++) {
            for (int k = 0; k < states.columns(); k++) {
                shares[firstMaximum(packing, states, b, k)] += 1f / states.columns();
            }
        }
    }

    @Override
    public void backward(Packing packing, Block states, Block dContexts, Block dStates) {
        for (int b = 0; b < packing.sentences(); b++) {
            for (int k = 0; k < states.columns(); k++) {
                int row = firstMaximum(packing, states, b, k);
                dStates.values()[dStates.row(row) + k] += dContexts.values()[dContexts.row(b) + k];
            }
        }
    }

    /** The packed row. */
    private static int firstMaximum(Packing packing, Block states, int b, int k) {
        float[] h = states.values();
        int best = b;
        for (int t = 1; t < packing.length(b); t++) {
            int row = packing.offset(t) + b;
            if (h[states.row(row) + k] > h[states.row(best) + k]) {
                best = row;
            }
        }
        return best;
    }
}
