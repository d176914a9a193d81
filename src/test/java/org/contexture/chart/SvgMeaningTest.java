package org.contexture.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.contexture.chart.Chart.Panel;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What anyone could say of a drawing. */
class SvgMeaningTest {
    private static Mark.Line line(String name, double... coordinates) {
        return new Mark.Line(
                name,
                java.util.stream.IntStream.range(0, coordinates.length / 2)
                        .mapToObj(i -> new Mark.Point(coordinates[2 * i], coordinates[2 * i + 1]))
                        .toList());
    }

    private static Chart chart(Panel... panels) {
        return new Chart("title", "", List.of(panels));
    }

    private static List<Double> places(Chart chart, String coordinate) {
        return Drawn.alone(chart).all("point").stream()
                .map(point -> Drawn.number(point, coordinate))
                .toList();
    }

    @Test
    void aLargerValueStandsHigherAndFurtherRight() {
        Chart chart = chart(new Panel("", Axis.of("x"), Axis.of("y"), List.of(line("a", 1, 5, 2, 7, 3, 6))));
        List<Double> down = places(chart, "cy");
        assertTrue(down.get(1) < down.get(2) && down.get(2) < down.get(0));
        List<Double> across = places(chart, "cx");
        assertTrue(across.get(0) < across.get(1) && across.get(1) < across.get(2));
    }

    @Test
    void axesOfOneTitleShowOneRange() {
        Panel low = new Panel("a", Axis.of("x"), Axis.of("y"), List.of(line("a", 1, 1, 2, 2)));
        Panel high = new Panel("b", Axis.of("x"), Axis.of("y"), List.of(line("a", 1, 1, 2, 200)));
        List<Double> down = places(chart(low, high), "cy");
        assertEquals(down.get(0), down.get(2));
        Panel other = new Panel("b", Axis.of("x"), Axis.of("z"), List.of(line("a", 1, 1, 2, 200)));
        List<Double> apart = places(chart(low, other), "cy");
        assertEquals(apart.get(1), apart.get(3), 3);
    }

    @Test
    void anAxisThatAllPanelsShareIsLabelledOnce() {
        assertEquals(1, Drawn.alone(ChartGallery.curves()).count("y"));
        Panel y = new Panel("a", Axis.of("x"), Axis.of("y"), List.of(line("a", 1, 1, 2, 2)));
        Panel z = new Panel("b", Axis.of("x"), Axis.of("z"), List.of(line("a", 1, 1, 2, 2)));
        assertEquals(2, Drawn.alone(chart(y, z)).count("y"));
    }

    @Test
    void tenfoldStepsAreEquallyLongOnALogarithmicAxis() {
        Chart chart =
                chart(new Panel("", Axis.logarithmic("x"), Axis.of("y"), List.of(line("a", 1, 0, 10, 1, 100, 2))));
        List<Double> across = places(chart, "cx");
        assertEquals(across.get(1) - across.get(0), across.get(2) - across.get(1), 0.02);
    }

    @Test
    void whatIsNotPositiveHasNoPlaceOnALogarithmicAxis() {
        Chart chart =
                chart(new Panel("", Axis.logarithmic("x"), Axis.of("y"), List.of(line("a", 0, 0, -1, 1, 100, 2))));
        assertEquals(1, Drawn.alone(chart).count("point"));
    }

    @Test
    void namesFollowOneAnotherDownwards() {
        List<Element> labels =
                Drawn.elements(Drawn.alone(ChartGallery.heatMaps()).all("y").get(0), "text");
        List<String> names =
                labels.stream().map(Element::getTextContent).limit(3).toList();
        assertEquals(List.of("rnn", "gru", "lstm"), names);
        List<Double> down =
                labels.stream().map(label -> Drawn.number(label, "y")).limit(3).toList();
        assertEquals(down.stream().sorted().toList(), down);
    }

    @Test
    void theDarkestFieldIsTheLargestAndItsTextIsWhite() {
        Drawn drawn = Drawn.alone(ChartGallery.heatMaps());
        Element darkest = drawn.all("tile").stream()
                .min(Comparator.comparingDouble(tile -> ColourScale.luminance(tile.getAttribute("fill"))))
                .orElseThrow();
        assertEquals("cell lstm, context max: BLEU 39.6", Drawn.told(darkest));
        Element text = Drawn.elements((Element) darkest.getParentNode(), "g").get(0);
        assertEquals("#ffffff", text.getAttribute("fill"));
        assertEquals("39.6 ± 0.4", text.getTextContent().strip());
    }

