package org.contexture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Reporting published tables from the command line. */
class ReportCommandTest {
    private static final String PUBLISHED = "results/published/cell-context-hidden";

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int report(String... arguments) {
        List<String> all = new ArrayList<>(List.of("report"));
        all.addAll(List.of(arguments));
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(all.toArray(String[]::new));
    }

    @Test
    void itSaysWhereItWroteAndHowLargeThatIs() {
        assertEquals(0, report(PUBLISHED, "--out", folder.toString(), "--title", "A title"), err::toString);
        List<String> lines = out.toString().lines().toList();
        assertEquals(3, lines.size());
        assertTrue(lines.get(0).matches(".*report\\.html \\(\\d\\.\\d MB\\)"), lines.get(0));
        assertTrue(lines.get(1).matches(".*report\\.md \\(\\d+ kB\\)"), lines.get(1));
        assertTrue(lines.get(2).endsWith("figures (8 charts as SVG and PNG)"), lines.get(2));
        assertTrue(Files.exists(folder.resolve("figures").resolve("heat-map.png")));
    }

    @Test
    void whatIsNoFolderOfResultsIsUnusable() {
        assertEquals(2, report(folder.resolve("missing").toString()));
        assertTrue(err.toString().contains("is no folder; expected an experiment's folder of results"), err::toString);
        assertEquals(2, report(PUBLISHED, "--out", folder.toString(), "--metric", "bleurt"));
        assertTrue(err.toString().contains("--metric is bleurt; expected one that the trials of"), err::toString);
    }
}
