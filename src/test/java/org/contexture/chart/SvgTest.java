package org.contexture.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.contexture.chart.Chart.Panel;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The structure of drawings. */
class SvgTest {
    private static Chart lone(Axis x, Axis y, Mark... marks) {
        return new Chart("title", "description", List.of(new Panel("", x, y, List.of(marks))));
    }

    @Test
    void everyMarkIsATraceAndEveryPanelHasItsTitles() {
        Drawn drawn = Drawn.alone(ChartGallery.curves());
        assertEquals(3, drawn.count("panel"));
        assertEquals(18, drawn.count("trace"));
        assertEquals(List.of("rnn", "gru", "lstm"), drawn.texts("panel-title"));
        assertEquals(List.of("Validation loss by epoch"), drawn.texts("chart-title"));
        assertEquals(List.of("epoch", "validation loss, nats per token", "epoch", "epoch"), drawn.texts("axis-title"));
        assertEquals(270, drawn.count("point"));
    }

    @Test
    void everyChartOfTheGalleryIsWellFormedAndTheSameEachTime() {
        ChartGallery.all().forEach((name, chart) -> {
            Drawn drawn = Drawn.parsed(Svg.inline(chart, name));
            assertEquals(chart.panels().size(), drawn.count("panel"), name);
            assertEquals(Svg.standalone(chart), Svg.standalone(chart));
        });
    }

