package org.contexture.training;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.contexture.corpus.Batch;
import org.contexture.corpus.Dataset;
import org.contexture.model.BatchLoss;
import org.contexture.model.Seq2Seq;
import org.contexture.tensor.Seeds;
import org.jspecify.annotations.Nullable;

/**
 * Trains a model by teacher forcing and leaves it with the parameters of its best epoch. Training can stop after any step,
 * be saved, and go on in another process, with the same bits as if it had never stopped.
 */
public final class Trainer {
    private final Seq2Seq model;
    private final Dataset data;
    private final TrainingSettings settings;
    private final long seed;
    private final Optimization optimization;
    private final Parameters best;
    /** The epoch under way, its batches done, and all steps. */
    private int number = 1;

    private int batch;
    private int step;
    private Evaluation train = Evaluation.NONE;
    private @Nullable Epoch bestEpoch;

    public Trainer(Seq2Seq model, Dataset data, TrainingSettings settings, long seed) {
        this.model = model;
        this.data = data;
        this.settings = settings;
        this.seed = seed;
        optimization = new Optimization(model, settings);
        best = new Parameters(model.parameters());
    }

    /** Follows the training, and says when it should stop. */
    public interface Watcher {
        /** An epoch ended. */
        void epoch(Epoch epoch);

        /**
         * A step was taken.
         *
         * @param epoch under way
         * @param epochSoFar training loss of the epoch under way
         * @param share of the whole training done
         * @return whether to go on
         */
        boolean step(int epoch, Evaluation epochSoFar, double share);
    }

    /**
     * Trains to the end of an epoch, or until the watcher stops it.
     *
     * @param until the last epoch to train now, if there are as many
     * @return whether all that the settings ask for is done
     * @throws DivergedException naming epoch and step if a loss, a gradient or the validation loss is not finite
     */
    public boolean train(int until, Watcher watcher) {
        while (!isFinished() && number <= until) {
            if (!pass(watcher)) {
                return false;
            }
            Epoch epoch = new Epoch(number, train, data.valid().isEmpty() ? null : validate());
            keepBest(epoch);
            number++;
            batch = 0;
            train = Evaluation.NONE;
            watcher.epoch(epoch);
        }
        return isFinished();
    }

    /** Whether all epochs are done, or so many in a row were no better than the best that patience is at its end. */
    private boolean isFinished() {
        boolean isImpatient = settings.patience() != null
                && bestEpoch != null
                && number - 1 - bestEpoch.number() >= settings.patience();
        return number > settings.epochs() || isImpatient;
    }

    /** Gives the model the parameters of its best epoch, which is returned. */
    public Epoch restoreBest() {
        best.restore();
        return Objects.requireNonNull(bestEpoch, "no epoch has ended");
    }

    /** The batches that are left of the epoch under way; every epoch has a random order of its own. */
    private boolean pass(Watcher watcher) {
        List<int[]> batches =
                Batches.shuffled(data.train(), settings.batch(), Seeds.stream(seed, "shuffling of epoch " + number));
        while (batch < batches.size()) {
            Batch next = Batches.batch(data.train(), batches.get(batch));
            batch++;
            step++;
            train = train.plus(step(next));
            double share = (number - 1 + (double) batch / batches.size()) / settings.epochs();
            if (!watcher.step(number, train, share)) {
                return false;
            }
        }
        return true;
    }

    private BatchLoss step(Batch next) {
        try {
            return optimization.step(next);
        } catch (DivergedException e) {
            throw new DivergedException(
                    "diverged at step " + step + " (epoch " + number + "): " + e.getMessage(), step);
        }
    }

    private Evaluation validate() {
        Evaluation valid = Evaluation.of(model, data.valid(), (example, position, loss) -> {});
        if (!Double.isFinite(valid.loss())) {
            throw new DivergedException(
                    "diverged by step " + step + " (epoch " + number + "): validation loss " + valid.loss(), step);
        }
        return valid;
    }

    private void keepBest(Epoch epoch) {
        if (bestEpoch == null || epoch.score() < bestEpoch.score()) {
            bestEpoch = epoch;
            best.keep();
        }
    }

    /** Writes all that training depends on: how far it is, the parameters, those of the best epoch, the optimizer's state. */
    public void save(CheckpointOutput out) throws IOException {
        out.write(number);
        out.write(batch);
        out.write(step);
        out.write(train);
        out.write(bestEpoch);
        out.write(model.parameters());
        if (bestEpoch != null) best.save(out);
        optimization.save(out);
    }

    /**
     * Goes on from where {@link #save} was called, with a model and settings of the same shape.
     *
     * @throws IOException if the checkpoint was written for another shape, or is cut off; the trainer is of no use then
     */
    public void load(CheckpointInput in) throws IOException {
        number = in.readInt();
        batch = in.readInt();
        step = in.readInt();
        train = in.readEvaluation();
        bestEpoch = in.readEpoch();
        in.read(model.parameters());
        if (bestEpoch != null) best.load(in);
        optimization.load(in);
    }
}
