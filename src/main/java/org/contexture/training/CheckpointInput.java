package org.contexture.training;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.util.List;
import org.contexture.metrics.Share;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Parameter;
import org.jspecify.annotations.Nullable;

/** Reads what {@link CheckpointOutput} wrote, in the same order. */
public final class CheckpointInput {
    private static final int FLOATS = 2048;

    private final DataInputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(FLOATS * Float.BYTES);

    public CheckpointInput(InputStream in) {
        this.in = new DataInputStream(in);
    }

    public long readLong() throws IOException {
        return in.readLong();
    }

    public int readInt() throws IOException {
        return Math.toIntExact(in.readLong());
    }

    public double readDouble() throws IOException {
        return in.readDouble();
    }

    /**
     * Fills a matrix that was written with the same size.
     *
     * @throws StreamCorruptedException if it had another size
     */
    void read(Matrix target) throws IOException {
        expect(target.size());
        for (int from = 0; from < target.size(); from += FLOATS) {
            read(target.values(), target.row(0) + from, Math.min(FLOATS, target.size() - from));
        }
    }

    /** Fills all parameters. */
    void read(List<Parameter> parameters) throws IOException {
        for (Parameter parameter : parameters) {
            read(parameter.value());
        }
    }

    private void expect(int length) throws IOException {
        int found = in.readInt();
        if (found != length) {
            throw new StreamCorruptedException(found + " numbers where " + length + " belong");
        }
    }

    private void read(float[] target, int from, int count) throws IOException {
        in.readFully(bytes.array(), 0, count * Float.BYTES);
        bytes.asFloatBuffer().get(target, from, count);
    }

    Evaluation readEvaluation() throws IOException {
        double lossSum = readDouble();
        long correct = readLong();
        return new Evaluation(lossSum, new Share(correct, readLong()));
    }

    @Nullable Epoch readEpoch() throws IOException {
        int number = readInt();
        if (number == 0) {
            return null;
        }
        Evaluation train = readEvaluation();
        return new Epoch(number, train, readLong() == 0 ? null : readEvaluation());
    }
}
