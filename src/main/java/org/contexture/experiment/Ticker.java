package org.contexture.experiment;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Does something again and again on a thread of its own, which keeps no JVM alive. An exception ends it in silence: what is
 * shown of a run must never end the run.
 */
public final class Ticker implements AutoCloseable {
    private static final Duration SOON = Duration.ofMillis(100);

    private final ScheduledExecutorService timer;

    /** Begins soon, so that who starts it gets on with its work first, and waits for {@code pause} after each time. */
    public Ticker(String thread, Duration pause, Runnable tick) {
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, thread);
            daemon.setDaemon(true);
            return daemon;
        });
        var unused = timer.scheduleWithFixedDelay(tick, SOON.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** No new tick begins; waits for one under way, but not for ever, as a terminal may be stopped. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(2, TimeUnit.SECONDS)) timer.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
