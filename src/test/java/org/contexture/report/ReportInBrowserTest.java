package org.contexture.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.contexture.browser.Browser;
import org.contexture.browser.Page;
import org.contexture.results.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as Chromium shows it. */
class ReportInBrowserTest {
    @TempDir
    private static Path folder = Path.of("");

    private static @Nullable Browser browser;
    private static Path file = Path.of("");

    @BeforeAll
    static void writeAndStart() {
        browser = Browser.start();
        Report report = Report.of(Tables.open(Path.of("results/published/cell-context-hidden")), ReportRequest.usual());
        file = new ReportFolder(folder).write(report).get(0);
    }

    @AfterAll
    static void end() {
        if (browser != null) browser.close();
    }

    private static Page open(int width) {
        if (browser == null) throw new AssertionError("no browser");
        Page page = browser.open(file);
        page.resize(width, 900);
        return page;
    }

    private static List<String> firstColumn(Page page) {
        return List.of(page.evaluate(
                        "Array.from(document.querySelectorAll('table.sortable tbody th'), e => e.textContent).join('|')")
                .asText()
                .split("\\|", -1));
    }

    private static String sorted(Page page) {
        return page.evaluate("Array.from(document.querySelectorAll('th[aria-sort]'), e =>"
                        + " e.querySelector('.name').textContent + ' ' + e.getAttribute('aria-sort')).join(', ')")
                .asText();
    }

    @Test
    void itAsksForNothingAndNothingGoesWrong() {
        Page page = open(1280);
        assertEquals(List.of(file.toUri().toString()), page.requests());
        assertEquals(List.of(), page.errors());
    }

    @Test
    void aScriptThatIsNotTheReportsDoesNotRun() {
        Page page = open(1280);
        page.evaluate("(() => { const s = document.createElement('script'); s.textContent = 'window.ran = true';"
                + " document.body.appendChild(s); })()");
        assertTrue(page.evaluate("window.ran === undefined").asBoolean());
        assertFalse(page.errors().isEmpty(), "the policy forbids it, and an error is heard");
    }

    @Test
    void everyChartIsDrawnWithTitlesAtEveryWidth() {
        for (int width : List.of(1280, 380)) {
            JsonNode charts = open(width)
                    .evaluate(
                            "Array.from(document.querySelectorAll('figure'), f => { const s ="
                                    + " Array.from(f.querySelectorAll('svg')).filter(e => e.getBoundingClientRect().width > 0);"
                                    + " const c = s[0]; const drawn = Array.from(c.querySelectorAll('.trace')).filter(t =>"
                                    + " Array.from(t.children).some(e => { const b = e.getBoundingClientRect();"
                                    + " return b.width + b.height > 0; })); return { name: f.id, shown: s.length,"
                                    + " drawn: drawn.length, traces: c.querySelectorAll('.trace').length,"
                                    + " title: c.querySelector('.chart-title').textContent.trim(),"
                                    + " axes: Array.from(c.querySelectorAll('.axis-title'), e => e.textContent.trim()).join('') }; })");
            assertEquals(8, charts.size());
            for (JsonNode chart : charts) {
                assertEquals(1, chart.get("shown").asInt(), chart::toString);
                assertTrue(chart.get("drawn").asInt() > 0, chart::toString);
                assertEquals(chart.get("traces"), chart.get("drawn"), chart::toString);
                assertFalse(chart.get("title").asText().isEmpty(), chart::toString);
                assertFalse(chart.get("axes").asText().isEmpty(), chart::toString);
            }
        }
    }

    @Test
    void aClickSortsAndAnotherTurnsTheOrder() {
        Page page = open(1280);
        assertEquals("BLEU descending", sorted(page));
        assertEquals("lstm-max-hidden64", firstColumn(page).get(3));
        page.click("table.sortable th:nth-child(6) button");
        assertEquals("test loss ascending", sorted(page));
        assertEquals("gru-mean-hidden128", firstColumn(page).get(3));
        page.click("table.sortable th:nth-child(6) button");
        assertEquals("test loss descending", sorted(page));
        assertEquals("gru-max-hidden128", firstColumn(page).get(26));
        assertEquals(
                "Sorted by test loss nats per token, descending.",
                page.evaluate("document.querySelector('[role=status]').textContent.replace(/\\s+/g, ' ')")
                        .asText());
    }

    @Test
    void theKeyboardSortsToo() {
        Page page = open(1280);
        page.focus("table.sortable th:nth-child(1) button");
        page.pressEnter();
        assertEquals("configuration ascending", sorted(page));
        assertEquals("gru-last-hidden32", firstColumn(page).get(0));
        assertEquals("gru-last-hidden64", firstColumn(page).get(1), "numbers in names count as numbers");
    }

    @Test
    void onAPhoneThePageDoesNotScrollSideways() {
        Page page = open(380);
        assertEquals(380, page.evaluate("document.documentElement.scrollWidth").asInt());
        page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })");
        assertEquals(380, page.evaluate("document.documentElement.scrollWidth").asInt());
    }

    @Test
    void darkModeHasOtherColours() {
        Page page = open(1280);
        String colours = "(() => { const s = getComputedStyle(document.body); return s.color + s.backgroundColor; })()";
        page.prefer(false);
        String light = page.evaluate(colours).asText();
        page.prefer(true);
        assertNotEquals(light, page.evaluate(colours).asText());
    }
}
