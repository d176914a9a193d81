package org.contexture.chart;

import java.util.List;
import java.util.Optional;

/**
 * Something drawn in a panel. Coordinates are in units of the panel's axes; on an axis of names they are the names' places, from
 * 0. What is not finite is left out, and interrupts a line.
 */
public sealed interface Mark {
    /** The series it belongs to, if it belongs to one: all of its marks have one colour and one entry in the legend. */
    Optional<String> series();

    /** A place, with what is told of it when somebody points at it. */
    record Point(double x, double y, String label) {
        /** With nothing to tell but its coordinates. */
        public Point(double x, double y) {
            this(x, y, "");
        }
    }

    /** From low to high at x. */
    record Range(double x, double low, double high) {}

    /**
     * A value and how well it is known, along x.
     *
     * @param y where it stands on the other axis
     * @param low lower end of its interval; NaN without one
     * @param high upper end
     */
    record Estimate(double y, double value, double low, double high, String label) {}

    /** A field of a heat map: column and row are places on named axes; text is written into it. */
    record Tile(int column, int row, double value, String text) {}

    /** Points joined in their order. */
    record Line(String name, List<Point> points) implements Mark {
        public Line {
            points = List.copyOf(points);
        }

        @Override
        public Optional<String> series() {
            return Optional.of(name);
        }
    }

    /** The surface between two lines, behind the line of its series. */
    record Band(String name, List<Range> ranges) implements Mark {
        public Band {
            ranges = List.copyOf(ranges);
        }

        @Override
        public Optional<String> series() {
            return Optional.of(name);
        }
    }

    /** Points by themselves. */
    record Dots(String name, List<Point> points) implements Mark {
        public Dots {
            points = List.copyOf(points);
        }

        @Override
        public Optional<String> series() {
            return Optional.of(name);
        }
    }

    /** Values with whiskers along x. */
    record Whiskers(String name, List<Estimate> estimates) implements Mark {
        public Whiskers {
            estimates = List.copyOf(estimates);
        }

        @Override
        public Optional<String> series() {
            return Optional.of(name);
        }
    }

    /**
     * Coloured fields. The heat maps of a chart share one range of colours.
     *
     * @param measure what the colours say
     */
    record HeatMap(String measure, Colours colours, List<Tile> tiles) implements Mark {
        public HeatMap {
            tiles = List.copyOf(tiles);
        }

        @Override
        public Optional<String> series() {
            return Optional.empty();
        }
    }

    /** A vertical line across the panel that others are seen against, such as no difference. */
    record Reference(double x) implements Mark {
        @Override
        public Optional<String> series() {
            return Optional.empty();
        }
    }
}