    @Test
    void coloursDarkenEvenlyAndMeetWhiteAtZero() {
        ColourScale up = new ColourScale("m", Colours.SEQUENTIAL, 0, 10);
        List<Double> luminances =
                up.stops().stream().map(ColourScale::luminance).toList();
        assertEquals(luminances.stream().sorted(Comparator.reverseOrder()).toList(), luminances);
        ColourScale down = new ColourScale("m", Colours.SEQUENTIAL_DOWN, 0, 10);
        assertEquals(up.colour(2), down.colour(8));
        Mark.Tile tile = new Mark.Tile(0, 0, -2, "");
        ColourScale signed = ColourScale.of(
                List.of(new Mark.HeatMap("m", Colours.DIVERGING, List.of(tile, new Mark.Tile(1, 0, 1, "")))));
        assertEquals(2, signed.high());
        assertEquals("#f7f7f7", signed.colour(0));
        assertEquals("#2166ac", signed.colour(-2));
        assertEquals("#b2182b", signed.colour(2));
        assertEquals("#000000", signed.ink(0));
    }

    @Test
    void ticksStayInsideTheFieldAndLabelsApart() {
        for (Chart chart : ChartGallery.all().values()) {
            for (Frame frame : Drawing.of(chart, 720).frames()) {
                assertTrue(frame.ticksX().size() >= 2);
                frame.ticksX()
                        .forEach(tick -> assertTrue(tick.at() >= frame.x().low()
                                && tick.at() <= frame.x().high()));
                frame.ticksY()
                        .forEach(tick -> assertTrue(tick.at() >= frame.y().low()
                                && tick.at() <= frame.y().high()));
                assertTrue(frame.left() >= 12 && frame.right() <= 708 + 1e-9);
            }
        }
    }

    @Test
    void panelsNeverOverlapAtAnyWidth() {
        for (Chart chart : ChartGallery.all().values()) {
            for (int width : new int[] {240, 360, 500, 720, 1200}) {
                List<Frame> frames = Drawing.of(chart, width).frames();
                for (int i = 1; i < frames.size(); i++) {
                    Frame before = frames.get(i - 1);
                    Frame after = frames.get(i);
                    assertTrue(before.right() < after.left() || before.bottom() < after.top());
                    assertTrue(after.width() > 60 && after.right() <= width - 12 + 1e-9);
                }
            }
        }
    }

    @Test
    void threePanelsStandSideBySideAndOnAPhoneBelowOneAnother() {
        assertEquals(1, tops(720));
        assertEquals(3, tops(360));
    }

    private static int tops(double width) {
        return new HashSet<>(Drawing.of(ChartGallery.curves(), width).frames().stream()
                        .map(Frame::top)
                        .toList())
                .size();
    }

    @Test
    void aReferenceStandsAtItsValue() {
        Mark.Reference zero = new Mark.Reference(0);
        Chart chart = chart(new Panel("", Axis.of("x"), Axis.of("y"), List.of(zero, line("a", -1, 0, 0, 1, 3, 2))));
        String path = Drawn.elements(Drawn.alone(chart).all("reference").get(0), "path")
                .get(0)
                .getAttribute("d");
        double across = places(chart, "cx").get(1);
        assertTrue(path.startsWith("M" + Numerals.coordinate(across) + " "), path);
    }

    @Test
    void aBandLiesBehindTheLinesOfAllSeries() {
        List<String> kinds = Drawn.alone(ChartGallery.curves()).all("trace").stream()
                .map(trace -> trace.getAttribute("class"))
                .limit(6)
                .toList();
        assertEquals(
                Stream.of("band", "band", "band", "line", "line", "line")
                        .map(kind -> "trace " + kind)
                        .toList(),
                kinds);
    }

    @Test
    void aNameTooLongForALineTakesTwo() {
        String wide = Drawn.alone(ChartGallery.forest()).texts("y").get(0);
        assertTrue(wide.startsWith("rnn, feed init+step, hidden 32: mean − last"), wide);
        Drawn phone = Drawn.parsed(Svg.inline(ChartGallery.forest(), "a", 360));
        assertEquals(24, Drawn.elements(phone.all("y").get(0), "text").size());
        assertTrue(phone.texts("y").get(0).endsWith("hidden 256: mean − last"));
    }
}
