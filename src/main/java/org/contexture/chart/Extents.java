package org.contexture.chart;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What the axes of a chart show: those of one title and scale the same. */
record Extents(Chart chart) {
    private static final Places PLACES = new Places();

    Extent x(Chart.Panel panel) {
        return of(panel.x(), places(panel).map(Mark.Point::x));
    }

    Extent y(Chart.Panel panel) {
        return of(panel.y(), places(panel).map(Mark.Point::y));
    }

    /** Whether anything of a panel can be seen. */
    static boolean hasData(Chart.Panel panel) {
        return places(panel).anyMatch(place -> shows(panel, place.x(), place.y()));
    }

    /** Whether there is such a place in a panel. */
    static boolean shows(Chart.Panel panel, double x, double y) {
        return Extent.shows(panel.x().scale(), x) && Extent.shows(panel.y().scale(), y);
    }

    private Extent of(Axis axis, Stream<Double> own) {
        if (axis.isNamed()) {
            return Extent.ofNames(axis.categories().size());
        }
        Stream<Double> values = axis.title().isBlank()
                ? own
                : chart.panels().stream()
                        .flatMap(panel -> Stream.concat(
                                values(axis, panel, panel.x(), Mark.Point::x),
                                values(axis, panel, panel.y(), Mark.Point::y)));
        return Extent.of(axis.scale(), values.filter(Double::isFinite).toList());
    }

    private static Stream<Double> values(
            Axis wanted, Chart.Panel panel, Axis axis, ToDoubleFunction<Mark.Point> coordinate) {
        return wanted.equals(axis) ? places(panel).mapToDouble(coordinate).boxed() : Stream.of();
    }

    private static Stream<Mark.Point> places(Chart.Panel panel) {
        return panel.marks().stream().flatMap(PLACES::of);
    }

    /** Whether these panels can do with the first one's labels. */
    static boolean shareY(List<Chart.Panel> panels) {
        Axis first = panels.get(0).y();
        return panels.stream().allMatch(panel -> panel.y().equals(first))
                && (first.isNamed() || !first.title().isBlank());
    }
}
