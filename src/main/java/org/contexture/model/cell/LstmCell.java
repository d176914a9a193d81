package org.contexture.model.cell;

import static org.contexture.tensor.Functions.sigmoid;
import static org.contexture.tensor.Functions.tanh;

/**
 * Long short-term memory (Hochreiter and Schmidhuber, 1997) with the forget gate of Gers et al. (2000):
 *
 * <pre>
 * i = σ(x_i + u_i)
 * f = σ(x_f + u_f)
 * g = tanh(x_g + u_g)
 * o = σ(x_o + u_o)
 * c' = f c + i g
 * h' = o tanh(c')
 * </pre>
 *
 * <p>Gate order i, f, g, o and both biases as in {@code torch.nn.LSTM}.
 */
public final class LstmCell implements Cell {
    private static final int I = 0;
    private static final int F = 1;
    private static final int G = 2;
    private static final int O = 3;
    private static final int TANH_C = 4;

    @Override
    public String name() {
        return "lstm";
    }

    @Override
    public int gates() {
        return 4;
    }

    @Override
    public boolean hasMemory() {
        return true;
    }

    @Override
    public int saved() {
        return 5;
    }

    @Override
    public boolean additive() {
        return true;
    }

    @Override
    public void forward(Tape tape, int from, int to) {
        float[] xi = tape.x(I), xf = tape.x(F), xg = tape.x(G), xo = tape.x(O);
        float[] ui = tape.u(I), uf = tape.u(F), ug = tape.u(G), uo = tape.u(O);
        float[] i = tape.saved(I), f = tape.saved(F), g = tape.saved(G), o = tape.saved(O);
        float[] c = tape.c(), cPrev = tape.cPrev(), tanhC = tape.saved(TANH_C), h = tape.h();
        for (int j = from; j < to; j++) i[j] = sigmoid(xi[j] + ui[j]);
        for (int j = from; j < to; j++) f[j] = sigmoid(xf[j] + uf[j]);
        for (int j = from; j < to; j++) g[j] = tanh(xg[j] + ug[j]);
        for (int j = from; j < to; j++) o[j] = sigmoid(xo[j] + uo[j]);
        for (int j = from; j < to; j++) c[j] = f[j] * cPrev[j] + i[j] * g[j];
        for (int j = from; j < to; j++) tanhC[j] = tanh(c[j]);
        for (int j = from; j < to; j++) h[j] = o[j] * tanhC[j];
    }

    @Override
    public void backward(Tape tape, int from, int to) {
        float[] i = tape.saved(I), f = tape.saved(F), g = tape.saved(G), o = tape.saved(O);
        float[] cPrev = tape.cPrev(), tanhC = tape.saved(TANH_C);
        float[] dh = tape.dh(), dc = tape.dc(), dcPrev = tape.dcPrev(), dhPrev = tape.dhPrev();
        float[] dxi = tape.dx(I), dxf = tape.dx(F), dxg = tape.dx(G), dxo = tape.dx(O);
        for (int j = from; j < to; j++) dxo[j] = dh[j] * tanhC[j] * o[j] * (1 - o[j]);
        for (int j = from; j < to; j++) dc[j] += dh[j] * o[j] * (1 - tanhC[j] * tanhC[j]);
        for (int j = from; j < to; j++) dxi[j] = dc[j] * g[j] * i[j] * (1 - i[j]);
        for (int j = from; j < to; j++) dxf[j] = dc[j] * cPrev[j] * f[j] * (1 - f[j]);
        for (int j = from; j < to; j++) dxg[j] = dc[j] * i[j] * (1 - g[j] * g[j]);
        for (int j = from; j < to; j++) dcPrev[j] = dc[j] * f[j];
        for (int j = from; j < to; j++) dhPrev[j] = 0;
    }
}
