package org.contexture.training;

import java.io.IOException;
import java.util.List;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Parameter;

/** A copy of a model's parameters, to go back to. */
final class Parameters {
    private final List<Parameter> parameters;
    private final List<Matrix> copies;

    Parameters(List<Parameter> parameters) {
        this.parameters = parameters;
        copies = parameters.stream().map(p -> p.value().zerosLike()).toList();
    }

    /** Copies the present values. */
    void keep() {
        for (int k = 0; k < copies.size(); k++) {
            copies.get(k)
                    .copyRows(0, parameters.get(k).value(), 0, copies.get(k).rows());
        }
    }

    void save(CheckpointOutput out) throws IOException {
        for (Matrix copy : copies) {
            out.write(copy);
        }
    }

    void load(CheckpointInput in) throws IOException {
        for (Matrix copy : copies) {
            in.read(copy);
        }
    }

    /** Writes the copied values back. */
    void restore() {
        for (int k = 0; k < copies.size(); k++) {
            parameters
                    .get(k)
                    .value()
                    .copyRows(0, copies.get(k), 0, copies.get(k).rows());
        }
    }
}
