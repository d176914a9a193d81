package org.contexture.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contexture.setting.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report writes, and what it leaves alone. */
class ReportFolderTest {
    @TempDir
    private Path folder = Path.of("");

    private Report several() {
        return new MadeUpSweep(folder.resolve("several"))
                .cell("rnn", 10, 11)
                .cell("gru", 20, 22)
                .report();
    }

    private Report lone() {
        return new MadeUpSweep(folder.resolve("lone")).cell("rnn", 10, 11).report();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            return files.filter(Files::isRegularFile)
                    .map(file ->
                            folder.resolve("out").relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private List<Path> write(Report report) {
        return new ReportFolder(folder.resolve("out")).write(report);
    }

    private void refuses(String file) throws IOException {
        Path own = folder.resolve("out").resolve(file);
        Files.createDirectories(own.getParent());
        Files.writeString(own, "<html>mine</html>");
        UserError error = assertThrows(UserError.class, () -> write(several()));
        assertEquals(
                own
                        + " was not written by a report, so it is not overwritten; move it away, or choose another folder with "
                        + "--out DIR.",
                error.getMessage());
        assertEquals("<html>mine</html>", Files.readString(own));
        assertEquals(List.of(file), names());
    }

    @Test
    void aPageOfSomebodyElseIsNotOverwritten() throws IOException {
        refuses("report.html");
    }

    @Test
    void markdownOfSomebodyElseIsNotOverwritten() throws IOException {
        refuses("report.md");
    }

    @Test
    void anImageOfSomebodyElseIsNotOverwritten() throws IOException {
        refuses("figures/heat-map.png");
    }

    @Test
    void aReportReplacesItsOwnFilesAndTakesAwayWhatItNoLongerHas() throws IOException {
        assertEquals(2 + 2 * 8, write(several()).size());
        assertEquals(2 + 2 * 8, names().size());
        write(lone());
        assertEquals(
                List.of(
                        "figures/learning-curves.png",
                        "figures/learning-curves.svg",
                        "figures/loss-by-length.png",
                        "figures/loss-by-length.svg",
                        "figures/loss-by-position.png",
                        "figures/loss-by-position.svg",
                        "report.html",
                        "report.md"),
                names());
    }

    @Test
    void everyImageThatMarkdownShowsIsThere() throws IOException {
        write(several());
        String markdown = Files.readString(folder.resolve("out/report.md"));
        List<String> images = Pattern.compile("\\]\\((figures/[a-z-]+\\.png)\\)")
                .matcher(markdown)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(8, images.size());
        assertTrue(names().containsAll(images));
        assertFalse(
                names().stream().anyMatch(name -> name.contains("/.") || name.startsWith(".")),
                "nothing is left aside");
    }
}
