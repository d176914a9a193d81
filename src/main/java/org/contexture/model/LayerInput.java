package org.contexture.model;

import java.util.Arrays;
import org.contexture.tensor.Block;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Parameter;
import org.contexture.tensor.Rows;
import org.jspecify.annotations.Nullable;

/**
 * What a recurrent layer's gates receive without its states, W_ih [e(y); c] + b: multiplied once for each distinct token and
 * once for each sentence, then summed into a tape's arrays.
 */
final class LayerInput {
    private final Parameter weight;
    private final Parameter inputBias;
    private final Parameter stateBias;
    private final GateArrays gates;
    private final int embedding;
    private final SharedProduct ofTokens;
    private final SharedProduct ofContexts;
    private final KnownRows ofKnown;
    private final RestingWeight resting = new RestingWeight();
    private final float[] bias;
    private final float[] biasApart;
    private final float[] x;
    private final float[] sums;
    private final float[] sumsApart;

    /** Weight [gates·H, E] or [gates·H, E + H], biases [1, gates·H]. */
    LayerInput(Parameter weight, Parameter inputBias, Parameter stateBias, GateArrays gates, int embedding) {
        this.weight = weight;
        this.inputBias = inputBias;
        this.stateBias = stateBias;
        this.gates = gates;
        this.embedding = embedding;
        ofTokens = new SharedProduct(gates.width());
        ofContexts = new SharedProduct(gates.width());
        ofKnown = new KnownRows(gates.width());
        bias = new float[gates.width()];
        biasApart = new float[gates.apartWidth()];
        x = new float[gates.width()];
        sums = new float[gates.width()];
        sumsApart = new float[gates.apartWidth()];
    }

    /** Multiplies contexts [B, H]; what follows uses these products. */
    void prepareContexts(Block contexts) {
        ofContexts.prepare(contexts, contextColumns(weight.value()), null);
    }

    /** Multiplies the tokens to come; {@link #fill} uses these products. */
    void prepareTokens(Reading reading) {
        prepareBias();
        Block columns = tokenColumns(weight.value());
        Known known = reading.known();
        if (known == null) {
            ofTokens.prepare(reading.embedded(), columns, bias);
        } else {
            ofKnown.make(known, reading.embedded(), (vectors, products) -> {
                products.setRows(bias);
                Gemm.times(vectors, resting.transposed(columns, known), Gemm.ADD, products);
            });
        }
    }

    /** Fills the gates' inputs of packed rows [from, from + count). */
    void fill(Reading reading, int from, int count, float[][] inputs) {
        float[] contexts = readsContext() ? ofContexts.products() : null;
        for (int row = from; row < from + count; row++) {
            int c = contexts == null ? 0 : ofContexts.row(reading.places()[row]);
            spreadToken(reading, row, contexts, c, inputs);
        }
    }

    private void spreadToken(Reading reading, int row, float @Nullable [] contexts, int c, float[][] inputs) {
        Known known = reading.known();
        if (known == null) {
            int t = ofTokens.row(reading.tokens().indices()[row]);
            gates.spread(ofTokens.products(), t, contexts, c, biasApart, row, inputs);
        } else {
            int token = known.row(reading.tokens().id(row));
            gates.spread(ofKnown.values(token), ofKnown.at(token), contexts, c, biasApart, row, inputs);
        }
    }

    /** b_ih, and with it b_hh where x and u are summed; where they are apart, b_hh is u's. */
    private void prepareBias() {
        inputBias.value().read(0, bias, 0, 1);
        stateBias.value().read(0, x, 0, 1);
        Rows.add(x, 0, bias, 0, gates.sharedWidth());
        System.arraycopy(x, gates.sharedWidth(), biasApart, 0, biasApart.length);
    }

    private boolean readsContext() {
        return weight.value().columns() > embedding;
    }

    /** Makes the sums of gradients zero. */
    void beginGradient() {
        ofTokens.beginGradient();
        if (readsContext()) ofContexts.beginGradient();
        Arrays.fill(sumsApart, 0f);
    }

    /** Adds the gradients of packed rows [from, from + count) to those of the tokens and sentences they read. */
    void addGradients(Reading reading, int from, int count, float[][] dInputs) {
        int[] index = reading.tokens().indices();
        for (int row = from; row < from + count; row++) {
            gates.addInputs(dInputs, row, ofTokens.gradients(), ofTokens.row(index[row]));
            if (readsContext()) {
                gates.addInputs(dInputs, row, ofContexts.gradients(), ofContexts.row(reading.places()[row]));
            }
            gates.addApart(dInputs, row, sumsApart);
        }
    }

    /** After all gradients were added: those of the biases. Every row reads some token, so the tokens' sum is the rows'. */
    void biasGradients() {
        Arrays.fill(sums, 0f);
        ofTokens.sumGradients(sums);
        inputBias.denseGradient().write(0, sums, 0, 1);
        System.arraycopy(sumsApart, 0, sums, gates.sharedWidth(), sumsApart.length);
        stateBias.denseGradient().write(0, sums, 0, 1);
    }

    /** After all gradients were added: that of the token columns of weight, and dEmbedded [D, E] += its share. */
    void tokenGradients(Block embedded, Block dEmbedded) {
        Block dWeight = tokenColumns(weight.denseGradient());
        ofTokens.finishGradient(embedded, tokenColumns(weight.value()), dEmbedded, Gemm.SET, dWeight);
    }

    /** After all gradients were added: that of the context columns of weight, and dContexts [B, H] += its share. */
    void contextGradients(Block contexts, Block dContexts) {
        Block dWeight = contextColumns(weight.denseGradient());
        ofContexts.finishGradient(contexts, contextColumns(weight.value()), dContexts, Gemm.SET, dWeight);
    }

    private Block tokenColumns(Matrix matrix) {
        return matrix.columns(0, embedding);
    }

    private Block contextColumns(Matrix matrix) {
        return matrix.columns(embedding, matrix.columns() - embedding);
    }
}
