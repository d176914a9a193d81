package org.contexture.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two runs out of one folder. The operating system's lock on a file is enough on one computer, and goes when its owner
 * dies. Some network file systems do not pass it on; so the owner also counts up a heartbeat in the file, and a newcomer from another
 * host watches whether it moves. Only counts are compared, never clocks, which may differ and jump.
 */
final class FolderLock implements AutoCloseable {
    static final String FILE = ".lock";
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final int LARGEST = 4096;

    private final FileChannel channel;
    private final ScheduledExecutorService heart;
    private final String start = Instant.now().toString();
    private long beats;
    private @Nullable Future<?> beating;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
        heart = Executors.newSingleThreadScheduledExecutor(FolderLock::daemon);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "contexture-heartbeat");
        thread.setDaemon(true);
        return thread;
    }

    /** Waits a while; for tests, which do not. */
    interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    /**
     * Takes a folder that exists.
     *
     * @throws UserError if another run has it, saying which
     * @throws IOException if the lock file cannot be written
     */
    static FolderLock take(Path folder) throws IOException {
        return take(folder, duration -> Thread.sleep(duration.toMillis()));
    }

    static FolderLock take(Path folder, Pause pause) throws IOException {
        Path file = folder.resolve(FILE);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            if (!isLocked(channel) || isBeatingElsewhere(file, pause)) {
                throw inUse(folder, file);
            }
            FolderLock lock = new FolderLock(channel);
            lock.beat(true);
            lock.beating = lock.heart.scheduleAtFixedRate(
                    lock::beatIfPossible, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
            taken = true;
            return lock;
        } finally {
            if (!taken) channel.close();
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another run in this very JVM
        }
    }

    private static UserError inUse(Path folder, Path file) {
        Map<String, @Nullable Object> owner = content(file);
        return new UserError(folder + " is in use by another run (process " + owner.get("pid") + " on "
                + owner.get("host") + " since " + owner.get("start")
                + "); wait for it, or choose another folder with --results DIR");
    }

    /** Whether an owner on another host, whom the system's lock does not know, still counts. */
    private static boolean isBeatingElsewhere(Path file, Pause pause) throws IOException {
        Map<String, @Nullable Object> before = content(file);
        if (!Boolean.TRUE.equals(before.get("held")) || Host.name().equals(before.get("host"))) {
            return false;
        }
        try {
            pause.of(BEAT.multipliedBy(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the owner of " + file, e);
        }
        return !Objects.equals(before.get("beats"), content(file).get("beats"));
    }

    private static Map<String, @Nullable Object> content(Path file) {
        try {
            return Files.size(file) > LARGEST ? Map.of() : JsonFile.read(file);
        } catch (IOException | UserError e) {
            return Map.of(); // empty as long as nobody ever held it, torn if its owner died in mid-write
        }
    }

    private void beatIfPossible() {
        try {
            beat(true);
        } catch (IOException e) {
            beats++; // a full disk must not end a run; the next beat may succeed
        }
    }

    private synchronized void beat(boolean held) throws IOException {
        byte[] content = JsonFile.line(JsonFile.map(
                        "host",
                        Host.name(),
                        "pid",
                        ProcessHandle.current().pid(),
                        "start",
                        start,
                        "held",
                        held,
                        "beats",
                        ++beats))
                .getBytes(StandardCharsets.UTF_8);
        channel.write(ByteBuffer.wrap(content), 0);
        channel.truncate(content.length);
    }

    /** Lets go of the folder. The file stays: deleting it could unlock a folder that another run has just taken. */
    @Override
    public void close() throws IOException {
        if (beating != null) beating.cancel(false);
        heart.shutdown();
        try {
            beat(false);
        } finally {
            channel.close();
        }
    }
}
