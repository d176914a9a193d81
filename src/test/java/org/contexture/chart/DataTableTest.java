package org.contexture.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.contexture.chart.Chart.Panel;
import org.junit.jupiter.api.Test;

/** A chart's numbers as a table. */
class DataTableTest {
    @Test
    void aBandStandsBesideItsLine() {
        DataTable table = DataTable.of(ChartGallery.curves());
        assertEquals(
                List.of("panel", "series", "epoch", "validation loss, nats per token", "low", "high"), table.header());
        assertEquals(3 * 3 * 30, table.rows().size());
        assertEquals(
                List.of("rnn", "last", "1", "3.206", "3.056", "3.406"),
                table.rows().get(0));
    }

    @Test
    void aHeatMapStaysAGrid() {
        DataTable table = DataTable.of(ChartGallery.heatMaps());
        assertEquals(List.of("panel", "cell / context", "last", "mean", "max"), table.header());
        assertEquals(9, table.rows().size());
        assertEquals(
                List.of("hidden 32", "gru", "17.5 ± 0.4", "20.6 ± 0.4", "23.7 ± 0.4"),
                table.rows().get(1));
    }

    @Test
    void wordsThatComeTwiceInASentenceKeepTheirColumns() {
        DataTable table = DataTable.of(ChartGallery.attention());
        assertEquals(41, table.header().size());
        assertEquals("1", table.rows().get(0).get(1));
        assertTrue(
                table.rows().get(0).get(11).startsWith("3.7"),
                table.rows().get(0).toString());
    }

    @Test
    void whiskersAreNamedFirst() {
        DataTable table = DataTable.of(ChartGallery.forest());
        assertEquals(List.of("y", "difference of BLEU", "low", "high"), table.header());
        assertEquals(12, table.rows().size());
        assertEquals(
                "rnn, feed init+step, hidden 32: mean − last",
                table.rows().get(0).get(0));
    }

    @Test
    void onlyColumnsThatAreNeededAreThere() {
        Mark.Point missing = new Mark.Point(2, Double.NaN);
        Mark.Line line = new Mark.Line("a", List.of(new Mark.Point(1, 2), missing));
        Panel panel = new Panel("", Axis.of("epoch"), Axis.of(""), List.of(line, new Mark.Reference(0)));
        DataTable table = DataTable.of(new Chart("t", "", List.of(panel)));
        assertEquals(List.of("epoch", "y"), table.header());
        assertEquals(List.of(List.of("1", "2")), table.rows());
        assertEquals("label", DataTable.of(ChartGallery.front()).header().get(1));
    }

    @Test
    void htmlHasACaptionAndHeadingsAndMarkdownIsEscaped() {
        DataTable table = new DataTable("a < b", List.of("x|y", "n"), List.of(List.of("<b>", "1"), List.of("*", "")));
        Drawn html = Drawn.parsed(table.html());
        assertEquals("a < b", Drawn.elements(html.root(), "caption").get(0).getTextContent());
        assertEquals(4, Drawn.elements(html.root(), "th").size());
        assertEquals(2, Drawn.elements(html.root(), "td").size());
        assertEquals("| x\\|y | n |\n| --- | --- |\n| \\<b\\> | 1 |\n| \\* |  |\n", table.markdown());
    }
}
