package org.contexture.experiment.executor;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.contexture.experiment.JsonFile;
import org.contexture.experiment.Outcome;
import org.contexture.experiment.State;
import org.contexture.experiment.TrialFolder;
import org.contexture.experiment.TrialListener;
import org.contexture.setting.UserError;
import org.contexture.tensor.JvmFlags;
import org.jspecify.annotations.Nullable;

/** One worker process, started when it is needed and replaced when it is lost. Used by one thread. */
final class Worker implements AutoCloseable {
    private final Limits limits;
    private final Interruption interruption;
    private final Runnable onInterruption = this::interrupted;
    private volatile @Nullable Connection connection;

    Worker(Limits limits, Interruption interruption) {
        this.limits = limits;
        this.interruption = interruption;
        interruption.tell(onInterruption);
    }

    /** Starts the process before it is needed, and lets it read a corpus if there is one to be read; what goes wrong then is told when it is. */
    void prepare(Message.@Nullable Corpus corpus) {
        try {
            Connection open = connection();
            if (corpus != null) open.send(corpus.line());
        } catch (IOException e) {
            connection = null;
        }
    }

    /** Runs a trial to its end, whatever end that is. */
    Outcome run(Message.Request request, TrialListener listener) {
        TrialFolder folder = new TrialFolder(request.folder());
        try {
            Connection open = connection();
            Outcome outcome = converse(open, request, folder, listener);
            if (outcome.state() != State.OK && outcome.state() != State.INTERRUPTED) replace();
            return outcome;
        } catch (IOException e) {
            replace();
            return ended(folder, Outcome.bad(State.FAILED, "its process could not be started or reached: " + e, null));
        }
    }

    private Connection connection() throws IOException {
        Connection open = connection;
        if (open == null || !open.process().isAlive()) {
            open = Connection.open(limits);
            connection = open;
        }
        return open;
    }

    private Outcome converse(Connection open, Message.Request request, TrialFolder folder, TrialListener listener)
            throws IOException {
        try (Watchdog watchdog = new Watchdog(open.process(), limits)) {
            try {
                open.send(request.line());
                if (interruption.isRequested()) interrupted();
                Outcome outcome = listen(open, request, folder, listener);
                if (outcome != null) {
                    return outcome;
                }
            } catch (IOException e) {
                boolean isEnding = interruption.isAtOnce()
                        || watchdog.verdict().isPresent()
                        || !open.process().isAlive();
                if (!isEnding) throw e; // else its end says more than a broken pipe
            }
            return lost(open, watchdog, folder);
        }
    }

    /** Reads until the trial ended or the process did, which is null. */
    private static @Nullable Outcome listen(
            Connection open, Message.Request request, TrialFolder folder, TrialListener listener) throws IOException {
        for (String line = open.out().readLine();
                line != null;
                line = open.out().readLine()) {
            if (!line.startsWith(Message.MARK)) {
                if (!JvmFlags.isNotice(line)) log(folder, line);
                continue;
            }
            Map<String, @Nullable Object> said =
                    JsonFile.parse(line.substring(Message.MARK.length()), "a worker's message");
            Outcome outcome = Message.outcome(said);
            if (outcome != null) {
                return outcome;
            }
            listener.progress(request.trial().trial(), Message.progress(said));
        }
        return null;
    }

    /** The folder may be what is broken; then the outcome still is told, and the trial runs again next time. */
    private static void log(TrialFolder folder, String line) {
        try {
            if (Files.isDirectory(folder.path())) folder.log(line);
        } catch (UserError e) {
            System.err.println(line);
        }
    }

    private Outcome lost(Connection open, Watchdog watchdog, TrialFolder folder) {
        int code = exitCode(open.process());
        if (interruption.isAtOnce()) {
            return Outcome.bad(State.INTERRUPTED, "stopped at once; run again to go on from its last checkpoint", null);
        }
        return ended(folder, watchdog.verdict().orElseGet(() -> ExitCode.outcome(code)));
    }

    private static Outcome ended(TrialFolder folder, Outcome outcome) {
        try {
            if (Files.isDirectory(folder.path())) folder.end(outcome);
        } catch (UserError e) {
            return Outcome.bad(outcome.state(), outcome.message() + "; " + e.getMessage(), null);
        }
        return outcome;
    }

    private static int exitCode(Process process) {
        boolean interrupted = false;
        while (true) {
            try {
                int code = process.waitFor();
                if (interrupted) Thread.currentThread().interrupt();
                return code;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }

    /** Called by the thread that interrupts. */
    private void interrupted() {
        Connection open = connection;
        if (open == null) {
            return;
        }
        if (interruption.isAtOnce()) {
            open.process().destroyForcibly();
        } else {
            try {
                open.send(Message.STOP);
            } catch (IOException e) {
                open.process().destroyForcibly(); // it does not listen any more
            }
        }
    }

    /** The next trial gets a fresh process. */
    private void replace() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            open.process().destroyForcibly();
            exitCode(open.process());
        }
    }

    @Override
    public void close() {
        interruption.forget(onInterruption);
        replace();
    }
}
