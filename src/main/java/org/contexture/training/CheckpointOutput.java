package org.contexture.training;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Parameter;
import org.jspecify.annotations.Nullable;

/** Writes what training continues from, number by number; {@link CheckpointInput} reads it in the same order. */
public final class CheckpointOutput {
    private static final int FLOATS = 2048;

    private final DataOutputStream out;
    private final ByteBuffer bytes = ByteBuffer.allocate(FLOATS * Float.BYTES);

    public CheckpointOutput(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    public void write(long number) throws IOException {
        out.writeLong(number);
    }

    public void write(double number) throws IOException {
        out.writeDouble(number);
    }

    private void write(float[] numbers, int from, int count) throws IOException {
        bytes.asFloatBuffer().put(numbers, from, count);
        out.write(bytes.array(), 0, count * Float.BYTES);
    }

    /** Every bit of every number. */
    void write(Matrix matrix) throws IOException {
        out.writeInt(matrix.size());
        for (int from = 0; from < matrix.size(); from += FLOATS) {
            write(matrix.values(), matrix.row(0) + from, Math.min(FLOATS, matrix.size() - from));
        }
    }

    /** The values of all parameters. */
    void write(List<Parameter> parameters) throws IOException {
        for (Parameter parameter : parameters) {
            write(parameter.value());
        }
    }

    void write(Evaluation evaluation) throws IOException {
        write(evaluation.lossSum());
        write(evaluation.accuracy().correct());
        write(evaluation.accuracy().total());
    }

    void write(@Nullable Epoch epoch) throws IOException {
        write(epoch == null ? 0L : epoch.number());
        if (epoch != null) {
            write(epoch.train());
            write(epoch.valid() == null ? 0L : 1L);
            if (epoch.valid() != null) write(epoch.valid());
        }
    }
}
