package org.contexture.model.context;

import java.util.Arrays;
import org.contexture.corpus.Packing;
import org.contexture.tensor.Block;
import org.contexture.tensor.Rows;

/** c = (h_1 + … + h_T) / T over each sentence's own tokens. */
public final class MeanState implements ConstantContext {
    @Override
    public String name() {
        return "mean";
    }

    @Override
    public void forward(Packing packing, Block states, Block contexts) {
        contexts.fill(0f);
        for (int t = 0; t < packing.steps(); t++) {
            int n = packing.size(t) * states.columns();
            Rows.add(states.values(), states.row(packing.offset(t)), contexts.values(), contexts.row(0), n);
        }
        divideByLength(packing, contexts.values(), contexts.row(0), contexts.columns());
    }

    @Override
    public void shares(Packing packing, Block states, float[] shares) {
        for (int t = 0; t < packing.steps(); t++) {
            for (int b = 0; b < packing.size(t); b++) {
                shares[packing.offset(t) + b] = 1f / packing.length(b);
            }
        }
    }

    @Override
    public void backward(Packing packing, Block states, Block dContexts, Block dStates) {
        int width = dContexts.columns();
        float[] shares = Arrays.copyOfRange(dContexts.values(), dContexts.row(0), dContexts.row(packing.sentences()));
        divideByLength(packing, shares, 0, width);
        for (int t = 0; t < packing.steps(); t++) {
            Rows.add(shares, 0, dStates.values(), dStates.row(packing.offset(t)), packing.size(t) * width);
        }
    }

    private static void divideByLength(Packing packing, float[] rows, int first, int width) {
        for (int b = 0; b < packing.sentences(); b++) {
            float length = packing.length(b);
            for (int j = first + b * width; j < first + (b + 1) * width; j++) {
                rows[j] /= length;
            }
        }
    }
}
