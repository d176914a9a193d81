package org.contexture.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * What all parts of a drawing draw with.
 *
 * @param ink the colour of texts and axes
 * @param prefix what ids start with
 * @param series all series of the chart: their places choose colours, dashes and shapes
 */
record Pen(Markup out, String ink, String prefix, List<String> series) {
    private static final List<String> DASHES = List.of("", "7 3", "2 3", "9 3 2 3");

    String colour(String name) {
        return Palette.colour(series.indexOf(name));
    }

    /** Empty for a solid line. */
    String dash(String name) {
        return DASHES.get(Palette.round(series.indexOf(name)) % DASHES.size());
    }

    Shape shape(String name) {
        return Shape.of(series.indexOf(name));
    }

    /** A text whose baseline starts, ends or has its middle here. */
    void text(String text, double x, double y, double size, String anchor) {
        out.text("text", text, "x", x, "y", y, "font-size", size, "text-anchor", anchor);
    }

    /** The same, shortened to fit; the whole of it is told to whoever points at it. */
    void fitted(String text, double x, double y, double size, String anchor, double room) {
        String shown = Lettering.cut(text, size, room);
        if (shown.equals(text)) {
            text(text, x, y, size, anchor);
            return;
        }
        out.open("text", "x", x, "y", y, "font-size", size, "text-anchor", anchor);
        out.text("title", text).characters(shown).close();
    }

    /** A thin line in the colour of the ink. */
    void rule(double x1, double y1, double x2, double y2, double opacity) {
        stroke(Path.line(x1, y1, x2, y2), ink, 1, opacity, "");
    }

    /**
     * A path of its own colour.
     *
     * @param dash as {@link #dash}
     */
    void stroke(String path, String colour, double width, double opacity, String dash) {
        List<Object> attributes = new ArrayList<>(List.of("d", path, "stroke", colour, "stroke-width", width));
        if (opacity < 1) {
            attributes.addAll(List.of("stroke-opacity", opacity));
        }
        if (!dash.isEmpty()) {
            attributes.addAll(List.of("stroke-dasharray", dash));
        }
        attributes.addAll(List.of("fill", "none", "stroke-linejoin", "round"));
        out.leaf("path", attributes.toArray());
    }
}
