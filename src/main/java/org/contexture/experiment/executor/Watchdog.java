package org.contexture.experiment.executor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.contexture.experiment.Outcome;
import org.contexture.experiment.State;
import org.contexture.experiment.Ticker;
import org.jspecify.annotations.Nullable;

/** Ends a process that takes more time or memory than its trial may have. Time is the machine's steady one: clocks may jump. */
final class Watchdog implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int PAGE = 4096;

    private final Process process;
    private final Limits limits;
    private final long start = System.nanoTime();
    private final Ticker looking;
    private volatile @Nullable Outcome verdict;

    Watchdog(Process process, Limits limits) {
        this.process = process;
        this.limits = limits;
        looking = new Ticker("contexture-watchdog", LOOK, this::look);
    }

    private void look() {
        Duration timeout = limits.timeout();
        if (timeout != null && System.nanoTime() - start > timeout.toNanos()) {
            end(State.TIMED_OUT, "took longer than the " + seconds(timeout) + " of --timeout");
        }
        Long memory = limits.memory();
        if (memory != null && resident() > memory) {
            end(State.OUT_OF_MEMORY, "its process took more than the " + mebibytes(memory) + " of --memory");
        }
    }

    private synchronized void end(State state, String message) {
        if (verdict == null) {
            verdict = Outcome.bad(state, message, null);
            process.destroyForcibly();
        }
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.4g s", duration.toMillis() / 1e3);
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }

    /** Bytes of memory in use, where the system tells it in a file; 0 elsewhere. */
    private long resident() {
        try {
            String[] pages = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "statm"))
                    .split(" ", -1);
            return Long.parseLong(pages[1]) * PAGE;
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return 0; // not Linux, or the process has just ended
        }
    }

    /** Why it ended the process, if it did. */
    Optional<Outcome> verdict() {
        return Optional.ofNullable(verdict);
    }

    @Override
    public void close() {
        looking.close();
    }
}
