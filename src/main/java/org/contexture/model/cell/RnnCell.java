package org.contexture.model.cell;

import static org.contexture.tensor.Functions.tanh;

/**
 * The vanilla recurrent cell (Elman, 1990): h' = tanh(x + u).
 *
 * <p>Weights and both biases as in {@code torch.nn.RNN}.
 */
public final class RnnCell implements Cell {
    @Override
    public String name() {
        return "rnn";
    }

    @Override
    public int gates() {
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
    public boolean additive() {
        return true;
    }

    @Override
    public void forward(Tape tape, int from, int to) {
        float[] x = tape.x(0);
        float[] u = tape.u(0);
        float[] h = tape.h();
        for (int j = from; j < to; j++) h[j] = tanh(x[j] + u[j]);
    }

    @Override
    public void backward(Tape tape, int from, int to) {
        float[] h = tape.h();
        float[] dh = tape.dh();
        float[] dx = tape.dx(0);
        float[] dhPrev = tape.dhPrev();
        for (int j = from; j < to; j++) dx[j] = dh[j] * (1 - h[j] * h[j]);
        for (int j = from; j < to; j++) dhPrev[j] = 0;
    }
}
