package org.contexture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class NotebookCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Path prefix;

    NotebookCommandTest(@TempDir Path folder) {
        prefix = folder;
    }

    private int contexture(String... arguments) {
        out.getBuffer().setLength(0);
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }

    @Test
    void aKernelIsInstalledAndTakenAwayAgain() {
        Path kernel = prefix.resolve("share/jupyter/kernels/java");
        assertEquals(0, contexture("notebook", "install", "--prefix", prefix.toString()), err::toString);
        assertEquals("Kernel \"java\" on Java " + Runtime.version().feature() + ": " + kernel + "\n", out.toString());
        assertTrue(Files.exists(kernel.resolve("kernel.json")));
        assertEquals(0, contexture("notebook", "uninstall", "--prefix", prefix.toString()), err::toString);
        assertEquals("Removed " + kernel + "\n", out.toString());
        assertFalse(Files.exists(kernel));
        contexture("notebook", "uninstall", "--prefix", prefix.toString());
        assertEquals("There is no " + kernel + "\n", out.toString());
    }

    @Test
    void aFolderThatIsNoneIsWrongUsage() {
        assertEquals(2, contexture("notebook", prefix + "/none", "--", "--no-browser"));
        assertEquals(prefix + "/none is no folder; expected one of notebooks\n", err.toString());
        assertEquals(2, contexture("notebook", "install", "--user", "--prefix", prefix.toString()));
        assertTrue(err.toString().contains("mutually exclusive"), err.toString());
    }

    @Test
    void theClassPathIsOneLine() {
        assertEquals(0, contexture("notebook", "classpath"));
        assertEquals(1, out.toString().lines().count());
        assertTrue(out.toString().contains("tablesaw-core"));
    }
}
