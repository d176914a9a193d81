package org.contexture.chart;

import java.util.stream.Stream;

/** All places that a mark needs room for. */
final class Places implements MarkCases<Stream<Mark.Point>> {
    @Override
    public Stream<Mark.Point> line(Mark.Line line) {
        return line.points().stream();
    }

    @Override
    public Stream<Mark.Point> band(Mark.Band band) {
        return band.ranges().stream()
                .flatMap(r -> Stream.of(new Mark.Point(r.x(), r.low()), new Mark.Point(r.x(), r.high())));
    }

    @Override
    public Stream<Mark.Point> dots(Mark.Dots dots) {
        return dots.points().stream();
    }

    @Override
    public Stream<Mark.Point> whiskers(Mark.Whiskers whiskers) {
        return whiskers.estimates().stream()
                .flatMap(e -> Stream.of(e.value(), e.low(), e.high()).map(x -> new Mark.Point(x, e.y())));
    }

    @Override
    public Stream<Mark.Point> heatMap(Mark.HeatMap map) {
        return map.tiles().stream()
                .filter(tile -> Double.isFinite(tile.value()))
                .flatMap(t -> Stream.of(-0.5, 0.5).map(half -> new Mark.Point(t.column() + half, t.row() + half)));
    }

    /** Has no place on the other axis. */
    @Override
    public Stream<Mark.Point> reference(Mark.Reference reference) {
        return Stream.of(new Mark.Point(reference.x(), Double.NaN));
    }
}
