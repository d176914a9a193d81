package org.contexture.chart;

import java.util.List;

/** What the colours of the heat maps mean: the measure, and the values of the first and the last colour. */
record ColourBar(ColourScale scale) {
    static final double HEIGHT = 24;

    private static final double LENGTH = 150;
    private static final double THICKNESS = 11;

    void draw(Pen pen, double left, double top, double width) {
        String id = pen.prefix() + "-colours";
        gradient(pen.out(), id);
        String low = Numerals.minus(Numerals.value(scale.low()));
        String high = Numerals.minus(Numerals.value(scale.high()));
        double numbers = Lettering.width(low + high, Lettering.SMALL) + 12;
        double room = width - LENGTH - numbers - 16;
        double start = left + Math.min(room, Lettering.width(scale.measure(), Lettering.NORMAL)) + 12;
        double bar = start + Lettering.width(low, Lettering.SMALL) + 6;
        pen.out().open("g", "class", "legend colours");
        pen.fitted(scale.measure(), left, top + 13, Lettering.NORMAL, "start", room);
        pen.text(low, bar - 6, top + 13, Lettering.SMALL, "end");
        pen.out()
                .leaf("rect", "x", bar, "y", top + 3, "width", LENGTH, "height", THICKNESS, "fill", "url(#" + id + ")");
        pen.text(high, bar + LENGTH + 6, top + 13, Lettering.SMALL, "start");
        pen.out().close();
    }

    private void gradient(Markup out, String id) {
        out.open("defs").open("linearGradient", "id", id);
        List<String> stops = scale.stops();
        for (int i = 0; i < stops.size(); i++) {
            out.leaf("stop", "offset", (double) i / (stops.size() - 1), "stop-color", stops.get(i));
        }
        out.close().close();
    }
}
