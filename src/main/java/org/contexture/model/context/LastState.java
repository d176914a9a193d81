package org.contexture.model.context;

import java.util.Arrays;
import org.contexture.corpus.Packing;
import org.contexture.tensor.Block;
import org.contexture.tensor.Rows;

/** c = h_T, the state at each sentence's own last token (Sutskever et al., 2014; Cho et al., 2014). */
public final class LastState implements ConstantContext {
    @Override
    public String name() {
        return "last";
    }

    @Override
    public void forward(Packing packing, Block states, Block contexts) {
        for (int b = 0; b < packing.sentences(); b++) {
            int from = states.row(packing.lastRow(b));
            System.arraycopy(states.values(), from, contexts.values(), contexts.row(b), states.columns());
        }
    }

    @Override
    public void shares(Packing packing, Block states, float[] shares) {
        Arrays.fill(shares, 0, packing.tokens(), 0f);
        for (int b = 0; b < packing.sentences(); b++) {
            shares[packing.lastRow(b)] = 1f;
        }
    }

    @Override
    public void backward(Packing packing, Block states, Block dContexts, Block dStates) {
        for (int b = 0; b < packing.sentences(); b++) {
            int to = dStates.row(packing.lastRow(b));
            Rows.add(dContexts.values(), dContexts.row(b), dStates.values(), to, dStates.columns());
        }
    }
}
