package org.contexture.experiment.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.contexture.experiment.State;
import org.contexture.provenance.Host;
import org.contexture.setting.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an experiment stands, read off folders in every state, whole and broken. */
class ExperimentStatusTest {
    private static final long ABSENT = 4_000_000_000L; // no system gives a process this number

    private final Path folder;
    private final Instant now = Instant.now();

    ExperimentStatusTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        plan("ran", "busy", "new");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void plan(String... ids) throws IOException {
        String trials = String.join(
                ",",
                List.of(ids).stream()
                        .map(id -> "{\"id\":\"" + id + "\",\"folder\":\"" + id + "-1a2b3c4d\",\"settings\":{}}")
                        .toList());
        write("plan.json", "{\"experiment\":\"t\",\"question\":\"Why?\",\"trials\":[" + trials + "]}");
    }

    private void begun(String id) throws IOException {
        write("trials/" + id + "-1a2b3c4d/trial.json", "{}");
    }

    private void ended(String id, String state, String message) throws IOException {
        begun(id);
        write(
                "trials/" + id + "-1a2b3c4d/outcome.json",
                "{\"state\":\"" + state + "\",\"message\":" + message + ",\"metrics\":{}}");
    }

    /** A run on this computer that says it runs these trials. */
    private void status(long pid, String ended, String... running) throws IOException {
        status(Host.name(), pid, now.minusSeconds(1), ended, running);
    }

    private void status(String host, long pid, Instant updated, String ended, String... running) throws IOException {
        String trials = String.join(
                ",",
                List.of(running).stream()
                        .map(id -> "{\"trial\":\"" + id + "\",\"epoch\":2,\"epochs\":4,\"share\":0.4,\"loss\":1.5,"
                                + "\"tokensPerSecond\":10.0,\"secondsLeft\":null}")
                        .toList());
        write(
                "status.json",
                "{\"host\":\"" + host + "\",\"pid\":" + pid + ",\"started\":\"" + now
                        + "\",\"updated\":\"" + updated + "\",\"ended\":" + ended
                        + ",\"workers\":2,\"trials\":3,\"kept\":0,\"states\":{},\"running\":[" + trials
                        + "],\"share\":0.3,\"secondsLeft\":7.5}");
    }

    private static long pid() {
        return ProcessHandle.current().pid();
    }

    private List<String> states() {
        return ExperimentStatus.read(folder, now).trials().stream()
                .map(TrialStatus::state)
                .toList();
    }

    private Runner runner() {
        return ExperimentStatus.read(folder, now).runner();
    }

    @Test
    void aRunAtWorkIsToldOf() throws IOException {
        ended("ran", "ok", "null");
        begun("busy");
        status(pid(), "null", "busy");
        ExperimentStatus status = ExperimentStatus.read(folder, now);
        assertEquals(Runner.RUNNING, status.runner());
        assertEquals(List.of("ok", "running", "planned"), states());
        assertEquals(List.of(new RunningTrial("busy", 2, 4, 0.4, 1.5, 10, Double.NaN)), status.running());
        assertEquals(List.of(), status.bad());
        assertEquals("Why?", status.question());
    }

    @Test
    void trialsOfARunnerThatIsGoneAreInterrupted() throws IOException {
        begun("busy");
        status(ABSENT, "null", "busy");
        ExperimentStatus status = ExperimentStatus.read(folder, now);
        assertEquals(Runner.STALE, status.runner());
        assertEquals(List.of("planned", "interrupted", "planned"), states());
        assertEquals(List.of(), status.running());
        assertNull(status.atWork());
    }

    @Test
    void anotherProcessOfTheSameNumberIsNotTheRunner() throws IOException {
        write(
                "status.json",
                "{\"host\":\"" + Host.name() + "\",\"pid\":" + pid()
                        + ",\"started\":\"2001-01-01T00:00:00Z\",\"updated\":\"2001-01-01T00:00:00Z\",\"ended\":null}");
        assertEquals(Runner.STALE, runner());
    }

    @Test
    void aRunnerOnAnotherHostIsBelievedForAMinute() throws IOException {
        status("another", ABSENT, now.minusSeconds(59), "null", "busy");
        assertEquals(Runner.ELSEWHERE, runner());
        assertEquals("running", states().get(1));
        status("another", ABSENT, now.minusSeconds(61), "null", "busy");
        assertEquals(Runner.STALE, runner());
        assertEquals("planned", states().get(1));
    }

