package org.contexture.model;

import java.util.Arrays;
import org.contexture.tensor.Block;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Parameter;
import org.contexture.tensor.Rows;

/**
 * What a recurrent layer's gates receive without its states, W_ih [e(y); c] + b: multiplied once for each distinct token and
 * once for each sentence, then summed into the packed rows of {@link GateRows}.
 */
final class LayerInput implements AutoCloseable {
    private final Parameter weight;
    private final Parameter inputBias;
    private final Parameter stateBias;
    private final GateRows gates;
    private final int embedding;
    private final SharedProduct ofTokens;
    private final SharedProduct ofContexts;
    private final float[] bias;
    private final float[] x;
    private final float[] row;
    private final float[] sums;

    /** Weight [gates·H, E] or [gates·H, E + H], biases [1, gates·H]. */
    LayerInput(Parameter weight, Parameter inputBias, Parameter stateBias, GateRows gates, int embedding) {
        this.weight = weight;
        this.inputBias = inputBias;
        this.stateBias = stateBias;
        this.gates = gates;
        this.embedding = embedding;
        ofTokens = new SharedProduct(embedding, gates.stateWidth());
        ofContexts = new SharedProduct(gates.hidden(), gates.stateWidth());
        bias = new float[gates.stateWidth()];
        x = new float[gates.stateWidth()];
        row = new float[gates.width()];
        sums = new float[gates.width()];
    }

    /** Multiplies contexts [B, H]; what follows uses these products. */
    void prepareContexts(Block contexts) {
        ofContexts.prepare(contexts, contextColumns(weight.value()), null);
    }

    /** Fills rows [N, width] from embeddings, and from contexts if the layer reads them. */
    void forward(Reading reading, Matrix rows) {
        prepareBias();
        prepareTokens(reading);
        int[] places = reading.places();
        int[] index = reading.tokens().indices();
        for (int k = 0; k < index.length; k++) {
            float[] ofToken = ofTokens.row(index[k]);
            if (readsContext()) {
                add(ofToken, ofContexts.row(places[k]), x);
                gates.place(x, row);
            } else {
                gates.place(ofToken, row);
            }
            rows.write(k, row, 0, 1);
        }
    }

    private void prepareTokens(Reading reading) {
        Block columns = tokenColumns(weight.value());
        if (reading.known() == null) {
            ofTokens.prepare(reading.embedded(), columns, bias);
        } else {
            int[] distinct = reading.tokens().distinct();
            ofTokens.recall(reading.known(), distinct, reading.embedded(), columns, bias);
        }
    }

    /** b_ih, and with it b_hh where x and u are summed; where they are apart, b_hh waits in u's place. */
    private void prepareBias() {
        stateBias.value().read(0, row, gates.stateColumn(), 1);
        inputBias.value().read(0, bias, 0, 1);
        Rows.add(row, gates.stateColumn(), bias, 0, gates.sharedWidth());
    }

    private static void add(float[] a, float[] b, float[] sum) {
        for (int j = 0; j < sum.length; j++) sum[j] = a[j] + b[j];
    }

    private boolean readsContext() {
        return weight.value().columns() > embedding;
    }

    /** Sums the gradients of the rows for the tokens and sentences that read them, and computes those of the biases. */
    void backward(Reading reading, Matrix dRows) {
        ofTokens.beginGradient();
        if (readsContext()) ofContexts.beginGradient();
        Arrays.fill(sums, 0f);
        int[] index = reading.tokens().indices();
        int[] places = reading.places();
        for (int k = 0; k < index.length; k++) {
            dRows.read(k, row, 0, 1);
            Rows.addRange(row, sums, 0, sums.length);
            gates.take(row, x);
            ofTokens.addGradient(index[k], x);
            if (readsContext()) ofContexts.addGradient(places[k], x);
        }
        biasGradients();
    }

    /** After {@link #backward}: the gradient of the token columns of weight, and dEmbedded [D, E] += its share. */
    void tokenGradients(Block embedded, Block dEmbedded) {
        Block dWeight = tokenColumns(weight.denseGradient());
        ofTokens.finishGradient(embedded, tokenColumns(weight.value()), dEmbedded, Gemm.SET, dWeight);
    }

    /** After {@link #backward}: the gradient of the context columns of weight, and dContexts [B, H] += its share. */
    void contextGradients(Block contexts, Block dContexts) {
        Block dWeight = contextColumns(weight.denseGradient());
        ofContexts.finishGradient(contexts, contextColumns(weight.value()), dContexts, Gemm.SET, dWeight);
    }

    private void biasGradients() {
        stateBias.denseGradient().write(0, sums, gates.stateColumn(), 1);
        gates.take(sums, x);
        inputBias.denseGradient().write(0, x, 0, 1);
    }

    private Block tokenColumns(Matrix matrix) {
        return matrix.columns(0, embedding);
    }

    private Block contextColumns(Matrix matrix) {
        return matrix.columns(embedding, matrix.columns() - embedding);
    }

    @Override
    public void close() {
        ofTokens.close();
        ofContexts.close();
    }
}
