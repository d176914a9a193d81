package org.contexture.experiment.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.contexture.experiment.State;
import org.contexture.experiment.Trial;
import org.contexture.experiment.TrialProgress;
import org.contexture.provenance.Host;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** status.json, as it is written and read back. */
class StatusFileTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Path folder;
    private final Trial a = RunProgressTest.trial("a", 1);
    private final Trial b = RunProgressTest.trial("b", 1);
    private final RunProgress progress = new RunProgress(1, List.of(a, b), trial -> 1, () -> 0);
    private Instant now = NOON;

    StatusFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private StatusFile file(Path where) {
        return new StatusFile(where, progress, 2, () -> now);
    }

    /** Jackson's own reader takes no NaN. */
    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(folder.resolve(StatusFile.NAME).toFile());
    }

    @Test
    void itSaysWhoRunsWhatAndHowFarThatIs() throws IOException {
        StatusFile file = file(folder);
        progress.started(a);
        progress.progress(a, new TrialProgress(3, 0.25, Double.NaN, Double.POSITIVE_INFINITY));
        progress.started(b);
        progress.ended(b, RunProgressTest.outcome(State.OUT_OF_MEMORY));
        now = NOON.plusSeconds(5);
        file.write(null);
        assertEquals(
                """
                {"host":"HOST","pid":PID,"started":"2026-01-01T12:00:00Z","updated":"2026-01-01T12:00:05Z",\
                "ended":null,"workers":2,"trials":3,"kept":1,"states":{"out of memory":1},\
                "running":[{"trial":"a-s1","epoch":3,"epochs":10,"share":0.25,"loss":null,\
                "tokensPerSecond":null,"secondsLeft":null}],"share":0.625,"secondsLeft":null}"""
                        .replace("HOST", Host.name())
                        .replace("PID", "" + ProcessHandle.current().pid()),
                json().toString());
    }

    @Test
    void itReadsBackAsItWas() throws IOException {
        StatusFile file = file(folder);
        progress.started(a);
        progress.progress(a, new TrialProgress(3, 0.25, 1.5, 900));
        progress.started(b);
        progress.ended(b, RunProgressTest.outcome(State.TIMED_OUT));
        file.write(null);
        RunStatus status = RunStatus.of(json());
        assertNotNull(status);
        assertEquals(progress.snapshot(), status.run());
        assertEquals(2, status.workers());
    }

    @Test
    void theLastWordIsThatItEnded() throws IOException {
        StatusFile file = file(folder);
        file.write(null);
        now = NOON.plusSeconds(9);
        file.close();
        assertEquals("2026-01-01T12:00:09Z", json().path("ended").asText());
        file.write(null);
        assertFalse(json().path("ended").isNull(), "a late tick changes nothing");
    }

    @Test
    void nothingIsLeftBesideIt() throws IOException {
        file(folder).write(null);
        file(folder).write(null);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(folder.resolve(StatusFile.NAME)), files.toList());
        }
    }

    /** A folder that is not there stands for a full disk. */
    @Test
    void aWriteThatFailsIsLeftOut() {
        file(folder.resolve("absent")).close();
        assertFalse(Files.exists(folder.resolve("absent")));
    }

    @Test
    void aReaderSeesTheOldFileOrTheNewOne() throws InterruptedException {
        StatusFile file = file(folder);
        file.write(null);
        List<Boolean> whole = new ArrayList<>();
        Thread reader = new Thread(() -> {
            for (int i = 0; i < 300; i++) {
                whole.add(LooseFile.object(folder.resolve(StatusFile.NAME)) != null);
            }
        });
        reader.start();
        while (reader.isAlive()) {
            file.write(null);
        }
        reader.join();
        assertEquals(300, whole.size());
        assertTrue(whole.stream().allMatch(each -> each));
    }
}
