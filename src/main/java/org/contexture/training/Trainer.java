package org.contexture.training;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.contexture.corpus.Batch;
import org.contexture.corpus.Dataset;
import org.contexture.model.BatchLoss;
import org.contexture.model.Seq2Seq;
import org.contexture.tensor.Seeds;
import org.jspecify.annotations.Nullable;

/** Trains a model by teacher forcing and leaves it with the parameters of its best epoch. */
public final class Trainer {
    private final Seq2Seq model;
    private final Dataset data;
    private final TrainingSettings settings;
    private final Optimization optimization;
    private final SplittableRandom shuffling;
    private final Parameters best;
    private int step;
    private @Nullable Epoch bestEpoch;
    private double bestScore = Double.POSITIVE_INFINITY;

    public Trainer(Seq2Seq model, Dataset data, TrainingSettings settings, long seed) {
        this.model = model;
        this.data = data;
        this.settings = settings;
        optimization = new Optimization(model, settings);
        shuffling = Seeds.stream(seed, "shuffling");
        best = new Parameters(model.parameters());
    }

    /** Is told of every step: the training loss of the epoch so far and the share of the whole training done. */
    public interface StepListener {
        void step(Evaluation epochSoFar, double share);
    }

    /**
     * Runs all epochs and returns the best one, whose parameters the model has afterwards.
     *
     * @throws DivergedException naming epoch and step if a loss, a gradient or the validation loss is not finite
     */
    public Epoch train(Consumer<Epoch> epochs, StepListener steps) {
        for (int number = 1; number <= settings.epochs(); number++) {
            Evaluation train = pass(number, steps);
            Epoch epoch = new Epoch(number, train, data.valid().isEmpty() ? null : validate(number));
            epochs.accept(epoch);
            keepBest(epoch);
        }
        best.restore();
        return Objects.requireNonNull(bestEpoch, "there is at least one epoch");
    }

    private Evaluation pass(int number, StepListener steps) {
        Evaluation sum = Evaluation.NONE;
        List<int[]> batches = Batches.shuffled(data.train(), settings.batch(), shuffling);
        for (int k = 0; k < batches.size(); k++) {
            Batch batch = Batches.batch(data.train(), batches.get(k));
            step++;
            sum = sum.plus(step(batch, number));
            steps.step(sum, (number - 1 + (k + 1.0) / batches.size()) / settings.epochs());
        }
        return sum;
    }

    private BatchLoss step(Batch batch, int number) {
        try {
            return optimization.step(batch);
        } catch (DivergedException e) {
            throw new DivergedException(
                    "diverged at step " + step + " (epoch " + number + "): " + e.getMessage(), step);
        }
    }

    private Evaluation validate(int number) {
        Evaluation valid = Evaluation.of(model, data.valid(), (example, position, loss) -> {});
        if (!Double.isFinite(valid.loss())) {
            throw new DivergedException(
                    "diverged by step " + step + " (epoch " + number + "): validation loss " + valid.loss(), step);
        }
        return valid;
    }

    private void keepBest(Epoch epoch) {
        if (epoch.score() < bestScore) {
            bestScore = epoch.score();
            bestEpoch = epoch;
            best.keep();
        }
    }
}
