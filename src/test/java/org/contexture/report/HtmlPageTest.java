package org.contexture.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.contexture.results.ConfigurationTable;
import org.contexture.results.Results;
import org.contexture.results.Spread;
import org.contexture.results.Tables;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The page as a file: complete, closed to the outside, and in order for whoever does not see it. */
class HtmlPageTest {
    private static final Results RESULTS = Tables.open(Path.of("results/published/cell-context-hidden"));
    private static final String HTML = Report.of(RESULTS, ReportRequest.usual()).html();

    private static final Document PAGE = Html.parsed(HTML);

    private static List<Element> elements(String name) {
        return Html.elements(PAGE).stream()
                .filter(each -> each.getTagName().equals(name))
                .toList();
    }

    @Test
    void nothingPointsOutside() {
        for (Element each : Html.elements(PAGE)) {
            for (String name : List.of("src", "href", "srcset", "action", "data", "poster", "xlink:href")) {
                String value = each.getAttribute(name);
                assertTrue(value.isEmpty() || value.startsWith("#"), each.getTagName() + " " + name + "=" + value);
            }
        }
        String others = HTML.replace("http://www.w3.org/2000/svg", "").replace("http://www.w3.org/1999/xhtml", "");
        assertTrue(!others.contains("http:") && !others.contains("https:"));
        assertTrue(!others.contains("@import"));
    }

    @Test
    void onlyTheScriptOfThePolicysHashMayRun() throws NoSuchAlgorithmException {
        String script = elements("script").get(0).getTextContent();
        String sum = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));
        String policy = elements("meta").stream()
                .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .findFirst()
                .orElseThrow()
                .getAttribute("content");
        assertTrue(
                policy.startsWith("default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-"
                        + sum + "'"),
                policy);
    }

    @Test
    void idsAreUniqueAndEveryReferenceHasItsPlace() {
        Set<String> ids = new HashSet<>();
        Html.elements(PAGE).stream()
                .map(each -> each.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .forEach(id -> assertTrue(ids.add(id), id));
        for (Element each : Html.elements(PAGE)) {
            for (String id : each.getAttribute("aria-labelledby").split(" ", -1)) {
                assertTrue(id.isEmpty() || ids.contains(id), id);
            }
            String link = each.getAttribute("href");
            assertTrue(link.isEmpty() || ids.contains(link.substring(1)), link);
        }
    }

    @Test
    void headingsAreInOrderUnderOneTitle() {
        List<String> headings = new ArrayList<>();
        Html.elements(PAGE).stream()
                .map(Element::getTagName)
                .filter(name -> name.matches("h[1-6]"))
                .forEach(headings::add);
        assertEquals("h1", headings.remove(0));
        assertEquals(Set.of("h2"), Set.copyOf(headings));
    }

    @Test
    void everyChartHasItsNumbersBesideIt() {
        assertEquals(8, elements("figure").size());
        for (Element figure : elements("figure")) {
            assertEquals(2, figure.getElementsByTagName("svg").getLength());
            assertEquals(1, figure.getElementsByTagName("figcaption").getLength());
            assertTrue(figure.getElementsByTagName("td").getLength() > 0);
        }
    }

    @Test
    void theBestValueOfAColumnIsSaidInWords() {
        List<String> best = elements("td").stream()
                .map(Element::getTextContent)
                .map(text -> text.replaceAll("\\s+", " ").strip())
                .filter(text -> text.endsWith("(best)"))
                .toList();
        ConfigurationTable configurations = ConfigurationTable.of(RESULTS.trials(), List.of("bleu"));
        String highest = configurations.rows().stream()
                .map(row -> row.metrics().get(0))
                .max(Comparator.comparingDouble(Spread::mean))
                .orElseThrow()
                .toString();
        assertTrue(best.contains(highest + " (best)"), highest + " in " + best);
        assertEquals(4, best.size(), "test loss, exact match, BLEU, token accuracy");
    }
}
