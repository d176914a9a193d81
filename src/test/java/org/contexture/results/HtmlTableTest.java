package org.contexture.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class HtmlTableTest {
    private static final String SCRIPT = "<script>alert(\"&\")</script>";

    private static Table rows(int count) {
        return Table.create("t", IntColumn.create("row", IntStream.range(0, count)));
    }

    private static int count(String text, String pattern) {
        return (int) Pattern.compile(pattern).matcher(text).results().count();
    }

    @Test
    void numbersStandToTheRightWithFourDigitsAndMissingOnesAreDashes() {
        String html = HtmlTable.of(Table.create(
                        "losses",
                        StringColumn.create("cell", "gru", null),
                        DoubleColumn.create("loss", 1.0 / 3, Double.NaN),
                        IntColumn.create("parameters", new Integer[] {1234567, null}),
                        BooleanColumn.create("ok", new Boolean[] {true, null})))
                .html();
        assertTrue(html.contains("<caption><b>losses</b> <span>2 rows × 4 columns</span></caption>"), html);
        assertTrue(html.contains("<th scope=\"col\">cell</th><th scope=\"col\" class=\"n\">loss</th>"), html);
        assertTrue(html.contains(
                "<tr><td>gru</td><td class=\"n\">0.3333</td><td class=\"n\">1234567</td><td>true</td></tr>"));
        assertTrue(html.contains("<tr><td>–</td><td class=\"n\">–</td><td class=\"n\">–</td><td>–</td></tr>"), html);
    }

    @Test
    void everyTextIsEscaped() {
        String html = HtmlTable.of(Table.create(SCRIPT, StringColumn.create(SCRIPT, SCRIPT)))
                .html();
        assertEquals(0, count(html, "<script"), "a short table needs none of its own");
        assertEquals(4, count(html, Pattern.quote("&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;")));
    }

    @Test
    void aLongTableShowsTheFirstPageAndTheNumberOfOtherRows() {
        String html = HtmlTable.of(rows(53)).html();
        assertEquals(1, count(html, "<tbody>"));
        assertEquals(2, count(html, "<tbody hidden>"));
        assertEquals(53, count(html, "<td "));
        assertTrue(html.contains("data-cut=\"\">… 33 more rows</div>"), html);
        assertFalse(HtmlTable.of(rows(20)).html().contains("more rows"));
    }

    @Test
    void aVeryLongTableIsCutAndSaysSo() {
        String html = new HtmlTable(rows(7), 2, 5).html();
        assertEquals(5, count(html, "<td "));
        assertTrue(html.contains("data-cut=\"2 rows are not in this page\">… 5 more rows</div>"), html);
        assertTrue(html.contains("<span>7 rows × 1 column</span>"));
    }

    @Test
    void anEmptyTableIsATableStill() {
        assertTrue(HtmlTable.of(Table.create()).html().contains("<caption><span>0 rows × 0 columns</span></caption>"));
        assertTrue(HtmlTable.of(rows(0)).html().contains("<tbody>\n</tbody>"));
        assertEquals("0 rows × 0 columns\n", HtmlTable.text(Table.create()));
        assertThrows(IllegalArgumentException.class, () -> new HtmlTable(rows(1), 0, 1));
    }

    @Test
    void asTextTheFirstRowsAreAligned() {
        Table table = Table.create(
                "t", StringColumn.create("cell", "gru", null), DoubleColumn.create("loss", 1.25, Double.NaN));
        assertEquals(
                """
                t, 2 rows × 2 columns
                cell   loss
                ───────────
                gru   1.250
                –         –
                """,
                HtmlTable.text(table));
        assertTrue(HtmlTable.text(rows(25)).endsWith("\n 19\n… 5 more rows\n"), HtmlTable.text(rows(25)));
    }
}
