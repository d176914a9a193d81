package org.contexture.chart;

import java.util.List;
import java.util.stream.Collectors;

/** The path data of SVG. */
final class Path {
    private Path() {}

    static String line(double x1, double y1, double x2, double y2) {
        return "M" + at(x1, y1) + "L" + at(x2, y2);
    }

    /** Through places in pixels, in their order. */
    static String through(List<Mark.Point> places) {
        return places.stream().map(p -> at(p.x(), p.y())).collect(Collectors.joining("L", "M", ""));
    }

    private static String at(double x, double y) {
        return Numerals.coordinate(x) + " " + Numerals.coordinate(y);
    }
}
