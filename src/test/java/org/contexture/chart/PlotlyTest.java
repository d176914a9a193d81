package org.contexture.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.contexture.chart.Chart.Panel;
import org.contexture.chart.Mark.Band;
import org.contexture.chart.Mark.Dots;
import org.contexture.chart.Mark.Estimate;
import org.contexture.chart.Mark.HeatMap;
import org.contexture.chart.Mark.Line;
import org.contexture.chart.Mark.Point;
import org.contexture.chart.Mark.Range;
import org.contexture.chart.Mark.Reference;
import org.contexture.chart.Mark.Tile;
import org.contexture.chart.Mark.Whiskers;
import org.junit.jupiter.api.Test;

class PlotlyTest {
    private static final Line LINE = new Line("gru", List.of(new Point(1, 2), new Point(2, Double.NaN)));

    private static JsonNode json(Chart chart) throws IOException {
        return new ObjectMapper().readTree(Plotly.json(chart));
    }

    private static Chart chart(Mark... marks) {
        return new Chart("title", "words", List.of(panel(marks)));
    }

    private static Panel panel(Mark... marks) {
        return new Panel("panel", Axis.of("epoch"), Axis.of("loss"), List.of(marks));
    }

    @Test
    void titlesOfChartPanelsAndAxesAreThere() throws IOException {
        JsonNode layout = json(chart(LINE)).path("layout");
        assertEquals("title", layout.at("/title/text").asText());
        assertEquals("panel", layout.at("/annotations/0/text").asText());
        assertEquals("epoch", layout.at("/xaxis/title/text").asText());
        assertEquals("loss", layout.at("/yaxis/title/text").asText());
    }

    @Test
    void whatIsNotFiniteIsAGap() throws IOException {
        assertTrue(json(chart(LINE)).at("/data/0/y/1").isNull());
    }

    @Test
    void panelsHaveAxesOfTheirOwnWithOneRange() throws IOException {
        JsonNode figure = json(new Chart("title", "", List.of(panel(LINE), panel(LINE))));
        assertEquals("x2", figure.at("/data/1/xaxis").asText());
        assertEquals("y", figure.at("/layout/yaxis2/matches").asText());
        assertFalse(figure.at("/layout/yaxis2").has("title"), "said once a row");
        assertEquals("epoch", figure.at("/layout/xaxis2/title/text").asText());
    }

    @Test
    void aFewWholeNumbersAreAllMarkedAndNothingBetweenThem() throws IOException {
        Line whole = new Line("gru", List.of(new Point(1, 0.5), new Point(4, 0.25)));
        JsonNode layout = json(chart(whole)).path("layout");
        assertEquals(1, layout.at("/xaxis/dtick").asInt());
        assertFalse(layout.path("yaxis").has("dtick"));
        Line many = new Line("gru", List.of(new Point(1, 0.5), new Point(40, 0.25)));
        assertFalse(json(chart(many)).at("/layout/xaxis").has("dtick"));
    }

    @Test
    void aSeriesStandsInTheLegendOnce() throws IOException {
        JsonNode data =
                json(new Chart("title", "", List.of(panel(LINE), panel(LINE)))).path("data");
        assertTrue(data.at("/0/showlegend").asBoolean());
        assertFalse(data.at("/1/showlegend").asBoolean());
        assertEquals(data.at("/0/line/color"), data.at("/1/line/color"));
    }

    @Test
    void aLoneSeriesNeedsNoLegendButWhatWasFoundDoes() throws IOException {
        assertFalse(json(chart(LINE)).at("/layout/showlegend").asBoolean());
        Mark found = new Whiskers("significant", List.of(new Estimate(0, 1, 0, 2, "")));
        assertTrue(json(chart(found)).at("/layout/showlegend").asBoolean());
    }

    @Test
    void aBandGoesThereAndBack() throws IOException {
        JsonNode trace = json(chart(new Band("gru", List.of(new Range(1, 2, 3), new Range(2, 4, 5)))))
                .at("/data/0");
        assertEquals("[1.0,2.0,2.0,1.0]", trace.path("x").toString());
        assertEquals("[2.0,4.0,5.0,3.0]", trace.path("y").toString());
        assertEquals("toself", trace.path("fill").asText());
        assertEquals("rgba(0,114,178,0.2)", trace.path("fillcolor").asText());
    }

