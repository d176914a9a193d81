package org.contexture.chart;

import java.util.List;

/** The shapes of dots: neighbouring series differ in shape as well as in colour, and so do series of one colour. */
enum Shape {
    CIRCLE,
    SQUARE,
    DIAMOND,
    TRIANGLE,
    WEDGE;

    private static final List<Shape> ALL = List.of(values());

    static Shape of(int series) {
        return ALL.get(series % ALL.size());
    }

    /** Its outline around a place; all shapes cover about the same area. */
    String path(double x, double y, double radius) {
        double r = radius;
        return switch (this) {
            case CIRCLE -> circle(x, y, r);
            case SQUARE -> closed(x, y, r * 0.89, -1, -1, 1, -1, 1, 1, -1, 1);
            case DIAMOND -> closed(x, y, r * 1.25, 0, -1, 1, 0, 0, 1, -1, 0);
            case TRIANGLE -> closed(x, y, r * 1.2, 0, -1.1, 1.05, 0.8, -1.05, 0.8);
            case WEDGE -> closed(x, y, r * 1.2, 0, 1.1, 1.05, -0.8, -1.05, -0.8);
        };
    }

    private static String circle(double x, double y, double r) {
        String radius = Numerals.coordinate(r);
        String half = "a" + radius + " " + radius + " 0 1 1 ";
        String across = Numerals.coordinate(2 * r);
        return "M" + Numerals.coordinate(x - r) + " " + Numerals.coordinate(y) + half + across + " 0" + half + "-"
                + across + " 0Z";
    }

    private static String closed(double x, double y, double r, double... corners) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < corners.length; i += 2) {
            path.append(i == 0 ? 'M' : 'L').append(Numerals.coordinate(x + r * corners[i]));
            path.append(' ').append(Numerals.coordinate(y + r * corners[i + 1]));
        }
        return path.append('Z').toString();
    }
}
