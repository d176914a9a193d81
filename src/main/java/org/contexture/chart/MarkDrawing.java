package org.contexture.chart;

import java.util.ArrayList;
import java.util.List;

/** Draws the marks of a panel, one group of class {@code trace} each. */
record MarkDrawing(Pen pen, Frame frame, ColourScale colours) implements MarkCases<Markup> {
    private static final int MOST_MARKED_POINTS = 20;
    private static final double SMALL = 2.4;
    private static final double LARGE = 4;
    private static final double REACH = 6;

    private Markup trace(String kind) {
        return pen.out().open("g", "class", "trace " + kind);
    }

    private Telling telling() {
        return new Telling(frame.panel());
    }

    @Override
    public Markup line(Mark.Line line) {
        trace("line");
        for (List<Mark.Point> run : Runs.of(line.points(), p -> frame.shows(p.x(), p.y()))) {
            if (run.size() > 1) {
                pen.stroke(Path.through(placed(run)), pen.colour(line.name()), 1.8, 1, pen.dash(line.name()));
            }
            boolean marked = run.size() == 1 || line.points().size() <= MOST_MARKED_POINTS;
            pen.out().open("g", "fill", pen.colour(line.name()), "fill-opacity", marked ? 1.0 : 0.0);
            run.forEach(point -> linePoint(line.name(), point, marked ? SMALL : REACH));
            pen.out().close();
        }
        return pen.out().close();
    }

    /** One that is not to be seen can still be pointed at. */
    private void linePoint(String name, Mark.Point point, double radius) {
        double x = frame.across(point.x());
        double y = frame.down(point.y());
        pen.out().told(telling().point(name, point), "circle", "class", "point", "cx", x, "cy", y, "r", radius);
    }

    private List<Mark.Point> placed(List<Mark.Point> points) {
        return points.stream()
                .map(p -> new Mark.Point(frame.across(p.x()), frame.down(p.y())))
                .toList();
    }

    @Override
    public Markup band(Mark.Band band) {
        trace("band");
        String colour = pen.colour(band.name());
        for (List<Mark.Range> run : Runs.of(band.ranges(), this::shows)) {
            String outline = Path.through(placed(outline(run)));
            if (run.size() > 1) {
                pen.out().leaf("path", "d", outline + "Z", "fill", colour, "fill-opacity", 0.18);
            } else {
                pen.stroke(outline, colour, LARGE, 0.35, "");
            }
        }
        return pen.out().close();
    }

    private boolean shows(Mark.Range range) {
        return frame.shows(range.x(), range.low()) && frame.shows(range.x(), range.high());
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
                .forEach(p -> dot(dots.name(), p, telling().point(dots.name(), p)));
        return pen.out().close();
    }

    private void dot(String name, Mark.Point at, String told) {
        String path = pen.shape(name).path(frame.across(at.x()), frame.down(at.y()), LARGE);
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
        String told = telling().estimate(name, estimate);
        pen.out().open("g", "class", "whisker").text("title", told);
        if (frame.shows(estimate.low(), estimate.y()) && frame.shows(estimate.high(), estimate.y())) {
            double y = frame.down(estimate.y());
            double low = frame.across(estimate.low());
            double high = frame.across(estimate.high());
            pen.stroke(
                    Path.line(low, y, high, y)
                            + Path.line(low, y - 4, low, y + 4)
                            + Path.line(high, y - 4, high, y + 4),
                    pen.colour(name),
                    1.6,
                    1,
                    "");
        }
        dot(name, new Mark.Point(estimate.value(), estimate.y()), told);
        pen.out().close();
    }

    @Override
    public Markup heatMap(Mark.HeatMap map) {
        trace("heat-map");
        new MapDrawing(pen, frame, colours).draw(map);
        return pen.out().close();
    }

    @Override
    public Markup reference(Mark.Reference reference) {
        trace("reference");
        if (Extent.shows(frame.panel().x().scale(), reference.x())) {
            double x = frame.across(reference.x());
            pen.stroke(Path.line(x, frame.top(), x, frame.bottom()), pen.ink(), 1.2, 0.7, "5 4");
        }
        return pen.out().close();
    }
}
