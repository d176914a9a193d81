package org.contexture.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.contexture.results.Results;
import org.contexture.setting.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveTest {
    private final Path folder;
    private final List<Object> screen = new ArrayList<>();
    /** What happens to the folder while the view waits. */
    private final Deque<Runnable> events = new ArrayDeque<>();

    LiveTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("trials/a-s1-00000000"));
        write("plan.json", "{\"experiment\":\"x\",\"trials\":[{\"id\":\"a-s1\",\"folder\":\"a-s1-00000000\"}]}");
        write("trials/a-s1-00000000/trial.json", "{\"configuration\":\"a\",\"seed\":1,\"settings\":{}}");
        status("null");
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of this process, which is alive. */
    private void status(String ended) {
        write(
                "status.json",
                "{\"host\":\"%s\",\"pid\":%d,\"started\":\"%s\",\"updated\":\"%s\",\"ended\":%s,\"workers\":1}"
                        .formatted(
                                org.contexture.provenance.Host.name(),
                                ProcessHandle.current().pid(),
                                Instant.now(),
                                Instant.now(),
                                ended));
    }

    private void epoch(int number) {
        String lines = "";
        for (int n = 1; n <= number; n++) {
            lines += "{\"epoch\":" + n + ",\"trainLoss\":1.5}\n";
        }
        write("trials/a-s1-00000000/metrics.jsonl", lines);
    }

    private void follow(Function<Results, ?> view) {
        new Live(folder, view, screen::add).follow(() -> {
            Runnable next = events.poll();
            if (next == null) {
                return false; // interrupted
            }
            next.run();
            return true;
        });
    }

    @Test
    void whatChangesIsDrawnAgainUntilTheRunEnds() {
        events.add(() -> epoch(1));
        events.add(() -> {});
        events.add(() -> epoch(2));
        events.add(() -> status("\"" + Instant.now() + "\""));
        events.add(() -> {
            throw new AssertionError("the run has ended");
        });
        follow(results -> results.epochs().rowCount());
        assertEquals(List.of(0, 1, 2), screen);
    }

    @Test
    void anInterruptLeavesWhatIsShown() {
        follow(results -> results.epochs().rowCount());
        assertEquals(List.of(0), screen);
    }

    @Test
    void whatIsNotThereYetIsSaidAndWaitedFor() {
        events.add(() -> epoch(1));
        follow(results -> {
            if (results.epochs().rowCount() == 0) throw new UserError("no epoch yet");
            return "a curve";
        });
        assertEquals(List.of("no epoch yet", "a curve"), screen);
    }

    @Test
    void whatIsNotThereAtTheEndIsAnError() {
        status("\"" + Instant.now() + "\"");
        UserError error = assertThrows(
                UserError.class,
                () -> follow(results -> {
                    throw new UserError("no metric");
                }));
        assertEquals("no metric", error.getMessage());
    }
}
