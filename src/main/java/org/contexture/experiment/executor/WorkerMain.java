package org.contexture.experiment.executor;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.contexture.corpus.CorpusSettings;
import org.contexture.corpus.Dataset;
import org.contexture.experiment.Outcome;
import org.contexture.experiment.State;
import org.contexture.experiment.Trial;
import org.contexture.experiment.TrialFolder;
import org.contexture.experiment.TrialListener;
import org.contexture.experiment.TrialProgress;
import org.contexture.experiment.trial.RunControl;
import org.contexture.experiment.trial.TrialRunner;
import org.contexture.setting.UserError;
import org.contexture.tensor.Gemm;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * The main class of a worker process: runs the trials it is told of, one at a time, until its input ends. A run that dies
 * closes that input, so no worker outlives it.
 */
public final class WorkerMain {
    private static final long TELL_NANOS = 100_000_000;

    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private final ExecutorService trials = Executors.newSingleThreadExecutor();
    private volatile boolean stopping;
    private @Nullable CorpusSettings corpus;
    private @Nullable Dataset data;

    private WorkerMain() {}

    /** Serves the process that started this one. */
    public static void main(String[] arguments) throws IOException {
        Signals.register(
                "INT", () -> {}); // Ctrl-C reaches all processes of a terminal: the run tells what is to be done
        new WorkerMain().serve();
    }

    private void serve() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(Message.STOP)) {
                stopping = true;
            } else if (Message.Corpus.isIn(line)) {
                Message.Corpus soon = Message.Corpus.of(line);
                trials.execute(() -> readSoon(soon));
            } else {
                Message.Request request = Message.Request.of(line);
                trials.execute(() -> run(request));
            }
        }
        Runtime.getRuntime().halt(0); // in the middle of a step perhaps: the last checkpoint is whole
    }

    private void run(Message.Request request) {
        try {
            tell(Message.ended(outcome(request)));
        } catch (OutOfMemoryError e) {
            Runtime.getRuntime().halt(ExitCode.OUT_OF_MEMORY);
        } catch (RuntimeException e) {
            e.printStackTrace();
            tell(Message.ended(Outcome.bad(State.FAILED, String.valueOf(e), null)));
        }
    }

    private Outcome outcome(Message.Request request) {
        TrialFolder folder = new TrialFolder(request.folder());
        Trial trial = request.trial().trial();
        try {
            Gemm.threads(trial.training().threads());
            RunControl control =
                    new RunControl(request.until(), request.checkpointEvery(), () -> stopping, request.run());
            return new TrialRunner(request.trial(), data(request), folder, new Teller(), control).run();
        } catch (UserError e) { // the corpus cannot be read any more
            Outcome outcome = Outcome.bad(State.FAILED, String.valueOf(e.getMessage()), null);
            folder.begin(request.trial());
            folder.end(outcome);
            return outcome;
        }
    }

    /** Reads a corpus beside the run that reads it too; whatever is wrong with it, the run will say, or the trial that reads it again. */
    private void readSoon(Message.Corpus soon) {
        try {
            read(soon.trial().corpus(), soon.base());
        } catch (RuntimeException | OutOfMemoryError e) {
            // as if nothing had been said
        }
    }

    /** The data set of the last trial is kept: the next one often has the same. One that was read too early is not the plan's. */
    private Dataset data(Message.Request request) {
        CorpusSettings settings = request.trial().trial().corpus();
        Dataset last = data;
        if (last != null
                && settings.equals(corpus)
                && last.sha256().equals(request.trial().corpusSha256())) {
            return last;
        }
        return read(settings, request.base());
    }

    private Dataset read(CorpusSettings settings, Path base) {
        data = null; // there may be no room for two
        Dataset read = Dataset.load(settings, base);
        data = read;
        corpus = settings;
        return read;
    }

    private void tell(String line) {
        out.println(line);
    }

    /** Tells the run how the trial goes, not more often than anyone could see. */
    private final class Teller implements TrialListener {
        private long told = System.nanoTime() - TELL_NANOS;

        @Override
        public void progress(Trial trial, TrialProgress progress) {
            if (System.nanoTime() - told >= TELL_NANOS) {
                told = System.nanoTime();
                tell(Message.progress(progress));
            }
        }
    }
}
