package org.contexture.model.context;

import java.util.Arrays;
import org.contexture.corpus.PackedRows;
import org.contexture.corpus.Packing;
import org.contexture.tensor.Rows;

/** c = (h_1 + … + h_T) / T over each sentence's own tokens. */
public final class MeanState implements ConstantContext {
    @Override
    public String name() {
        return "mean";
    }

    @Override
    public void forward(Packing packing, int hidden, float[] states, float[] contexts) {
        Arrays.fill(contexts, 0, packing.sentences() * hidden, 0f);
        PackedRows.sumOverSteps(packing, hidden, states, contexts);
        divideByLength(packing, hidden, contexts);
    }

    @Override
    public void shares(Packing packing, int hidden, float[] states, float[] shares) {
        for (int t = 0; t < packing.steps(); t++) {
            for (int b = 0; b < packing.size(t); b++) {
                shares[packing.offset(t) + b] = 1f / packing.length(b);
            }
        }
    }

    @Override
    public void backward(Packing packing, int hidden, float[] states, float[] dContexts, float[] dStates) {
        float[] shares = Arrays.copyOf(dContexts, packing.sentences() * hidden);
        divideByLength(packing, hidden, shares);
        for (int t = 0; t < packing.steps(); t++) {
            Rows.add(shares, 0, dStates, packing.offset(t) * hidden, packing.size(t) * hidden);
        }
    }

    private static void divideByLength(Packing packing, int hidden, float[] rows) {
        for (int b = 0; b < packing.sentences(); b++) {
            float length = packing.length(b);
            for (int j = b * hidden; j < (b + 1) * hidden; j++) {
                rows[j] /= length;
            }
        }
    }
}
