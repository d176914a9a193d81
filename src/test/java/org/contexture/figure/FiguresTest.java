package org.contexture.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import org.contexture.chart.Chart;
import org.contexture.chart.Chart.Panel;
import org.contexture.chart.Colours;
import org.contexture.chart.Mark;
import org.contexture.chart.Mark.Band;
import org.contexture.chart.Mark.Dots;
import org.contexture.chart.Mark.Estimate;
import org.contexture.chart.Mark.HeatMap;
import org.contexture.chart.Mark.Line;
import org.contexture.chart.Mark.Point;
import org.contexture.chart.Mark.Range;
import org.contexture.chart.Mark.Tile;
import org.contexture.chart.Mark.Whiskers;
import org.contexture.results.Results;
import org.contexture.setting.UserError;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static <M extends Mark> List<M> marks(Panel panel, Class<M> kind) {
        return panel.marks().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static <T> List<T> names(Chart chart, Function<Panel, T> name) {
        return chart.panels().stream().map(name).toList();
    }

    @Test
    void aLearningCurveIsTheMeanOfSeedsAndItsBandReachesFromTheLowestToTheHighest() {
        Chart chart = Figures.learningCurves(Sweep.of(3), "model.cell");
        Panel panel = chart.panels().get(0);
        assertEquals(List.of("rnn", "gru"), chart.series());
        Line line = marks(panel, Line.class).get(0);
        assertEquals(1, line.points().get(0).x());
        assertEquals(5.4, line.points().get(0).y(), 1e-12);
        assertEquals(4.4, line.points().get(1).y(), 1e-12);
        Range first = marks(panel, Band.class).get(0).ranges().get(0);
        assertEquals(5.3, first.low(), 1e-12);
        assertEquals(5.5, first.high(), 1e-12);
        assertEquals("validation loss (nats per token)", panel.y().title());
    }

    @Test
    void bandsStandBehindAllLines() {
        List<Mark> marks = Figures.learningCurves(Sweep.of(2), "model.cell")
                .panels()
                .get(0)
                .marks();
        assertTrue(marks.get(0) instanceof Band && marks.get(1) instanceof Band, marks.toString());
        assertTrue(marks.get(2) instanceof Line && marks.get(3) instanceof Line, marks.toString());
    }

    @Test
    void oneSeedHasNoBand() {
        Panel panel = Figures.lossByPosition(Sweep.of(1), "model.cell").panels().get(0);
        assertEquals(List.of(), marks(panel, Band.class));
        assertEquals(2, marks(panel, Line.class).size());
    }

    @Test
    void manySeriesGoIntoPanelsOfTheLastSetting() {
        Chart chart = Figures.lossByLength(Sweep.of(1));
        assertEquals(List.of("hidden 32", "hidden 64"), names(chart, Panel::title));
        assertEquals(List.of("rnn · last", "rnn · mean", "gru · last", "gru · mean"), chart.series());
        assertEquals(4, marks(chart.panels().get(1), Line.class).size());
    }

    @Test
    void aLossThatIsNotFiniteIsLeftOut() {
        Results results = Sweep.of(2);
        results.epochs().doubleColumn("validLoss").set(0, Double.POSITIVE_INFINITY);
        Panel panel = Figures.learningCurves(results, "model.cell").panels().get(0);
        // Seed 1 of rnn still has three other trials.
        assertEquals(
                (5.1 + 5.5 + 5.5) / 6 + 2.7,
                marks(panel, Line.class).get(0).points().get(0).y(),
                1e-12);
    }

    @Test
    void aHeatMapHasAPanelForEachValueOfTheThirdSetting() {
        Chart chart = Figures.heatMap(Sweep.of(3), "bleu");
        assertEquals(List.of("hidden 32", "hidden 64"), names(chart, Panel::title));
        Panel second = chart.panels().get(1);
        assertEquals(List.of("rnn", "gru"), second.y().categories());
        assertEquals(List.of("last", "mean"), second.x().categories());
        HeatMap map = marks(second, HeatMap.class).get(0);
        assertEquals(Colours.SEQUENTIAL, map.colours());
        Tile tile = map.tiles().stream()
                .filter(t -> t.row() == 1 && t.column() == 0)
                .findFirst()
                .orElseThrow();
        assertEquals(18.2, tile.value(), 1e-12);
        assertEquals("18.2", tile.text());
    }

    @Test
    void aHeatMapOfTwoSettingsMeansOverTheThird() {
        Chart chart = Figures.heatMap(Sweep.of(1), "testLoss", "model.hidden", "model.cell");
        assertEquals(1, chart.panels().size());
        HeatMap map = marks(chart.panels().get(0), HeatMap.class).get(0);
        assertEquals(Colours.SEQUENTIAL_DOWN, map.colours());
        assertEquals(List.of("32", "64"), chart.panels().get(0).y().categories());
        Tile first = map.tiles().stream()
                .filter(t -> t.row() == 0 && t.column() == 0)
                .findFirst()
                .orElseThrow();
        assertEquals(100 - 9.1, first.value(), 1e-12); // half of last, half of mean
        assertTrue(chart.description().contains("all other settings"), chart.description());
    }

    @Test
    void mainEffectsAreWhatWasPutIn() {
        Panel panel = Figures.mainEffects(Sweep.of(8), "bleu").panels().get(0);
        assertEquals(
                List.of("cell: gru − rnn", "context: mean − last", "hidden: 64 − 32"),
                panel.y().categories());
        Whiskers found = marks(panel, Whiskers.class).get(0);
        assertEquals("significant", found.name());
        List<Double> values = found.estimates().stream()
                .map(e -> (double) Math.round(e.value() * 1e6) / 1e6)
                .toList();
        assertEquals(List.of(5.0, -2.0, 3.0), values);
    }

    @Test
    void fewSeedsAreSaidToBeTooFew() {
        Panel panel = Figures.mainEffects(Sweep.of(3), "bleu").panels().get(0);
        assertEquals(
                "too few seeds to tell", marks(panel, Whiskers.class).get(0).name());
    }

    @Test
    void differencesAreToTheBaselineThatIsAskedFor() {
        Chart chart = Figures.differences(Sweep.of(2), "bleu", "gru-last-32");
        assertEquals("Differences of BLEU to gru-last-32", chart.title());
        Panel panel = chart.panels().get(0);
        assertEquals(7, panel.y().categories().size());
        Estimate first = marks(panel, Whiskers.class).get(0).estimates().get(0);
        assertEquals(-5, first.value(), 1e-12); // rnn-last-32
        assertTrue(first.label().contains("2 seeds"), first.label());
    }

    @Test
    void oneSeedHasADifferenceButNoInterval() {
        Panel panel = Figures.differences(Sweep.of(1), "bleu").panels().get(0);
        Estimate first = marks(panel, Whiskers.class).get(0).estimates().get(0);
        assertEquals(3, first.value(), 1e-12); // rnn-last-64
        assertTrue(Double.isNaN(first.low()));
    }

    @Test
    void theFrontJoinsWhatNoOtherBeats() {
        Chart chart = Figures.paretoOfParameters(Sweep.of(1), "bleu");
        Panel panel = chart.panels().get(0);
        assertEquals(List.of("rnn", "gru", "front"), chart.series());
        assertEquals(4, marks(panel, Dots.class).get(0).points().size());
        List<String> front = marks(panel, Line.class).get(0).points().stream()
                .map(Point::label)
                .toList();
        // 32 parameters: rnn-last-32; 64: gru-last-32 (15.1) beats rnn-last-64 (13.1); 128: gru-last-64.
        assertEquals(List.of("rnn-last-32", "gru-last-32", "gru-last-64"), front);
    }

    @Test
    void whereLessIsBetterTheFrontFalls() {
        List<Point> front = Pareto.front(List.of(new Point(1, 5), new Point(2, 6), new Point(3, 4)), true);
        assertEquals(List.of(5.0, 4.0), front.stream().map(Point::y).toList());
    }

    @Test
    void secondsAreTheOtherPrice() {
        Chart chart = Figures.paretoOfSeconds(Sweep.of(1), "bleu");
        assertEquals("seconds of a trial", chart.panels().get(0).x().title());
    }

    @Test
    void linesTellARowsTableApartByAColumn() {
        Chart chart = Figures.lines("title", Sweep.of(1).lengths(), "length", "loss", "trial");
        assertEquals(8, chart.series().size());
        Line first = marks(chart.panels().get(0), Line.class).get(0);
        assertEquals(List.of(new Point(1, 5.1), new Point(2, 4.1)), first.points());
        assertEquals("test loss (nats per token)", chart.panels().get(0).y().title());
    }

    @Test
    void weightsStandUnderTheirTokens() {
        Chart chart = Figures.weights(List.of("jump", "twice"), List.of("max"), new double[][] {{0.25, 0.75}});
        HeatMap map = marks(chart.panels().get(0), HeatMap.class).get(0);
        assertEquals(new Tile(1, 0, 0.75, "0.75"), map.tiles().get(1));
        assertEquals(Colours.SHARE, map.colours());
    }

    @Test
    void weightsThatFitNoTokenAreRefused() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> Figures.weights(List.of("jump"), List.of("max"), new double[][] {{0.5, 0.5}}));
        assertTrue(String.valueOf(refused.getMessage()).contains("2 weights for 1 source tokens"));
    }

    @Test
    void whatIsNotThereIsToldWithWhatIs() {
        Results results = Sweep.of(1);
        assertMessage("no metric \"blue\": its trials have [bleu, testLoss]", () -> Figures.heatMap(results, "blue"));
        assertMessage(
                "expected a setting that differs between trials: model.cell",
                () -> Figures.heatMap(results, "bleu", "model.celt"));
        assertMessage("no configuration \"lstm\"", () -> Figures.differences(results, "bleu", "lstm"));
        assertMessage("no column \"lost\" of epochs", () -> Figures.learningCurvesOf(results, "lost"));
        assertMessage("up to three settings", () -> Figures.heatMap(results, "bleu", "a", "b", "c", "d"));
    }

    private static void assertMessage(String part, org.junit.jupiter.api.function.Executable figure) {
        String message = String.valueOf(assertThrows(UserError.class, figure).getMessage());
        assertTrue(message.contains(part), message);
    }
}
