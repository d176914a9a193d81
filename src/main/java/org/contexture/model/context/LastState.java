package org.contexture.model.context;

import java.util.Arrays;
import org.contexture.corpus.Packing;
import org.contexture.tensor.Rows;

/** c = h_T, the state at each sentence's own last token (Sutskever et al., 2014; Cho et al., 2014). */
public final class LastState implements ConstantContext {
    @Override
    public String name() {
        return "last";
    }

    @Override
    public void forward(Packing packing, int hidden, float[] states, float[] contexts) {
        for (int b = 0; b < packing.sentences(); b++) {
            System.arraycopy(states, packing.lastRow(b) * hidden, contexts, b * hidden, hidden);
        }
    }

    @Override
    public void shares(Packing packing, int hidden, float[] states, float[] shares) {
        Arrays.fill(shares, 0, packing.tokens(), 0f);
        for (int b = 0; b < packing.sentences(); b++) {
            shares[packing.lastRow(b)] = 1f;
        }
    }

    @Override
    public void backward(Packing packing, int hidden, float[] states, float[] dContexts, float[] dStates) {
        for (int b = 0; b < packing.sentences(); b++) {
            Rows.add(dContexts, b * hidden, dStates, packing.lastRow(b) * hidden, hidden);
        }
    }
}
