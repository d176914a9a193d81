package org.contexture.model.context;

import java.util.Arrays;
import org.contexture.corpus.Packing;

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
    public void forward(Packing packing, int hidden, float[] states, float[] contexts) {
        System.arraycopy(states, 0, contexts, 0, packing.sentences() * hidden);
        for (int t = 1; t < packing.steps(); t++) {
            int from = packing.offset(t) * hidden;
            for (int j = 0; j < packing.size(t) * hidden; j++) {
                contexts[j] = Math.max(contexts[j], states[from + j]);
            }
        }
    }

    /** The share of units that are greatest at a token. */
    @Override
    public void shares(Packing packing, int hidden, float[] states, float[] shares) {
        Arrays.fill(shares, 0, packing.tokens(), 0f);
        for (int b = 0; b < packing.sentences(); b++) {
            for (int k = 0; k < hidden; k++) {
                shares[firstMaximum(packing, hidden, states, b, k) / hidden] += 1f / hidden;
            }
        }
    }

    @Override
    public void backward(Packing packing, int hidden, float[] states, float[] dContexts, float[] dStates) {
        for (int b = 0; b < packing.sentences(); b++) {
            for (int k = 0; k < hidden; k++) {
                dStates[firstMaximum(packing, hidden, states, b, k)] += dContexts[b * hidden + k];
            }
        }
    }

    private static int firstMaximum(Packing packing, int hidden, float[] states, int b, int k) {
        int best = b * hidden + k;
        for (int t = 1; t < packing.length(b); t++) {
            int j = (packing.offset(t) + b) * hidden + k;
            if (states[j] > states[best]) {
                best = j;
            }
        }
        return best;
    }
}
