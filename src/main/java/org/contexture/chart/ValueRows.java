package org.contexture.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.contexture.chart.Chart.Panel;

/** The values of a panel's marks, as cells: panel, series, label, x, y, low, high, value of a field. */
record ValueRows(Panel panel) implements MarkCases<List<List<String>>> {
    @Override
    public List<List<String>> line(Mark.Line line) {
        return points(line.name(), line.points());
    }

    @Override
    public List<List<String>> dots(Mark.Dots dots) {
        return points(dots.name(), dots.points());
    }

    private List<List<String>> points(String series, List<Mark.Point> points) {
        return points.stream()
                .filter(point -> Double.isFinite(point.x()) && Double.isFinite(point.y()))
                .map(point -> point(series, point))
                .toList();
    }

    private List<String> point(String series, Mark.Point point) {
        Optional<Mark.Range> range =
                bands(series).filter(each -> each.x() == point.x()).findFirst();
        return List.of(
                panel.title(),
                series,
                point.label().equals(series) ? "" : point.label(),
                Telling.name(panel.x(), point.x()),
                Telling.name(panel.y(), point.y()),
                range.map(Mark.Range::low).map(Numerals::value).orElse(""),
                range.map(Mark.Range::high).map(Numerals::value).orElse(""),
                "");
    }

    private Stream<Mark.Range> bands(String series) {
        return panel.marks().stream()
                .filter(mark -> mark instanceof Mark.Band band && band.name().equals(series))
                .flatMap(mark -> ((Mark.Band) mark).ranges().stream());
    }

    /** Only what no point of the series has told already. */
    @Override
    public List<List<String>> band(Mark.Band band) {
        List<Double> told = panel.marks().stream()
                .filter(mark -> mark.series().filter(band.name()::equals).isPresent())
                .filter(mark -> mark instanceof Mark.Line || mark instanceof Mark.Dots)
                .flatMap(new Places()::of)
                .filter(place -> Double.isFinite(place.y()))
                .map(Mark.Point::x)
                .toList();
        return band.ranges().stream()
                .filter(range -> Double.isFinite(range.x()) && !told.contains(range.x()))
                .filter(range -> Double.isFinite(range.low()) && Double.isFinite(range.high()))
                .map(range -> range(band.name(), range))
                .toList();
    }

    private List<String> range(String series, Mark.Range range) {
        String x = Telling.name(panel.x(), range.x());
        return List.of(panel.title(), series, "", x, "", Numerals.value(range.low()), Numerals.value(range.high()), "");
    }

    @Override
    public List<List<String>> whiskers(Mark.Whiskers whiskers) {
        return whiskers.estimates().stream()
                .filter(estimate -> Double.isFinite(estimate.value()))
                .map(estimate -> estimate(whiskers.name(), estimate))
                .toList();
    }

    private List<String> estimate(String series, Mark.Estimate estimate) {
        String place = Telling.name(panel.y(), estimate.y());
        return List.of(
                panel.title(),
                series,
                estimate.label().equals(place) || estimate.label().equals(series) ? "" : estimate.label(),
                Telling.name(panel.x(), estimate.value()),
                place,
                Numerals.value(estimate.low()),
                Numerals.value(estimate.high()),
                "");
    }

    @Override
    public List<List<String>> heatMap(Mark.HeatMap map) {
        return map.tiles().stream()
                .filter(tile -> Double.isFinite(tile.value()))
                .map(tile -> List.of(
                        panel.title(),
                        "",
                        "",
                        Telling.name(panel.x(), tile.column()),
                        Telling.name(panel.y(), tile.row()),
                        "",
                        "",
                        tile.text().isBlank() ? Numerals.value(tile.value()) : tile.text()))
                .toList();
    }

    /** No number of the results. */
    @Override
    public List<List<String>> reference(Mark.Reference reference) {
        return List.of();
    }
}
