package org.contexture.experiment.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contexture.experiment.FrozenTrial;
import org.contexture.experiment.JsonFile;
import org.contexture.experiment.TrialFolder;
import org.contexture.experiment.TrialListener;
import org.contexture.experiment.TrialProgress;
import org.contexture.training.Epoch;
import org.contexture.training.Evaluation;
import org.contexture.training.Trainer;
import org.jspecify.annotations.Nullable;

/** The course of a trial's training: its epochs recorded, its checkpoints saved, its stops obeyed. */
final class Course implements Trainer.Watcher {
    private final FrozenTrial frozen;
    private final TrialFolder folder;
    private final TrialListener listener;
    private final RunControl control;
    private final Stopwatch stopwatch;
    private final List<String> epochs = new ArrayList<>();
    private @Nullable Trainer trainer;
    private long saved = System.nanoTime();

    Course(FrozenTrial frozen, TrialFolder folder, TrialListener listener, RunControl control, Stopwatch stopwatch) {
        this.frozen = frozen;
        this.folder = folder;
        this.listener = listener;
        this.control = control;
        this.stopwatch = stopwatch;
    }

    /** Goes on from a checkpoint: the epochs before it are in metrics.jsonl again, and none after it. */
    void resume(Checkpoint checkpoint) {
        epochs.addAll(checkpoint.epochs());
        folder.writeLines("metrics.jsonl", epochs);
        stopwatch.resume(checkpoint);
        folder.log("Resumed in epoch " + (epochs.size() + 1));
    }

    /** Trains as far as it may; returns whether that was to the end. What is left can be continued from the checkpoint. */
    boolean train(Trainer toTrain) {
        trainer = toTrain;
        stopwatch.train();
        boolean finished = toTrain.train(control.until(), this);
        if (!finished) {
            stopwatch.add(0); // the tokens of this epoch count when it ends
            save(toTrain);
        }
        return finished;
    }

    /** Why training did not come to its end. */
    String interruption() {
        return control.stop().getAsBoolean()
                ? "stopped in epoch " + (epochs.size() + 1) + "; run again to go on"
                : "waits after epoch " + epochs.size();
    }

    @Override
    public void epoch(Epoch epoch) {
        stopwatch.add(epoch.train().tokens());
        Map<String, @Nullable Object> metrics = JsonFile.map("epoch", epoch.number());
        TrialTest.add(metrics, "train", epoch.train());
        if (epoch.valid() != null) TrialTest.add(metrics, "valid", epoch.valid());
        folder.addMetrics(metrics);
        String line = JsonFile.line(metrics);
        folder.log(line);
        epochs.add(line);
    }

    @Override
    public boolean step(int epoch, Evaluation epochSoFar, double share) {
        double speed = stopwatch.tokensPerSecond(epochSoFar.tokens());
        listener.progress(frozen.trial(), new TrialProgress(epoch, share, epochSoFar.loss(), speed));
        if (control.stop().getAsBoolean()) {
            return false;
        }
        if (trainer != null
                && System.nanoTime() - saved >= control.checkpointEvery().toNanos()) {
            save(trainer);
        }
        return true;
    }

    private void save(Trainer toSave) {
        new Checkpoint(epochs, stopwatch.trainedTokens(), stopwatch.trainingSeconds())
                .write(folder.path().resolve(TrialFolder.CHECKPOINT), frozen.identity(), toSave);
        saved = System.nanoTime();
    }
}
