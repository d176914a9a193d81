package org.contexture.experiment.status;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.contexture.experiment.Ticker;
import org.contexture.experiment.WholeFile;
import org.contexture.provenance.Host;
import org.jspecify.annotations.Nullable;

/**
 * Writes status.json: how a run goes, for {@code contexture status} and for scripts, once a second and at the end. The file is
 * of the moment, so it is not synced, and a write that fails is left out: results do not depend on it.
 */
public final class StatusFile implements AutoCloseable {
    /** Its name in the folder of results. */
    public static final String NAME = "status.json";

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Path file;
    private final RunProgress progress;
    private final int workers;
    private final InstantSource clock;
    private final Instant started;
    private @Nullable Ticker ticker;
    private boolean isClosed;

    StatusFile(Path folder, RunProgress progress, int workers, InstantSource clock) {
        this.file = folder.resolve(NAME);
        this.progress = progress;
        this.workers = workers;
        this.clock = clock;
        started = clock.instant();
    }

    /**
     * Begins to write until it is closed.
     *
     * @param folder of the experiment's results
     * @param workers trials that run at once
     */
    public static StatusFile start(Path folder, RunProgress progress, int workers) {
        StatusFile status = new StatusFile(folder, progress, workers, InstantSource.system());
        status.ticker = new Ticker("contexture-status", PAUSE, () -> status.write(null));
        return status;
    }

    /** Writes what is known now, unless the last word has been written. */
    synchronized void write(@Nullable Instant ended) {
        if (isClosed) {
            return;
        }
        isClosed = ended != null;
        Instant now = clock.instant();
        RunStatus status = new RunStatus(
                Host.name(), ProcessHandle.current().pid(), started, now, ended, workers, progress.snapshot());
        try {
            WholeFile.writeUnsynced(file, status.json());
        } catch (IOException e) {
            // A full disk, say. What matters of it is told where results are written.
        }
    }

    /** Writes that the run has ended. */
    @Override
    public void close() {
        if (ticker != null) ticker.close();
        write(clock.instant());
    }
}
