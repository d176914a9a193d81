package org.contexture.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.contexture.browser.Browser;
import org.contexture.browser.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The notebooks that come with Contexture, as they are saved and as a browser shows them. */
class ShippedNotebooksTest {
    static List<Path> notebooks() throws IOException {
        return files(Path.of("notebooks"), ".ipynb");
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    private static List<JsonNode> codeCells(Path notebook) throws IOException {
        JsonNode cells = new ObjectMapper().readTree(notebook.toFile()).path("cells");
        return StreamSupport.stream(cells.spliterator(), false)
                .filter(cell -> cell.path("cell_type").asText().equals("code"))
                .toList();
    }

    @Test
    void thereAreFour() throws IOException {
        assertEquals(
                List.of(
                        "01-quickstart.ipynb",
                        "02-cell-context-hidden.ipynb",
                        "03-inside-the-context.ipynb",
                        "04-reproduce.ipynb"),
                notebooks().stream().map(n -> n.getFileName().toString()).toList());
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void everyCellWasExecutedInOrderAndNoneFailed(Path notebook) throws IOException {
        int next = 1;
        for (JsonNode cell : codeCells(notebook)) {
            assertEquals(next, cell.path("execution_count").asInt(), cell.path("source")::toString);
            next++;
            cell.path("outputs")
                    .forEach(output ->
                            assertFalse(output.path("output_type").asText().equals("error"), output::toString));
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void everyChartIsAnImageAndATableWhereNoScriptRuns(Path notebook) throws IOException {
        for (JsonNode cell : codeCells(notebook)) {
            for (JsonNode output : cell.path("outputs")) {
                String html = output.at("/data/text~1html").toString();
                if (html.contains("data-figure")) {
                    assertTrue(html.contains("<img alt="), "an image in " + cell.path("source"));
                    assertTrue(html.contains("<table"), "its numbers in " + cell.path("source"));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void nothingOfTheMachineIsSaved(Path notebook) throws IOException {
        String text = Files.readString(notebook);
        assertFalse(text.contains("Plotly 2.35.3"), "Plotly itself; save with: contexture notebook run");
        assertFalse(text.contains(System.getProperty("user.home") + "/"), "paths of somebody's home");
    }

    /** Pages that {@code contexture notebook run --html} made: {@code .ci/run} names them. */
    @Test
    void everyChartOfTheExecutedPagesIsDrawnAndNothingLeavesThem() throws IOException {
        String folder = System.getProperty("contexture.pages", "");
        assumeFalse(folder.isEmpty(), () -> {
            String left = "left out: name a folder of executed notebooks' pages with -Dcontexture.pages=DIR";
            System.err.println("[WARNING] " + left);
            return left;
        });
        List<Path> pages = files(Path.of(folder), ".html");
        assertEquals(4, pages.size());
        try (Browser browser = Browser.start()) {
            for (Path html : pages) {
                Page page = browser.open(html);
                assertEquals(figures(html), page.evaluate(DRAWN).asInt(), html + ": charts that are drawn");
                assertEquals("[]", page.evaluate(INCOMPLETE).toString(), html + ": charts without traces or titles");
                assertEquals(List.of(), page.errors(), html::toString);
                assertEquals(
                        List.of(),
                        page.requests().stream()
                                .filter(address -> !address.matches("(file|data|blob):.*"))
                                .toList(),
                        html + ": requests that leave it");
            }
        }
    }

    private static final String DRAWN = "document.querySelectorAll('[data-figure].js-plotly-plot').length";

    /** Traces are paths, points or the image of a heat map; each system of axes has its two titles, but for names that need none. */
    private static final String INCOMPLETE =
            """
            [...document.querySelectorAll('[data-figure]')].filter(plot => {
              const drawn = [...plot.querySelectorAll('.scatterlayer .trace, .heatmaplayer .hm')]
                .filter(trace => trace.getBoundingClientRect().width > 0).length;
              const titles = ['.gtitle', '.xtitle'].every(title => {
                const found = plot.querySelector(title);
                return found && found.textContent.trim() !== '';
              });
              const named = [...Object.keys(plot.layout || {})].filter(key => key.startsWith('yaxis'))
                .some(key => plot.layout[key].ticktext || (plot.layout[key].title || {}).text);
              return drawn === 0 || !titles || !named;
            }).map(plot => plot.outerHTML.slice(0, 80))
            """;

    private static int figures(Path html) throws IOException {
        return Files.readString(html).split("<div data-figure=", -1).length - 1;
    }
}
