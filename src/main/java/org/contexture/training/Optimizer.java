package org.contexture.training;

import java.io.IOException;
import java.util.List;
import org.contexture.tensor.Parameter;

/** Moves parameters along their gradients. It keeps its own state for each parameter it was made for. */
public sealed interface Optimizer permits Adam, Sgd {
    /** The optimizer that the settings ask for. */
    static Optimizer of(TrainingSettings settings, List<Parameter> parameters) {
        return switch (settings.optimizer()) {
            case ADAM -> new Adam(settings.learningRate(), parameters);
            case SGD -> new Sgd(settings.learningRate(), settings.momentum(), parameters);
        };
    }

    /** One step with every gradient times {@code factor}. */
    void step(float factor);

    /** Writes what the next step depends on. */
    void save(CheckpointOutput out) throws IOException;

    /** Reads what {@link #save} wrote. */
    void load(CheckpointInput in) throws IOException;
}