    @Test
    void aRunThatEndedSaysSo() throws IOException {
        status(pid(), "\"" + now + "\"", "busy");
        begun("busy");
        assertEquals(Runner.ENDED, runner());
        assertEquals("interrupted", states().get(1));
    }

    @Test
    void withoutAStatusFoldersTellWhatTheyCan() throws IOException {
        ended("ran", "ok", "null");
        begun("busy");
        assertEquals(Runner.NONE, runner());
        assertEquals(List.of("ok", "interrupted", "planned"), states());
    }

    @Test
    void everyStateIsCounted() throws IOException {
        plan(State.words().toArray(String[]::new));
        for (String word : State.words()) {
            ended(word, word, "\"m\"");
        }
        ExperimentStatus status = ExperimentStatus.read(folder, now);
        Map<String, Integer> counts = status.counts();
        assertEquals(
                List.of(
                        "planned",
                        "running",
                        "ok",
                        "diverged",
                        "failed",
                        "out of memory",
                        "killed",
                        "timed out",
                        "interrupted",
                        "pruned"),
                List.copyOf(counts.keySet()));
        assertEquals(List.of(0, 0, 1, 1, 1, 1, 1, 1, 1, 1), List.copyOf(counts.values()));
        assertEquals(
                List.of("diverged", "failed", "out of memory", "killed", "timed out", "interrupted"),
                status.bad().stream().map(TrialStatus::state).toList());
        TrialStatus bad = status.bad().get(0);
        assertEquals("m", bad.message());
        assertEquals(folder.resolve("trials/diverged-1a2b3c4d/log.txt"), bad.log());
    }

    /** An earlier attempt's outcome is there until the new one's replaces it; what ended for good is not running. */
    @Test
    void anEarlierAttemptDoesNotHideThatATrialRuns() throws IOException {
        ended("busy", "failed", "\"m\"");
        ended("ran", "ok", "null");
        status(pid(), "null", "ran", "busy");
        assertEquals(List.of("ok", "running", "planned"), states());
        assertEquals(1, ExperimentStatus.read(folder, now).running().size());
    }

    @Test
    void aTrialThatBeganAfterTheLastWordRuns() throws IOException {
        begun("busy");
        begun("new");
        Path old = folder.resolve("trials/new-1a2b3c4d/trial.json");
        Files.setLastModifiedTime(old, FileTime.from(now.minusSeconds(100)));
        Files.setLastModifiedTime(folder.resolve("trials/busy-1a2b3c4d/trial.json"), FileTime.from(now));
        status(pid(), "null");
        assertEquals(List.of("planned", "running", "interrupted"), states());
    }

    @Test
    void brokenAndHalfWrittenFilesAreTakenForMissingOnes() throws IOException {
        ended("ran", "ok", "null");
        write("trials/ran-1a2b3c4d/outcome.json", "{\"state\":\"o");
        begun("busy");
        write("trials/busy-1a2b3c4d/outcome.json", "");
        Files.createDirectories(folder.resolve("trials/new-1a2b3c4d"));
        write("status.json", "{\"host\":");
        assertEquals(List.of("interrupted", "interrupted", "planned"), states());
        assertEquals(Runner.NONE, runner());
        write("status.json", "{\"host\":\"h\",\"started\":\"yesterday\"}");
        assertEquals(Runner.NONE, runner());
        Files.createDirectory(folder.resolve("trials/new-1a2b3c4d/outcome.json"));
        assertEquals("planned", states().get(2));
    }

    /** Plans of before list ids, which are the names of folders too. */
    @Test
    void aPlanOfIdsIsRead() throws IOException {
        write("plan.json", "{\"experiment\":\"t\",\"question\":null,\"trials\":[\"a\",\"b\"]}");
        write("trials/b/outcome.json", "{\"state\":\"pruned\"}");
        assertEquals(List.of("planned", "pruned"), states());
        assertNull(ExperimentStatus.read(folder, now).question());
    }

    @Test
    void aFolderWithoutAPlanIsAnError() throws IOException {
        UserError error = assertThrows(UserError.class, () -> ExperimentStatus.read(folder.resolve("trials"), now));
        assertTrue(String.valueOf(error.getMessage()).contains("plan.json"), error.getMessage());
        write("plan.json", "[]");
        assertThrows(UserError.class, () -> ExperimentStatus.read(folder, now));
    }
}
