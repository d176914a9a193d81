package org.contexture.model.cell;

import static org.contexture.tensor.Functions.sigmoid;
import static org.contexture.tensor.Functions.tanh;

/**
 * Long short-term memory (Hochreiter and Schmidhuber, 1997) with the forget gate of Gers et al. (2000):
 *
 * <pre>
 * i = σ(a_i)
 * f = σ(a_f)
 * g = tanh(a_g)
 * o = σ(a_o)
 * c' = f c + i g
 * h' = o tanh(c')
 * </pre>
 *
 * <p>Gate order i, f, g, o and both biases as in {@code torch.nn.LSTM}. Gates take the place of their inputs a, gradients that of gates.
 */
public final class LstmCell implements Cell {
    private static final int I = 0;
    private static final int F = 1;
    private static final int G = 2;
    private static final int O = 3;
    private static final int TANH_C = 0;

    @Override
    public String name() {
        return "lstm";
    }

    @Override
    public int gates() {
        return 4;
    }

    @Override
    public int apart() {
        return 0;
    }

    @Override
    public boolean hasMemory() {
        return true;
    }

    @Override
    public int saved() {
        return 1;
    }

    @Override
    public boolean carriesState() {
        return false;
    }

    @Override
    public void forward(Tape tape, int from, int to) {
        float[] i = tape.a(I), f = tape.a(F), g = tape.a(G), o = tape.a(O);
        float[] c = tape.c(), cPrev = tape.cPrev(), tanhC = tape.saved(TANH_C), h = tape.h();
        sigmoid(i, from, to);
        sigmoid(f, from, to);
        tanh(g, g, from, to);
        sigmoid(o, from, to);
        for (int j = from; j < to; j++) c[j] = f[j] * cPrev[j] + i[j] * g[j];
        tanh(c, tanhC, from, to);
        for (int j = from; j < to; j++) h[j] = o[j] * tanhC[j];
    }

    @Override
    public void backward(Tape tape, int from, int to) {
        float[] i = tape.a(I), f = tape.a(F), g = tape.a(G), o = tape.a(O);
        float[] cPrev = tape.cPrev(), tanhC = tape.saved(TANH_C);
        float[] dh = tape.dh(), dc = tape.dc();
        for (int j = from; j < to; j++) {
            float oj = o[j], tanhCj = tanhC[j], d = dh[j], above = dc[j];
            float dO = d * tanhCj * oj * (1 - oj);
            float dcj = above + d * oj * (1 - tanhCj * tanhCj);
            o[j] = dO;
            dc[j] = dcj;
        }
        for (int j = from; j < to; j++) {
            float ij = i[j], fj = f[j], gj = g[j], cPrevJ = cPrev[j], d = dc[j];
            float di = d * gj * ij * (1 - ij);
            float df = d * cPrevJ * fj * (1 - fj);
            float dg = d * ij * (1 - gj * gj);
            float dcPrev = d * fj;
            i[j] = di;
            f[j] = df;
            g[j] = dg;
            dc[j] = dcPrev;
        }
    }
}