    @Test
    void whiskersReachFromTheValueToTheEnds() throws IOException {
        JsonNode trace = json(chart(new Whiskers("all", List.of(new Estimate(0, 5, 2, 9, "how")))))
                .at("/data/0");
        assertEquals(5, trace.at("/x/0").asDouble());
        assertEquals(4, trace.at("/error_x/array/0").asDouble());
        assertEquals(3, trace.at("/error_x/arrayminus/0").asDouble());
        assertEquals("how", trace.at("/text/0").asText());
    }

    @Test
    void namedAxesHaveTheirNamesAndReadFromTheTop() throws IOException {
        Axis names = Axis.named("cell", List.of("rnn", "gru"));
        HeatMap map = new HeatMap("BLEU", Colours.SEQUENTIAL, List.of(new Tile(0, 1, 7, "seven")));
        JsonNode figure = json(new Chart(
                "t", "", List.of(new Panel("", Axis.named("context", List.of("last")), names, List.of(map)))));
        assertEquals("[[null],[7.0]]", figure.at("/data/0/z").toString());
        assertEquals("gru, last: 7.0", figure.at("/data/0/hovertext/1/0").asText());
        assertEquals("reversed", figure.at("/layout/yaxis/autorange").asText());
        assertEquals("[\"rnn\",\"gru\"]", figure.at("/layout/yaxis/ticktext").toString());
        assertEquals("BLEU", figure.at("/layout/coloraxis/colorbar/title/text").asText());
        assertEquals(
                "[0.0,\"#fde725\"]", figure.at("/layout/coloraxis/colorscale/0").toString());
    }

    @Test
    void panelsOfOneRowShareTheNamesOnTheirLeft() throws IOException {
        HeatMap map = new HeatMap("BLEU", Colours.SEQUENTIAL, List.of(new Tile(0, 0, 7, "")));
        Panel panel =
                new Panel("", Axis.named("context", List.of("last")), Axis.named("cell", List.of("rnn")), List.of(map));
        JsonNode layout = json(new Chart("t", "", List.of(panel, panel))).path("layout");
        assertFalse(layout.path("yaxis").has("showticklabels"));
        assertFalse(layout.path("yaxis2").path("showticklabels").asBoolean(true));
    }

    @Test
    void lessIsDarkerWhereLessIsBetter() throws IOException {
        HeatMap map = new HeatMap("loss", Colours.SEQUENTIAL_DOWN, List.of(new Tile(0, 0, 7, "")));
        Axis one = Axis.named("", List.of("a"));
        JsonNode figure = json(new Chart("t", "", List.of(new Panel("", one, one, List.of(map)))));
        assertEquals(
                "[0.0,\"#440154\"]", figure.at("/layout/coloraxis/colorscale/0").toString());
    }

    @Test
    void aReferenceCrossesItsPanel() throws IOException {
        JsonNode shape = json(chart(LINE, new Reference(0))).at("/layout/shapes/0");
        assertEquals("x", shape.path("xref").asText());
        assertEquals("y domain", shape.path("yref").asText());
    }

    @Test
    void aLogarithmicAxisIsOne() throws IOException {
        Panel panel = new Panel("", Axis.logarithmic("parameters"), Axis.of("BLEU"), List.of(new Dots("a", List.of())));
        assertEquals(
                "log",
                json(new Chart("t", "", List.of(panel)))
                        .at("/layout/xaxis/type")
                        .asText());
    }

    @Test
    void corpusTextEndsNoScriptAndIsNoMarkup() throws IOException {
        Chart chart = chart(new Dots("</script><b>", List.of(new Point(1, 1, "<script>alert(1)</script>"))));
        assertFalse(Plotly.json(chart).contains("<"), "in the page");
        assertEquals(
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                json(chart).at("/data/0/text/0").asText());
    }

    @Test
    void theSameChartGivesTheSameBytes() {
        assertEquals(Plotly.json(chart(LINE)), Plotly.json(chart(LINE)));
    }
}
