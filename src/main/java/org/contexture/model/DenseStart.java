package org.contexture.model;

import java.util.Arrays;
import java.util.List;
import org.contexture.tensor.Block;
import org.contexture.tensor.Functions;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.Initializer;
import org.contexture.tensor.Parameter;
import org.contexture.tensor.Rows;
import org.contexture.tensor.Seeds;
import org.jspecify.annotations.Nullable;

/** s_0 = tanh(W c + b); an LSTM's memory starts at zero. */
final class DenseStart implements Start {
    private final Parameter weight;
    private final Parameter bias;
    private final int hidden;
    private final State start;
    private final float[] sums;

    DenseStart(int hidden, boolean memory, long seed) {
        this.hidden = hidden;
        start = new State(hidden, memory);
        sums = new float[hidden];
        Initializer uniform = Initializer.Uniform.fan(hidden);
        weight = Parameter.dense("init.weight", hidden, hidden).fill(uniform, Seeds.stream(seed, "init.weight"));
        bias = Parameter.dense("init.bias", 1, hidden).fill(uniform, Seeds.stream(seed, "init.bias"));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    @Override
    public State forward(Block contexts, State last) {
        int sentences = contexts.rows();
        float[] s = start.zeros(sentences).h();
        for (int b = 0; b < sentences; b++) bias.value().read(0, s, Rows.at(b, hidden), 1);
        Gemm.nt(contexts, weight.value().all(), Gemm.ADD, Block.of(s, 0, sentences, hidden));
        Functions.tanh(s, s, Rows.at(0, hidden), Rows.at(sentences, hidden));
        return start;
    }

    @Override
    public void backward(@Nullable State dStart, Block contexts, Block dContexts, State dLast) {
        if (dStart == null) {
            throw new IllegalArgumentException("A dense start has a gradient");
        }
        float[] d = dStart.h(), s = start.h();
        for (int j = Rows.at(0, hidden); j < Rows.at(contexts.rows(), hidden); j++) {
            d[j] *= 1 - s[j] * s[j];
        }
        Block dProduct = Block.of(d, 0, contexts.rows(), hidden);
        Gemm.nn(dProduct, weight.value().all(), Gemm.ADD, dContexts);
        Gemm.tn(dProduct, contexts, Gemm.SET, weight.denseGradient().all());
        Arrays.fill(sums, 0f);
        Rows.sum(dProduct, sums);
        bias.denseGradient().write(0, sums, 0, 1);
    }
}
