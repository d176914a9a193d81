package org.contexture.experiment;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import org.contexture.corpus.Dataset;
import org.contexture.model.Seq2Seq;
import org.contexture.setting.UserError;
import org.contexture.training.DivergedException;
import org.contexture.training.Epoch;
import org.contexture.training.Evaluation;
import org.contexture.training.Trainer;
import org.jspecify.annotations.Nullable;

/** Runs one trial in its folder: corpus, model, training, test. Every way of running trials ends here. */
public final class TrialRunner {
    private final Trial trial;
    private final Dataset data;
    private final TrialFolder folder;
    private final TrialListener listener;
    private long trainedTokens;
    private double trainingSeconds;

    public TrialRunner(Trial trial, Dataset data, TrialFolder folder, TrialListener listener) {
        this.trial = trial;
        this.data = data;
        this.folder = folder;
        this.listener = listener;
    }

    /** Runs the trial to its end. Whatever goes wrong in it is its outcome, not an exception. */
    public Outcome run() {
        listener.started(trial);
        Outcome outcome;
        try {
            outcome = runInFolder();
        } catch (UserError e) { // its folder cannot be written: told at the end, the other trials go on
            outcome = Outcome.bad(State.FAILED, String.valueOf(e.getMessage()), null);
        }
        listener.ended(trial, outcome);
        return outcome;
    }

    private Outcome runInFolder() {
        Instant start = Instant.now();
        long nanos = System.nanoTime();
        folder.begin(trial, data.sha256());
        data.notes().forEach(folder::log);
        Outcome outcome = outcome();
        writeTimings(start, (System.nanoTime() - nanos) / 1e9);
        folder.write("outcome.json", outcome.json());
        return outcome;
    }

    private Outcome outcome() {
        try (Seq2Seq model =
                new Seq2Seq(trial.model(), data.source().size(), data.target().size(), trial.seed())) {
            return trainAndTest(model);
        } catch (RuntimeException | OutOfMemoryError e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            folder.log(trace.toString());
            String advice = e instanceof OutOfMemoryError
                    ? "; lower training.batch, model.hidden or --workers, or set CONTEXTURE_JAVA_OPTIONS=-Xmx8g"
                    : "";
            return Outcome.bad(State.FAILED, e + advice, null);
        }
    }

    private Outcome trainAndTest(Seq2Seq model) {
        try {
            Trainer trainer = new Trainer(model, data, trial.training(), trial.seed());
            long nanos = System.nanoTime();
            Epoch best =
                    trainer.train(this::record, (sum, share) -> listener.progress(trial, progress(sum, share, nanos)));
            trainingSeconds = (System.nanoTime() - nanos) / 1e9;
            Map<String, @Nullable Object> metrics = new TrialTest(trial, data, folder).run(model, best);
            return new Outcome(State.OK, null, model.parameterCount(), best.number(), metrics);
        } catch (DivergedException e) {
            folder.log(String.valueOf(e.getMessage()));
            return Outcome.bad(State.DIVERGED, String.valueOf(e.getMessage()), model.parameterCount());
        }
    }

    private TrialProgress progress(Evaluation sum, double share, long start) {
        int epoch = (int) Math.min(
                trial.training().epochs(), Math.floor(share * trial.training().epochs()) + 1);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new TrialProgress(epoch, share, sum.loss(), (trainedTokens + sum.tokens()) / seconds);
    }

    private void record(Epoch epoch) {
        trainedTokens += epoch.train().tokens();
        Map<String, @Nullable Object> metrics = JsonFile.map("epoch", epoch.number());
        add(metrics, "train", epoch.train());
        if (epoch.valid() != null) add(metrics, "valid", epoch.valid());
        folder.addMetrics(metrics);
        folder.log(JsonFile.line(metrics));
    }

    static void add(Map<String, @Nullable Object> metrics, String of, Evaluation evaluation) {
        metrics.put(of + "Loss", evaluation.loss());
        metrics.put(of + "Perplexity", evaluation.perplexity());
        metrics.put(of + "TokenAccuracy", evaluation.accuracy().share());
    }

    private void writeTimings(Instant start, double seconds) {
        folder.write(
                "timings.json",
                JsonFile.pretty(JsonFile.map(
                        "seconds",
                        seconds,
                        "targetTokensPerSecond",
                        trainingSeconds > 0 ? trainedTokens / trainingSeconds : null,
                        "host",
                        Host.name(),
                        "start",
                        start.toString())));
    }
}
