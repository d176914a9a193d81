package org.contexture.experiment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.contexture.provenance.Host;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two runs out of one folder. The operating system's lock on a file is enough on one computer, and goes when its owner
 * dies. Some network file systems do not pass it on; so the owner also counts up a heartbeat in a second file, and a newcomer from
 * another host watches whether it moves. Only counts are compared, never clocks, which may differ and jump.
 *
 * <p>The locked file is never read, and never opened twice in a process: POSIX gives a process's lock up as soon as any of its
 * openings of the file is closed.
 */
final class FolderLock implements AutoCloseable {
    static final String FILE = ".lock";
    static final String OWNER = ".owner";
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final int LARGEST = 4096;
    /** Folders that this process has. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;
    private final String start = Instant.now().toString();
    private long beats;
    private @Nullable Ticker heart;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
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
        Path real = folder.toRealPath();
        if (!HELD.add(real)) {
            throw inUse(real);
        }
        boolean taken = false;
        try {
            FolderLock lock = locked(real, pause);
            taken = true;
            return lock;
        } finally {
            if (!taken) HELD.remove(real);
        }
    }

    private static FolderLock locked(Path folder, Pause pause) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            if (channel.tryLock() == null || isBeatingElsewhere(folder, pause)) {
                throw inUse(folder);
            }
            FolderLock lock = new FolderLock(folder, channel);
            lock.beat(true);
            lock.heart = new Ticker("contexture-heartbeat", BEAT, lock::beatIfPossible);
            taken = true;
            return lock;
        } finally {
            if (!taken) channel.close();
        }
    }

    private static UserError inUse(Path folder) {
        Map<String, @Nullable Object> owner = owner(folder);
        return new UserError(folder + " is in use by another run (process " + owner.get("pid") + " on "
                + owner.get("host") + " since " + owner.get("start")
                + "); wait for it, or choose another folder with --results DIR");
    }

    /** Whether an owner on another host, whom the system's lock does not know, still counts. */
    private static boolean isBeatingElsewhere(Path folder, Pause pause) throws IOException {
        Map<String, @Nullable Object> before = owner(folder);
        if (!Boolean.TRUE.equals(before.get("held")) || Host.name().equals(before.get("host"))) {
            return false;
        }
        try {
            pause.of(BEAT.multipliedBy(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the owner of " + folder, e);
        }
        return !Objects.equals(before.get("beats"), owner(folder).get("beats"));
    }

    private static Map<String, @Nullable Object> owner(Path folder) {
        Path file = folder.resolve(OWNER);
        try {
            return Files.size(file) > LARGEST ? Map.of() : JsonFile.read(file);
        } catch (IOException | UserError e) {
            return Map.of(); // nobody ever had it, or the file was damaged
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
        WholeFile.writeUnsynced(
                folder.resolve(OWNER),
                JsonFile.line(JsonFile.map(
                        "host",
                        Host.name(),
                        "pid",
                        ProcessHandle.current().pid(),
                        "start",
                        start,
                        "held",
                        held,
                        "beats",
                        ++beats)));
    }

    /** Lets go of the folder. The files stay: deleting one could unlock a folder that another run has just taken. */
    @Override
    public void close() throws IOException {
        if (heart != null) heart.close();
        try {
            beat(false);
        } finally {
            channel.close();
            HELD.remove(folder);
        }
    }
}
