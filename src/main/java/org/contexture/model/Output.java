package org.contexture.model;

import java.util.Arrays;
import java.util.List;
import org.contexture.tensor.Block;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.GrowingMatrix;
import org.contexture.tensor.Initializer;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Parameter;
import org.contexture.tensor.Rows;
import org.contexture.tensor.Seeds;

/**
 * The output layer: logits = W [s; e(y); c] + b, or W s + b where {@link Feed#OUTPUT} is absent.
 *
 * <p>Logits exist for one block of rows at a time, so memory does not grow with tokens × vocabulary. Rows are taken in the
 * order of their input token: W_y e(y) is then multiplied once for each distinct token of a block, W_c c once a sentence.
 */
final class Output implements AutoCloseable {
    /** Numbers in the largest matrix of the vocabulary's width, sixteen megabytes: narrower products are slower ones. */
    private static final int MOST = 1 << 22;

    private static final int MOST_ROWS = 1024;

    final int hidden;
    final int embedding;
    final int vocabulary;
    final boolean readsContext;
    final int blockRows;
    final int groupTokens;
    final Parameter weight;
    private final Parameter bias;
    final SharedProduct ofContexts;
    final SharedProduct ofTokens;
    final GrowingMatrix states;
    final GrowingMatrix logits;
    final GrowingMatrix dStates;
    final float[] biasRow;
    final float[] biasGradient;
    final float[] z;
    private float[] h = {};

    Output(ModelSettings settings, int vocabulary, long seed) {
        hidden = settings.hidden();
        embedding = settings.embedding();
        this.vocabulary = vocabulary;
        readsContext = settings.feed().contains(Feed.OUTPUT);
        groupTokens = Math.max(1, MOST / vocabulary);
        blockRows = Math.max(1, Math.min(MOST_ROWS, MOST / vocabulary));
        int width = hidden + (readsContext ? embedding + hidden : 0);
        Initializer uniform = Initializer.Uniform.fan(width);
        weight = Parameter.dense("output.weight", vocabulary, width).fill(uniform, Seeds.stream(seed, "output.weight"));
        bias = Parameter.dense("output.bias", 1, vocabulary).fill(uniform, Seeds.stream(seed, "output.bias"));
        ofContexts = new SharedProduct(hidden, vocabulary);
        ofTokens = new SharedProduct(embedding, vocabulary);
        states = new GrowingMatrix(hidden);
        dStates = new GrowingMatrix(hidden);
        logits = new GrowingMatrix(vocabulary);
        biasRow = new float[vocabulary];
        biasGradient = new float[vocabulary];
        z = new float[vocabulary];
    }

    /** Room for so many states [count, H] on the heap, on their way into the order of a pass and back. */
    float[] h(int count) {
        h = Rows.atLeast(h, count * hidden);
        return h;
    }

    List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    /** What to do with the logits [V] of a packed row; the array is reused. */
    interface RowVisitor {
        void visit(int row, float[] logits);
    }

    /** What makes of the logits [V] of a packed row the gradient of the loss by them, in an array that it may reuse. */
    interface RowGradient {
        float[] of(int row, float[] logits);
    }

    /** Multiplies the contexts [B, H] of the sentences to come. */
    void prepare(Block contexts) {
        bias.value().read(0, biasRow, 0, 1);
        if (readsContext) {
            ofContexts.prepare(contexts, contextColumns(weight.value()), biasRow);
        }
    }

    /** Shows a visitor the logits of every row. */
    void forward(OutputInputs inputs, RowVisitor visitor) {
        RowGradient none = (row, z) -> {
            visitor.visit(row, z);
            return z;
        };
        new OutputPass(this, inputs, none, null).run();
    }

    /** Turns every row's logits into their gradient, and computes all other gradients from these. */
    void forwardBackward(OutputInputs inputs, RowGradient rowGradient, OutputGradients gradients) {
        Arrays.fill(biasGradient, 0f);
        if (readsContext) ofContexts.beginGradient();
        new OutputPass(this, inputs, rowGradient, gradients).run();
        if (readsContext) {
            ofContexts.sumGradients(biasGradient);
            Block dWeight = contextColumns(weight.denseGradient());
            ofContexts.finishGradient(
                    inputs.contexts(), contextColumns(weight.value()), gradients.contexts(), Gemm.SET, dWeight);
        }
        bias.denseGradient().write(0, biasGradient, 0, 1);
    }

    Block stateColumns(Matrix matrix) {
        return matrix.columns(0, hidden);
    }

    Block tokenColumns(Matrix matrix) {
        return matrix.columns(hidden, embedding);
    }

    private Block contextColumns(Matrix matrix) {
        return matrix.columns(hidden + embedding, hidden);
    }

    @Override
    public void close() {
        parameters().forEach(Parameter::close);
        List.of(ofContexts, ofTokens).forEach(SharedProduct::close);
        List.of(states, logits, dStates).forEach(GrowingMatrix::close);
    }
}
