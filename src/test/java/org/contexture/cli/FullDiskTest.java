package org.contexture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.contexture.results.Results;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Results on a disk that is full, or that nobody may write. A small file system in memory is such a disk; to mount it takes root. */
class FullDiskTest {
    private static final String SWEEP =
            """
            corpus:   { task: reverse, size: 300, length: [2, 5], symbols: 5 }
            model:    { embedding: 16, hidden: 16 }
            training: { epochs: 2, batch: 16 }
            sweep:    { model.cell: [rnn, gru, lstm], model.context: [last, mean] }
            """;

    private final Path folder;
    private final Path disk;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    FullDiskTest(@TempDir Path folder) {
        this.folder = folder;
        this.disk = folder.resolve("disk");
    }

    @BeforeEach
    void mount() throws Exception {
        Files.createDirectory(disk);
        Files.writeString(folder.resolve("sweep.yaml"), SWEEP);
        assumeTrue(
                execute("mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", disk.toString()),
                "Left out: no file system can be mounted here (not Linux, or not root)");
    }

    @AfterEach
    void unmount() throws Exception {
        execute("umount", disk.toString());
    }

    private static boolean execute(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // no such program
        }
    }

    private int run(Path results) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(
                "run",
                folder.resolve("sweep.yaml").toString(),
                "--results",
                results.toString(),
                "--in-process",
                "--checkpoint",
                "10ms");
    }

    @Test
    void aFullDiskIsToldAndWithSpaceTheRunGoesOnToTheSameTables() throws Exception {
        assertEquals(0, run(folder.resolve("reference")), err::toString);
        int code = run(disk);
        assertTrue(code == 1 || code == 2, () -> "exit code " + code);
        assertTrue((out.toString() + err).contains("No space left on device"), () -> out + "\n" + err);
        assertTrue((out.toString() + err).contains("free space"), () -> out + "\n" + err);
        assertFalse((out.toString() + err).contains("\tat "), () -> out + "\n" + err);
        assertTrue(execute("mount", "-o", "remount,size=20m", disk.toString()));
        assertEquals(0, run(disk), () -> out + "\n" + err);
        for (String table : new String[] {"trials", "epochs", "positions", "lengths"}) {
            assertEquals(
                    Files.readString(folder.resolve("reference/sweep/" + table + ".csv")),
                    Files.readString(disk.resolve("sweep/" + table + ".csv")));
        }
        assertEquals(6, Results.load(disk.resolve("sweep")).trials().rowCount());
    }

    @Test
    void aDiskThatMayOnlyBeReadIsToldBeforeAnythingIsComputed() throws Exception {
        assertTrue(execute("mount", "-o", "remount,ro", disk.toString()));
        assertEquals(2, run(disk));
        assertTrue(err.toString().contains("cannot be written"), err::toString);
        assertTrue(err.toString().contains("--results DIR"), err::toString);
        assertFalse(out.toString().contains("trials of"), out::toString);
    }
}
