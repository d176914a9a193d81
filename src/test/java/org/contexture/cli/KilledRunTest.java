package org.contexture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run is killed at random moments and taken up again. How often says the system property {@code contexture.kills}; the profile
 * {@code stress} asks for more.
 */
class KilledRunTest {
    private static final int KILLS = Integer.getInteger("contexture.kills", 10);
    private static final int IN_A_ROW = 4;
    private static final String SWEEP =
            """
            corpus:   { task: reverse, size: 300, length: [2, 5], symbols: 5 }
            model:    { embedding: 16, hidden: 16 }
            training: { epochs: 6, batch: 16 }
            sweep:    { model.cell: [rnn, gru, lstm], model.context: [last, mean] }
            """;

    private final Path folder;

    KilledRunTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("sweep.yaml"), SWEEP);
    }

    @Test
    void aRunThatIsKilledAtAnyMomentEndsInTheSameTables() throws Exception {
        long start = System.nanoTime();
        assertEquals(0, start("undisturbed").waitFor(), () -> output("undisturbed"));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Map<String, String> expected = tables("undisturbed");
        SplittableRandom random = new SplittableRandom(7);
        int killed = 0;
        for (int sweep = 1; killed < KILLS; sweep++) {
            killed += killedAndResumed("sweep" + sweep, random, Math.min(IN_A_ROW, KILLS - killed), millis);
            assertEquals(expected, tables("sweep" + sweep));
        }
        System.out.println("KilledRunTest: " + killed + " kills");
        stoppedGently("gentle");
        assertEquals(expected, tables("gentle"));
    }

    /** A signal that asks for the end is answered with checkpoints, tables and the exit code of trials that are not done. */
    private void stoppedGently(String name) throws Exception {
        Process run = start(name);
        Path trials = folder.resolve(name).resolve("sweep/trials");
        while (!Files.isDirectory(trials)) {
            assertFalse(run.waitFor(20, TimeUnit.MILLISECONDS), () -> output(name));
        }
        run.destroy();
        assertEquals(1, run.waitFor(), () -> output(name));
        assertTrue(output(name).contains("Stopping: checkpoints are being saved"), () -> output(name));
        assertTrue(output(name).contains("Interrupted: what has ended is in the tables"), () -> output(name));
        assertTrue(String.valueOf(tables(name).get("trials")).contains("\"interrupted\""), () -> output(name));
        assertEquals(0, start(name).waitFor(), () -> output(name));
    }

    /** Starts a run and kills it, several times in a row, then lets it end; returns how many kills came before its end. */
    private int killedAndResumed(String name, SplittableRandom random, int kills, long millis) throws Exception {
        Map<Path, Object> ended = new HashMap<>();
        int killed = 0;
        for (int k = 0; k < kills; k++) {
            Process run = start(name);
            if (run.waitFor(random.nextLong(millis / 10, millis), TimeUnit.MILLISECONDS)) {
                assertEquals(0, run.exitValue(), () -> output(name));
                break;
            }
            run.destroyForcibly().waitFor();
            killed++;
            ended.putAll(ended(name));
        }
        assertEquals(0, start(name).waitFor(), () -> output(name));
        Map<Path, Object> atTheEnd = ended(name);
        assertEquals(6, atTheEnd.size());
        ended.forEach(
                (file, key) -> assertEquals(key, atTheEnd.get(file), "a trial that had ended ran again: " + file));
        for (Path outcome : atTheEnd.keySet()) {
            List<String> log = Files.readAllLines(outcome.resolveSibling("log.txt"));
            long ends =
                    log.stream().filter(line -> line.startsWith("Ended: ok")).count();
            assertTrue(ends <= 1, log::toString);
            assertFalse(Files.exists(outcome.resolveSibling("checkpoint.bin")));
        }
        return killed;
    }

    /** What tells whether an outcome was written again. */
    private Map<Path, Object> ended(String name) throws IOException {
        Map<Path, Object> ended = new HashMap<>();
        Path trials = folder.resolve(name).resolve("sweep/trials");
        if (Files.isDirectory(trials)) {
            try (Stream<Path> files = Files.list(trials)) {
                for (Path trial : files.toList()) {
                    Path outcome = trial.resolve("outcome.json");
                    if (Files.exists(outcome)) ended.put(outcome, Files.getLastModifiedTime(outcome));
                }
            }
        }
        return ended;
    }

    /** All tables but the one of times; a log's place is in them too. */
    private Map<String, String> tables(String name) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        for (String table : List.of("trials", "epochs", "positions", "lengths")) {
            tables.put(table, Files.readString(folder.resolve(name).resolve("sweep/" + table + ".csv")));
        }
        return tables;
    }

    @Test
    void asLongAsOneRunIsAtWorkAnotherIsRefusedAndTheFolderIsFreeAfterItsDeath() throws Exception {
        Files.writeString(folder.resolve("sweep.yaml"), SWEEP.replace("epochs: 6", "epochs: 1000000"));
        Process run = start("a");
        Path trials = folder.resolve("a/sweep/trials");
        while (!Files.isDirectory(trials)) {
            assertFalse(run.waitFor(20, TimeUnit.MILLISECONDS), () -> output("a"));
        }
        Process second = start("a", ".2");
        assertTrue(second.waitFor(1, TimeUnit.MINUTES), "the second run was not refused");
        assertEquals(2, second.exitValue());
        String said = Files.readString(folder.resolve("a.2.out"));
        assertTrue(said.contains("in use by another run (process " + run.pid() + " on "), said);
        run.destroyForcibly().waitFor();
        Files.writeString(folder.resolve("sweep.yaml"), SWEEP.replace("epochs: 6", "epochs: 1"));
        assertEquals(0, start("a").waitFor(), () -> output("a"));
    }

    private Process start(String name) throws IOException {
        return start(name, "");
    }

    private Process start(String name, String attempt) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(arguments(name));
        File output = folder.resolve(name + attempt + ".out").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
                .start();
    }

    private List<String> arguments(String name) {
        return List.of(
                "run",
                folder.resolve("sweep.yaml").toString(),
                "--results",
                folder.resolve(name).toString(),
                "--checkpoint",
                "20ms",
                "--workers",
                "2");
    }

    private String output(String name) {
        try {
            return Files.readString(folder.resolve(name + ".out"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
