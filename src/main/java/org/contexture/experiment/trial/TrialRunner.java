package org.contexture.experiment.trial;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.contexture.corpus.Dataset;
import org.contexture.experiment.FrozenTrial;
import org.contexture.experiment.JsonFile;
import org.contexture.experiment.Outcome;
import org.contexture.experiment.State;
import org.contexture.experiment.Trial;
import org.contexture.experiment.TrialFolder;
import org.contexture.experiment.TrialListener;
import org.contexture.model.Seq2Seq;
import org.contexture.provenance.Provenance;
import org.contexture.setting.UserError;
import org.contexture.tensor.Machine;
import org.contexture.training.DivergedException;
import org.contexture.training.Epoch;
import org.contexture.training.Trainer;
import org.jspecify.annotations.Nullable;

/** Runs one trial in its folder: corpus, model, training, test. Every way of running trials ends here. */
public final class TrialRunner {
    private final FrozenTrial frozen;
    private final Trial trial;
    private final Dataset data;
    private final TrialFolder folder;
    private final TrialListener listener;
    private final RunControl control;

    /**
     * @param folder where the trial's files go, one of an earlier attempt perhaps
     * @param listener told of the trial's progress
     */
    public TrialRunner(
            FrozenTrial frozen, Dataset data, TrialFolder folder, TrialListener listener, RunControl control) {
        this.frozen = frozen;
        this.trial = frozen.trial();
        this.data = data;
        this.folder = folder;
        this.listener = listener;
        this.control = control;
    }

    /** Runs the trial to its end, or until it is stopped. Whatever goes wrong in it is its outcome, not an exception. */
    public Outcome run() {
        listener.started(trial);
        Outcome outcome;
        try {
            outcome = folder.alone(this::runInFolder);
        } catch (UserError e) { // its folder cannot be written: told at the end, the other trials go on
            outcome = Outcome.bad(State.FAILED, String.valueOf(e.getMessage()), null);
        }
        listener.ended(trial, outcome);
        return outcome;
    }

    private Outcome runInFolder() {
        Stopwatch stopwatch = new Stopwatch();
        folder.begin(frozen);
        writeProvenance();
        Outcome outcome = outcome(stopwatch);
        stopwatch.write(folder);
        folder.end(outcome);
        return outcome;
    }

    private void writeProvenance() {
        Map<String, @Nullable Object> facts =
                JsonFile.map("identity", frozen.identity(), "corpusSha256", frozen.corpusSha256());
        facts.putAll(Machine.here().facts());
        folder.write("provenance.json", JsonFile.pretty(Provenance.ofTrial(control.run(), facts)));
    }

    private Outcome outcome(Stopwatch stopwatch) {
        if (!data.sha256().equals(frozen.corpusSha256())) {
            return Outcome.bad(
                    State.FAILED,
                    "the corpus has changed since the plan was made (SHA-256 " + data.sha256() + " where "
                            + frozen.corpusSha256() + " was expected); run the experiment again",
                    null);
        }
        try {
            return attempt(stopwatch, true);
        } catch (UserError e) { // the disk: nothing to be remembered, the next run goes on
            throw e;
        } catch (RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            folder.log(trace.toString());
            return Outcome.bad(State.FAILED, String.valueOf(e), null);
        } catch (OutOfMemoryError e) {
            return outOfMemory(e);
        }
    }

    /** What to say and do when memory was not enough. */
    private static Outcome outOfMemory(OutOfMemoryError e) {
        return Outcome.bad(
                State.OUT_OF_MEMORY,
                "not enough memory (" + e.getMessage()
                        + "); lower training.batch, model.hidden or --workers, or give more"
                        + " with --memory 8g, then run again with --retry \"out of memory\"",
                null);
    }

    private Outcome attempt(Stopwatch stopwatch, boolean resume) {
        Seq2Seq model =
                new Seq2Seq(trial.model(), data.source().size(), data.target().size(), trial.seed());
        Trainer trainer = new Trainer(model, data, trial.training(), trial.seed());
        Course course = new Course(frozen, folder, listener, control, stopwatch);
        if (resume && !resume(course, trainer)) {
            return attempt(stopwatch, false); // with a fresh model: a damaged file may have changed this one
        }
        return trainAndTest(model, trainer, course);
    }

    private Outcome trainAndTest(Seq2Seq model, Trainer trainer, Course course) {
        try {
            if (!course.train(trainer)) {
                return Outcome.bad(State.INTERRUPTED, course.interruption(), model.parameterCount());
            }
            Epoch best = trainer.restoreBest();
            Map<String, @Nullable Object> metrics = new TrialTest(trial, data, folder).run(model, best);
            Files.deleteIfExists(checkpoint());
            return new Outcome(State.OK, null, model.parameterCount(), best.number(), metrics);
        } catch (DivergedException e) {
            return Outcome.bad(State.DIVERGED, String.valueOf(e.getMessage()), model.parameterCount());
        } catch (IOException e) {
            throw new UserError(checkpoint() + ": cannot be deleted (" + e + "); expected a writable folder", e);
        }
    }

    /** Whether training can go on: from the last checkpoint, or from the start if there is none; not if it is damaged. */
    private boolean resume(Course course, Trainer trainer) {
        if (!Files.exists(checkpoint())) {
            data.notes().forEach(folder::log);
            return true;
        }
        try {
            course.resume(Checkpoint.read(checkpoint(), frozen.identity(), trainer));
            return true;
        } catch (IOException e) {
            folder.log("The checkpoint cannot be used, so training starts again: "
                    + Objects.requireNonNullElse(e.getMessage(), "it is cut off"));
            return false;
        }
    }

    private Path checkpoint() {
        return folder.path().resolve(TrialFolder.CHECKPOINT);
    }
}
