package org.contexture.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contexture.chart.Png;
import org.contexture.chart.Svg;
import org.contexture.experiment.WholeFile;
import org.contexture.setting.UserError;

/**
 * Where a report is written:
 *
 * <pre>
 * report.html           the page, which needs none of the others
 * report.md             the same for GitHub
 * figures/&lt;name&gt;.svg    each chart
 * figures/&lt;name&gt;.png    the same, twice as many pixels as a page shows, for print
 * </pre>
 *
 * Files come whole or not at all, and nothing is overwritten that an earlier report did not write.
 */
public record ReportFolder(Path path) {
    private static final String HTML = "report.html";
    private static final String MARKDOWN = "report.md";
    private static final Pattern FIGURES = Pattern.compile("<meta name=\"figures\" content=\"([a-z -]*)\"/>");
    private static final Pattern GENERATOR =
            Pattern.compile("<meta name=\"generator\" content=\"" + HtmlPage.GENERATOR + "\"/>");
    /** Its generator stands before this many bytes. */
    private static final int HEAD = 4096;

    /**
     * Writes a report, in place of an earlier one.
     *
     * @return the files, the page first
     * @throws UserError if the folder cannot be written, or has files of these names that no report wrote
     */
    public List<Path> write(Report report) {
        List<String> old = oldFigures();
        List<String> names = report.pictureNames();
        requireOwn(names, old);
        List<Path> written = new ArrayList<>();
        written.add(text(path.resolve(HTML), report.html()));
        written.add(text(path.resolve(MARKDOWN), report.markdown()));
        for (Block.Picture picture : report.pictures()) {
            written.add(text(figure(picture.name(), "svg"), Svg.standalone(picture.chart())));
            byte[] image = Png.of(picture.chart(), 2 * Svg.WIDTH);
            WholeFile.write(figure(picture.name(), "png"), out -> out.write(image));
            written.add(figure(picture.name(), "png"));
        }
        old.stream().filter(name -> !names.contains(name)).forEach(this::delete);
        return written;
    }

    private Path figure(String name, String end) {
        return path.resolve("figures").resolve(name + "." + end);
    }

    private static Path text(Path file, String text) {
        WholeFile.write(file, text);
        return file;
    }

    /** The names of the charts of the report that is here; none without one. */
    private List<String> oldFigures() {
        Path page = path.resolve(HTML);
        if (!Files.exists(page)) {
            return List.of();
        }
        String head = head(page);
        if (!GENERATOR.matcher(head).find()) {
            throw foreign(page);
        }
        Matcher figures = FIGURES.matcher(head);
        return figures.find() && !figures.group(1).isEmpty()
                ? List.of(figures.group(1).split(" ", -1))
                : List.of();
    }

    private void requireOwn(List<String> names, List<String> old) {
        Path markdown = path.resolve(MARKDOWN);
        if (Files.exists(markdown) && !head(markdown).startsWith(MarkdownPage.GENERATOR)) {
            throw foreign(markdown);
        }
        for (String name : names) {
            for (String end : List.of("svg", "png")) {
                if (!old.contains(name) && Files.exists(figure(name, end))) throw foreign(figure(name, end));
            }
        }
    }

    private static UserError foreign(Path file) {
        return new UserError(file + " was not written by a report, so it is not overwritten; "
                + "move it away, or choose another folder with --out DIR.");
    }

    private static String head(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UserError(file + ": cannot be read (" + e + "); choose another folder with --out DIR.", e);
        }
    }

    /** A chart that the report no longer has. */
    private void delete(String name) {
        try {
            Files.deleteIfExists(figure(name, "svg"));
            Files.deleteIfExists(figure(name, "png"));
        } catch (IOException e) {
            throw new UserError(figure(name, "svg") + ": cannot be deleted (" + e + ")", e);
        }
    }
}
