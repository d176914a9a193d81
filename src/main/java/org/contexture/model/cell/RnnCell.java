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
    public int apart() {
        return 0;
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
        return false;
    }

    @Override
    public void forward(Tape tape, int from, int to) {
        float[] a = tape.a(0), h = tape.h();
        tanh(a, h, from, to);
    }

    @Override
    public void backward(Tape tape, int from, int to) {
        float[] h = tape.h(), dh = tape.dh(), a = tape.a(0);
        for (int j = from; j < to; j++) a[j] = dh[j] * (1 - h[j] * h[j]);
    }
}
