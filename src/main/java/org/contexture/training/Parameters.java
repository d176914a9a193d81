package org.contexture.training;

import java.io.IOException;
import java.util.List;
import org.contexture.tensor.Parameter;

/** A copy of a model's parameters, to go back to. */
final class Parameters {
    private final List<Parameter> parameters;
    private final float[][] copies;

    Parameters(List<Parameter> parameters) {
        this.parameters = parameters;
        copies = parameters.stream().map(p -> new float[p.value().size()]).toArray(float[][]::new);
    }

    /** Copies the present values. */
    void keep() {
        for (int k = 0; k < copies.length; k++) {
            parameters.get(k).value().readFlat(0, copies[k], copies[k].length);
        }
    }

    void save(CheckpointOutput out) throws IOException {
        for (float[] copy : copies) {
            out.write(copy);
        }
    }

    void load(CheckpointInput in) throws IOException {
        for (float[] copy : copies) {
            in.read(copy);
        }
    }

    /** Writes the copied values back. */
    void restore() {
        for (int k = 0; k < copies.length; k++) {
            parameters.get(k).value().writeFlat(0, copies[k], copies[k].length);
        }
    }
}
