package org.contexture.model.cell;

import static org.contexture.tensor.Functions.sigmoid;
import static org.contexture.tensor.Functions.tanh;

/**
 * The gated recurrent unit (Cho et al., 2014), with the reset gate behind the product as in {@code torch.nn.GRU}:
 *
 * <pre>
 * r = σ(a_r)
 * z = σ(a_z)
 * n = tanh(x_n + r u_n)
 * h' = (1 − z) n + z h
 * </pre>
 *
 * <p>Gate order r, z, n; gates take the place of their inputs, n that of x_n, gradients that of gates. Cho et al. let r act on h before the product and swap the roles of z and 1 − z.
 */
public final class GruCell implements Cell {
    private static final int R = 0;
    private static final int Z = 1;
    private static final int N = 2;

    @Override
    public String name() {
        return "gru";
    }

    @Override
    public int gates() {
        return 3;
    }

    @Override
    public int apart() {
        return 1;
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public int saved() {
        return 0;
    }

    @Override
    public boolean carriesState() {
        return true;
    }

    @Override
    public void forward(Tape tape, int from, int to) {
        float[] r = tape.a(R), z = tape.a(Z), n = tape.x(N), un = tape.u(N);
        float[] h = tape.h(), hPrev = tape.hPrev();
        sigmoid(r, from, to);
        sigmoid(z, from, to);
        for (int j = from; j < to; j++) n[j] += r[j] * un[j];
        tanh(n, n, from, to);
        for (int j = from; j < to; j++) h[j] = (1 - z[j]) * n[j] + z[j] * hPrev[j];
    }

    @Override
    public void backward(Tape tape, int from, int to) {
        float[] r = tape.a(R), z = tape.a(Z), n = tape.x(N), un = tape.u(N);
        float[] hPrev = tape.hPrev(), dh = tape.dh();
        for (int j = from; j < to; j++) {
            float zj = z[j], nj = n[j], hPrevJ = hPrev[j], d = dh[j];
            float dz = d * (hPrevJ - nj) * zj * (1 - zj);
            float dn = d * (1 - zj) * (1 - nj * nj);
            float dhPrev = d * zj;
            z[j] = dz;
            n[j] = dn;
            dh[j] = dhPrev;
        }
        for (int j = from; j < to; j++) {
            float rj = r[j], unj = un[j], dn = n[j];
            float dr = dn * unj * rj * (1 - rj);
            float dun = dn * rj;
            r[j] = dr;
            un[j] = dun;
        }
    }
}