    @Test
    void theReadersLanguageChangesNothing() {
        Locale before = Locale.getDefault();
        String svg = Svg.standalone(ChartGallery.forest());
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(svg, Svg.standalone(ChartGallery.forest()));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aScreenReaderHearsTitleAndDescription() {
        Element root =
                Drawn.parsed(Svg.inline(ChartGallery.forest(), "figure-3")).root();
        assertEquals("img", root.getAttribute("role"));
        assertEquals("figure-3-title figure-3-desc", root.getAttribute("aria-labelledby"));
        Element title = (Element) root.getElementsByTagName("title").item(0);
        assertEquals("figure-3-title", title.getAttribute("id"));
        assertEquals("What the mean of the encoder's states adds to the last one", title.getTextContent());
        Element description = (Element) root.getElementsByTagName("desc").item(0);
        assertEquals("Differences of means over paired seeds with 95 % intervals.", description.getTextContent());
    }

    @Test
    void chartsOfOnePageHaveIdsOfTheirOwn() {
        List<String> ids = ChartGallery.all().values().stream()
                .flatMap(chart -> Drawn.elements(Drawn.parsed(Svg.inline(chart)).root(), "*").stream())
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertEquals(16, ids.size());
        assertEquals(ids.size(), new HashSet<>(ids).size());
    }

    @Test
    void onAPageTheInkIsThePagesOwn() {
        String inline = Svg.inline(ChartGallery.curves());
        assertTrue(inline.contains("currentColor"));
        assertFalse(inline.contains("#222222"));
        assertEquals(0, Drawn.parsed(inline).count("paper"));
        String alone = Svg.standalone(ChartGallery.curves());
        assertFalse(alone.contains("currentColor"));
        assertEquals(1, Drawn.parsed(alone).count("paper"));
    }

    @Test
    void whatPeopleWriteIsTextAndNeverMarkup() {
        Chart chart = ChartGallery.oddNames();
        for (String svg : List.of(
                Svg.standalone(chart), Svg.inline(chart), DataTable.of(chart).html())) {
            assertFalse(svg.contains("<script"));
            assertFalse(svg.contains("\u0000"));
            assertEquals(0, Drawn.elements(Drawn.parsed(svg).root(), "script").size());
        }
        assertTrue(Drawn.alone(chart).texts("legend").get(0).startsWith("<script>alert(1)</script>\"quoted\" & 'so'"));
    }

    @Test
    void whatIsCutIsToldInFull() {
        Element legend = Drawn.alone(ChartGallery.oddNames()).all("legend").get(0);
        Element cut = Drawn.elements(legend, "text").stream()
                .filter(text -> text.getTextContent().endsWith("…"))
                .findFirst()
                .orElseThrow();
        assertEquals("x".repeat(300), Drawn.told(cut));
    }

    @Test
    void aLegendStandsOnlyWhereColoursNeedWords() {
        assertEquals(
                18,
                Drawn.elements(
                                Drawn.alone(ChartGallery.manySeries())
                                        .all("legend")
                                        .get(0),
                                "text")
                        .size());
        assertEquals(1, Drawn.alone(ChartGallery.forest()).count("legend"), "whiskers say what was found");
        Mark line = new Mark.Line("only", List.of(new Mark.Point(1, 2)));
        assertEquals(0, Drawn.alone(lone(Axis.of("x"), Axis.of("y"), line)).count("legend"));
    }

    @Test
    void everyPointTellsItsLabelAndNumbers() {
        Drawn drawn = Drawn.alone(lone(
                Axis.logarithmic("parameters"),
                Axis.of("BLEU"),
                new Mark.Dots("gru", List.of(new Mark.Point(123_456, 31.2345, "gru mean 64"))),
                new Mark.Line("front", List.of(new Mark.Point(1e-6, -0.05)))));
        assertEquals(
                "gru mean 64 (gru): parameters 123,456, BLEU 31.23",
                Drawn.told(drawn.all("point").get(0)));
        assertEquals(
                "front: parameters 1e-6, BLEU -0.05",
                Drawn.told(drawn.all("point").get(1)));
    }

    @Test
    void fieldsAndWhiskersTellTheirNumbers() {
        Element tile = Drawn.alone(ChartGallery.heatMaps()).all("tile").get(0);
        assertEquals("cell rnn, context last: BLEU 11.2", Drawn.told(tile));
        Chart forest = lone(
                Axis.of("difference"),
                Axis.named("", List.of("gru")),
                new Mark.Whiskers("all", List.of(new Mark.Estimate(0, 1.5, -0.25, 3.25, ""))));
        assertEquals(
                "all: gru, difference 1.5 [-0.25, 3.25]",
                Drawn.told(Drawn.alone(forest).all("whisker").get(0)));
    }

    @Test
    void aPanelWithoutDataSaysSo() {
        Mark.Point nowhere = new Mark.Point(1, Double.NaN);
        Drawn drawn = Drawn.alone(lone(Axis.of("x"), Axis.of("y"), new Mark.Line("a", List.of(nowhere))));
        assertEquals(List.of("no data"), drawn.texts("no-data"));
        assertEquals(0, drawn.count("trace"));
        assertEquals(0, Drawn.alone(ChartGallery.curves()).count("no-data"));
    }

    @Test
    void aLineIsInterruptedWhereAValueIsMissing() {
        List<Mark.Point> points = Stream.of(1.0, 2.0, Double.NaN, 4.0, Double.POSITIVE_INFINITY, 6.0, 7.0)
                .map(y -> new Mark.Point(y.isNaN() ? 3 : y, y))
                .toList();
        Element trace = Drawn.alone(lone(Axis.of("x"), Axis.of("y"), new Mark.Line("a", points)))
                .all("trace")
                .get(0);
        assertEquals(2, Drawn.elements(trace, "path").size());
        assertEquals(5, Drawn.withClass(trace, "point").count());
    }

    @Test
    void seriesOfOneColourDifferInDashes() {
        Drawn drawn = Drawn.alone(ChartGallery.manySeries());
        List<String> looks = drawn.all("trace").stream()
                .map(trace -> Drawn.elements(trace, "path").get(0))
                .map(line -> line.getAttribute("stroke") + line.getAttribute("stroke-dasharray"))
                .toList();
        assertEquals(18, new HashSet<>(looks).size());
        assertNotEquals(Shape.of(0), Shape.of(8));
    }

    @Test
    void strangeChartsAreDrawnToo() {
        List<String> forty = IntStream.range(0, 40).mapToObj(i -> "name " + i).toList();
        Mark.HeatMap one = new Mark.HeatMap("m", Colours.DIVERGING, List.of(new Mark.Tile(0, 0, 0, "")));
        Mark.HeatMap none = new Mark.HeatMap("m", Colours.SEQUENTIAL, List.of());
        Mark.Line huge = new Mark.Line("a", List.of(new Mark.Point(-1e249, 1e249), new Mark.Point(1e249, 1e-249)));
        Mark.Line high = new Mark.Line("a", List.of(new Mark.Point(1, 1e15), new Mark.Point(2, 1e15 + 1)));
        List<Chart> strange = List.of(
                lone(Axis.named("", List.of("a")), Axis.named("", List.of("b")), one),
                lone(Axis.named("", List.of()), Axis.named("", List.of()), none),
                lone(Axis.named("", forty), Axis.named("", forty), none),
                lone(Axis.of("x"), Axis.named("", forty), new Mark.Whiskers("w", List.of())),
                lone(Axis.of(""), Axis.of(""), huge, new Mark.Reference(Double.NaN)),
                lone(Axis.logarithmic("x"), Axis.logarithmic("y"), huge),
                lone(Axis.of("x"), Axis.of("y"), high),
                lone(Axis.of("x".repeat(300)), Axis.of("y ".repeat(150))));
        for (Chart chart : strange) {
            String svg = Svg.inline(chart, "a", 360);
            assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
            assertEquals(1, Drawn.parsed(svg).count("panel"));
        }
    }
}
