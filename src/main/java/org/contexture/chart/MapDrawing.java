package org.contexture.chart;

/** Draws the fields of a heat map, each with its text where there is room. */
record MapDrawing(Pen pen, Frame frame, ColourScale colours) {
    private static final double LOW_FIELD = 16;
    private static final double TINY = 9;

    void draw(Mark.HeatMap map) {
        map.tiles().stream().filter(tile -> Double.isFinite(tile.value())).forEach(tile -> {
            pen.out().open("g").text("title", new Telling(frame.panel()).tile(map.measure(), tile));
            field(tile);
            pen.out().close();
        });
    }

    /** To whole pixels, or the paper would shine through between them. */
    private void field(Mark.Tile tile) {
        double left = Math.rint(frame.across(tile.column() - 0.5));
        double top = Math.rint(frame.down(tile.row() - 0.5));
        double width = Math.rint(frame.across(tile.column() + 0.5)) - left;
        double height = Math.rint(frame.down(tile.row() + 0.5)) - top;
        String place = "M" + (long) left + " " + (long) top + "h" + (long) width + "v" + (long) height + "h-"
                + (long) width + "Z";
        String colour = colours.colour(tile.value());
        pen.out().leaf("path", "class", "tile", "d", place, "fill", colour, "shape-rendering", "crispEdges");
        double size = height < LOW_FIELD ? TINY : Lettering.SMALL;
        if (!tile.text().isBlank() && Lettering.width(tile.text(), size) <= width - 4 && height >= size + 2) {
            pen.out().open("g", "fill", colours.ink(tile.value()));
            pen.text(tile.text(), left + width / 2, top + height / 2 + size * 0.36, size, "middle");
            pen.out().close();
        }
    }
}
