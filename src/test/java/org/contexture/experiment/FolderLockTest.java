package org.contexture.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contexture.provenance.Host;
import org.contexture.setting.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    private final Path folder;
    private final Path file;
    private final List<Duration> pauses = new ArrayList<>();

    FolderLockTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve(FolderLock.OWNER);
    }

    private void owner(String host, boolean held, long beats, String start) throws IOException {
        Files.writeString(
                file,
                JsonFile.line(JsonFile.map("host", host, "pid", 1, "start", start, "held", held, "beats", beats)));
    }

    @Test
    void anOwnerElsewhereWhoseHeartBeatsKeepsTheFolder() throws IOException {
        owner("elsewhere", true, 7, "2026-01-01T00:00:00Z");
        UserError error = assertThrows(
                UserError.class, () -> FolderLock.take(folder, pause -> write("elsewhere", 8, "2026-01-01T00:00:00Z")));
        assertTrue(
                String.valueOf(error.getMessage())
                        .contains("in use by another run (process 1 on elsewhere since 2026-01-01T00:00:00Z)"),
                error.getMessage());
        assertEquals(Map.of("beats", 8), Map.of("beats", JsonFile.read(file).get("beats")));
    }

    private void write(String host, long beats, String start) {
        try {
            owner(host, true, beats, start);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A clock that jumped, here or there, changes nothing: what counts is whether the heart beats. */
    @Test
    void aDeadOwnersLockIsTakenOverWhateverTheClocksSay() throws IOException {
        for (String start : List.of("1970-01-01T00:00:00Z", "2999-01-01T00:00:00Z")) {
            owner("elsewhere", true, 7, start);
            FolderLock lock = FolderLock.take(folder, pauses::add);
            assertEquals(true, JsonFile.read(file).get("held"));
            assertEquals(Host.name(), JsonFile.read(file).get("host"));
            lock.close();
            assertEquals(false, JsonFile.read(file).get("held"));
        }
        assertEquals(2, pauses.size(), "each was watched once");
    }

    @Test
    void aDeadOwnerOfThisHostAndOneThatLetGoAreNotWaitedFor() throws IOException {
        for (String host : List.of(Host.name(), "elsewhere")) {
            owner(host, host.equals(Host.name()), 7, "2026-01-01T00:00:00Z");
            FolderLock.take(folder, pauses::add).close();
        }
        Files.writeString(file, "{\"host\": \"torn");
        FolderLock.take(folder, pauses::add).close();
        assertEquals(List.of(), pauses);
    }

    @Test
    void twoOwnersInOneProcessAreRefusedToo() throws IOException {
        FolderLock lock = FolderLock.take(folder, pauses::add);
        UserError error = assertThrows(UserError.class, () -> FolderLock.take(folder, pauses::add));
        assertTrue(String.valueOf(error.getMessage()).contains(" on " + Host.name()), error.getMessage());
        lock.close();
        FolderLock.take(folder, pauses::add).close();
    }
}
