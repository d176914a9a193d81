package org.contexture.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Draws the marks of a panel, one group of class {@code trace} each. */
record MarkDrawing(Pen pen, Frame frame, ColourScale colours) implements MarkCases<Markup> {
    private static final int MOST_MARKED_POINTS = 20;
    private static final double REACH = 6;

    private Markup trace(String kind) {
        return pen.out().open("g", "class", "trace " + kind);
    }

    private Telling telling() {
        return new Telling(frame.panel());
    }

    @Override
    public Markup line(Mark.Line line) {
        String colour = pen.colour(line.name());
        trace("line");
        for (List<Mark.Point> run : runs(line.points(), p -> frame.shows(p.x(), p.y()))) {
            if (run.size() > 1) {
                pen.out()
                        .leaf(
                                "path",
                                "d",
                                Path.through(placed(run)),
                                "fill",
                                "none",
                                "stroke",
                                colour,
                                "stroke-width",
                                1.8,
                                "stroke-linejoin",
                                "round",
                                "stroke-linecap",
                                "round",
                                "stroke-dasharray",
                                dash(line.name()));
            }
            boolean marked = run.size() == 1 || line.points().size() <= MOST_MARKED_POINTS;
            run.forEach(point -> linePoint(line.name(), point, marked));
        }
        return pen.out().close();
    }

    /** One that is not to be seen can still be pointed at. */
    private void linePoint(String name, Mark.Point point, boolean marked) {
        pen.out()
                .told(
                        telling().point(name, point),
                        "circle",
                        "class",
                        "point",
                        "cx",
                        frame.across(point.x()),
                        "cy",
                        frame.down(point.y()),
                        "r",
                        marked ? 2.4 : REACH,
                        "fill",
                        pen.colour(name),
                        "fill-opacity",
                        marked ? 1.0 : 0.0);
    }

    private String dash(String name) {
        String dash = pen.dash(name);
        return dash.isEmpty() ? "none" : dash;
    }

    private List<Mark.Point> placed(List<Mark.Point> points) {
        return points.stream()
                .map(p -> new Mark.Point(frame.across(p.x()), frame.down(p.y())))
                .toList();
    }

    @Override
    public Markup band(Mark.Band band) {
        trace("band");
        for (List<Mark.Range> run :
                runs(band.ranges(), r -> frame.shows(r.x(), r.low()) && frame.shows(r.x(), r.high()))) {
            String colour = pen.colour(band.name());
            List<Mark.Point> outline = placed(outline(run));
            if (run.size() > 1) {
                pen.out().leaf("path", "d", Path.through(outline) + "Z", "fill", colour, "fill-opacity", 0.18);
            } else {
                pen.out()
                        .leaf(
                                "path",
                                "d",
                                Path.through(outline),
                                "stroke",
                                colour,
                                "stroke-opacity",
                                0.35,
                                "stroke-width",
                                4.0);
            }
        }
        return pen.out().close();
    }

    /** There along the lower ends, back along the upper ones. */
    private static List<Mark.Point> outline(List<Mark.Range> run) {
        List<Mark.Point> outline = new ArrayList<>();
        run.forEach(range -> outline.add(new Mark.Point(range.x(), range.low())));
        for (int i = run.size() - 1; i >= 0; i--) {
            outline.add(new Mark.Point(run.get(i).x(), run.get(i).high()));
        }
        return outline;
    }

    @Override
    public Markup dots(Mark.Dots dots) {
        trace("dots");
        dots.points().stream()
                .filter(p -> frame.shows(p.x(), p.y()))
                .forEach(p -> dot(dots.name(), p.x(), p.y(), 4, telling().point(dots.name(), p)));
        return pen.out().close();
    }

    private void dot(String name, double x, double y, double radius, String told) {
        String path = pen.shape(name).path(frame.across(x), frame.down(y), radius);
        pen.out().told(told, "path", "class", "point", "d", path, "fill", pen.colour(name), "fill-opacity", 0.9);
    }

    @Override
    public Markup whiskers(Mark.Whiskers whiskers) {
        trace("whiskers");
        whiskers.estimates().stream()
                .filter(e -> frame.shows(e.value(), e.y()))
                .forEach(e -> estimate(whiskers.name(), e));
        return pen.out().close();
    }

    private void estimate(String name, Mark.Estimate estimate) {
        if (frame.shows(estimate.low(), estimate.y()) && frame.shows(estimate.high(), estimate.y())) {
            double y = frame.down(estimate.y());
            double low = frame.across(estimate.low());
            double high = frame.across(estimate.high());
            String path = Path.line(low, y, high, y)
                    + Path.line(low, y - 4, low, y + 4)
                    + Path.line(high, y - 4, high, y + 4);
            pen.out()
                    .told(
                            telling().estimate(name, estimate),
                            "path",
                            "class",
                            "whisker",
                            "d",
                            path,
                            "stroke",
                            pen.colour(name),
                            "stroke-width",
                            1.6,
                            "fill",
                            "none");
        }
        dot(name, estimate.value(), estimate.y(), 4, telling().estimate(name, estimate));
    }

    @Override
    public Markup heatMap(Mark.HeatMap map) {
        trace("heat-map");
        map.tiles().stream().filter(tile -> Double.isFinite(tile.value())).forEach(tile -> tile(map.measure(), tile));
        return pen.out().close();
    }

    /** To whole pixels, or the paper would shine through between them. */
    private void tile(String measure, Mark.Tile tile) {
        double left = Math.rint(frame.across(tile.column() - 0.5));
        double top = Math.rint(frame.down(tile.row() - 0.5));
        double width = Math.rint(frame.across(tile.column() + 0.5)) - left;
        double height = Math.rint(frame.down(tile.row() + 0.5)) - top;
        pen.out().open("g").text("title", telling().tile(measure, tile));
        pen.out()
                .leaf(
                        "rect",
                        "class",
                        "tile",
                        "x",
                        left,
                        "y",
                        top,
                        "width",
                        width,
                        "height",
                        height,
                        "fill",
                        colours.colour(tile.value()),
                        "shape-rendering",
                        "crispEdges");
        double size = height < 16 ? 9 : Lettering.SMALL;
        if (!tile.text().isBlank() && Lettering.width(tile.text(), size) <= width - 4 && height >= size + 2) {
            pen.out()
                    .text(
                            "text",
                            tile.text(),
                            "x",
                            left + width / 2,
                            "y",
                            top + height / 2 + size * 0.36,
                            "font-size",
                            size,
                            "text-anchor",
                            "middle",
                            "fill",
                            colours.ink(tile.value()));
        }
        pen.out().close();
    }

    @Override
    public Markup reference(Mark.Reference reference) {
        trace("reference");
        if (Extent.shows(frame.panel().x().scale(), reference.x())) {
            double x = frame.across(reference.x());
            pen.out()
                    .leaf(
                            "path",
                            "d",
                            Path.line(x, frame.top(), x, frame.bottom()),
                            "stroke",
                            pen.ink(),
                            "stroke-opacity",
                            0.7,
                            "stroke-width",
                            1.2,
                            "stroke-dasharray",
                            "5 4",
                            "fill",
                            "none");
        }
        return pen.out().close();
    }

    /** What is not shown parts them. */
    private static <T> List<List<T>> runs(List<T> all, Predicate<T> shown) {
        List<List<T>> runs = new ArrayList<>();
        boolean starts = true;
        for (T each : all) {
            if (shown.test(each)) {
                if (starts) {
                    runs.add(new ArrayList<>());
                }
                runs.get(runs.size() - 1).add(each);
            }
            starts = !shown.test(each);
        }
        return runs;
    }
}
