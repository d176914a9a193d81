package org.contexture.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Texts that a corpus, a setting, a message or a question may have in them stay texts, whatever they look like. */
class HostileTextTest {
    private static final String HOSTILE =
            "<script>alert(1)</script> \"q\" 'a' & `b` | [x](javascript:y) *z* \u202Ertl\u0007 \u05E9\u05DC\u05D5\u05DD https://evil.example";

    @TempDir
    private Path folder = Path.of("");

    private Report report() {
        return new MadeUpSweep(folder)
                .asks(HOSTILE)
                .cell("rnn", 10, 11)
                .cell(HOSTILE, 20, 22)
                .failed("gru", 1, HOSTILE)
                .file(2, "sources.txt", HOSTILE + "\n")
                .file(2, "references.txt", HOSTILE + "\n")
                .file(2, "hypotheses.txt", "other " + HOSTILE + "\n")
                .report();
    }

    @Test
    void aPageRunsNoScriptButItsOwn() {
        Document page = Html.parsed(report().html());
        assertEquals(1, page.getElementsByTagName("script").getLength());
        for (Element each : Html.elements(page)) {
            for (int i = 0; i < each.getAttributes().getLength(); i++) {
                String name = each.getAttributes().item(i).getNodeName();
                assertFalse(name.startsWith("on"), name);
            }
        }
    }

    @Test
    void aPageShowsThemAsTheyAre() {
        Document page = Html.parsed(report().html());
        String shown = HOSTILE.replace('\u0007', '\uFFFD');
        assertTrue(
                Html.elements(page).stream()
                        .anyMatch(each -> each.getAttribute("class").equals("lead")
                                && each.getTextContent().equals(shown)),
                "the question");
        assertTrue(
                Html.elements(page).stream()
                        .filter(each -> each.getTagName().equals("td"))
                        .anyMatch(each -> each.getTextContent().equals(shown)),
                "a message");
    }

    @Test
    void markdownKeepsThemOnTheirLinesAndOutOfItsSyntax() {
        String markdown = report().markdown();
        String prose =
                Pattern.compile("(?ms)^(`{3,})sh$.*?^\\1$").matcher(markdown).replaceAll("");
        assertFalse(Pattern.compile("(?<!\\\\)<script").matcher(prose).find());
        assertFalse(Pattern.compile("(?<!\\\\)\\[x").matcher(prose).find());
        assertFalse(prose.contains("https://"), "GitHub makes links of addresses");
        assertFalse(prose.contains("\u202E"));
        assertFalse(prose.contains("\u0007"));
        String message = prose.lines()
                .filter(line -> line.contains("gru-s1"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                4, Pattern.compile("(?<!\\\\)\\|").matcher(message).results().count() - 1, message);
    }

    @Test
    void commandsAreQuotedForAShell() {
        assertEquals(
                "contexture run 'a b.yaml' 'it'\\''s' --set=x",
                ShellWords.joined("contexture", List.of("run", "a b.yaml", "it's", "--set=x")));
    }
}
