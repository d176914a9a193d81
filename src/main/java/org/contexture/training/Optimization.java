package org.contexture.training;

import java.io.IOException;
import java.util.List;
import org.contexture.corpus.Batch;
import org.contexture.model.BatchLoss;
import org.contexture.model.Seq2Seq;
import org.contexture.tensor.Parameter;

/**
 * One training step: forward, backward, clip, update. The step's gradient is that of the batch's summed loss divided by
 * its target tokens.
 */
public final class Optimization {
    private final Seq2Seq model;
    private final List<Parameter> parameters;
    private final Optimizer optimizer;
    private final GradientClip gradientClip = new GradientClip();
    private final double clip;

    public Optimization(Seq2Seq model, TrainingSettings settings) {
        this.model = model;
        parameters = model.parameters();
        optimizer = Optimizer.of(settings, parameters);
        clip = settings.clip();
    }

    /**
     * Takes one step and returns the loss before it. A loss or gradient that is not finite changes no parameter.
     *
     * @throws DivergedException if the loss or the gradient's norm is not finite
     */
    public BatchLoss step(Batch batch) {
        BatchLoss loss = model.train(batch, 1f / batch.targetTokens());
        double norm = gradientClip.norm(parameters);
        if (!Double.isFinite(norm)) { // a loss that is not finite has such gradients
            throw new DivergedException(
                    "loss " + loss.sum() / loss.tokens() + " nats per token, gradient norm " + norm, 0);
        }
        optimizer.step(GradientClip.factor(norm, clip));
        return loss;
    }

    void save(CheckpointOutput out) throws IOException {
        optimizer.save(out);
    }

    void load(CheckpointInput in) throws IOException {
        optimizer.load(in);
    }
}
