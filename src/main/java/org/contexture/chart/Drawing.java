package org.contexture.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A chart laid out for one width, in pixels: title, legend and colour bar above, panels below.
 *
 * @param height what it takes
 */
record Drawing(Chart chart, double width, List<Frame> frames, double height) {
    private static final double LINE = 20;
    private static final int TITLE_LINES = 3;
    private static final double PANEL_TITLE = 20;
    /** How much wider bold letters are. */
    private static final double BOLD = 1.15;

    static Drawing of(Chart chart, double width) {
        Grid grid = new Grid(chart, width);
        List<Frame> frames = new ArrayList<>();
        double top = new Drawing(chart, width, List.of(), 0).head();
        for (int row = 0; row < grid.rows(); row++) {
            boolean titled =
                    grid.row(row).stream().anyMatch(panel -> !panel.title().isBlank());
            List<Frame> added = grid.frames(row, top + (titled ? PANEL_TITLE : 6));
            frames.addAll(added);
            top = added.stream()
                            .mapToDouble(frame -> frame.bottom() + AxisDrawing.below(frame))
                            .max()
                            .orElseThrow()
                    + 12;
        }
        return new Drawing(chart, width, List.copyOf(frames), Math.ceil(top));
    }

    private double inside() {
        return width - 2 * Grid.EDGE;
    }

    private List<String> title() {
        return Lettering.wrapped(chart.title(), Lettering.TITLE, inside() / BOLD, TITLE_LINES);
    }

    private Optional<ColourScale> colours() {
        Stream<Mark.HeatMap> maps =
                chart.marks().filter(Mark.HeatMap.class::isInstance).map(Mark.HeatMap.class::cast);
        return Optional.of(maps.toList()).filter(all -> !all.isEmpty()).map(ColourScale::of);
    }

    private double titleBottom() {
        return Grid.EDGE + title().size() * LINE + 4;
    }

    private double head() {
        return titleBottom() + new Legend(chart, inside()).height() + (colours().isPresent() ? ColourBar.HEIGHT : 0);
    }

    void draw(Pen pen) {
        List<String> title = title();
        pen.out().open("g", "class", "chart-title", "font-weight", "bold");
        for (int i = 0; i < title.size(); i++) {
            pen.text(title.get(i), Grid.EDGE, Grid.EDGE + 14 + i * LINE, Lettering.TITLE, "start");
        }
        pen.out().close();
        Legend legend = new Legend(chart, inside());
        legend.draw(pen, Grid.EDGE, titleBottom());
        colours().ifPresent(scale -> new ColourBar(scale)
                .draw(pen, Grid.EDGE, titleBottom() + legend.height(), inside()));
        frames.forEach(frame -> panel(pen, frame));
    }

    private void panel(Pen pen, Frame frame) {
        pen.out().open("g", "class", "panel");
        panelTitle(pen, frame);
        AxisDrawing axes = new AxisDrawing(pen, frame);
        axes.grid();
        if (Extents.hasData(frame.panel())) {
            ColourScale colours = colours().orElse(new ColourScale("", Colours.SHARE, 0, 1));
            MarkDrawing marks = new MarkDrawing(pen, frame, colours);
            backToFront(frame.panel().marks()).forEach(marks::of);
        } else {
            noData(pen, frame);
        }
        axes.x();
        axes.y();
        pen.out().close();
    }

    private static void noData(Pen pen, Frame frame) {
        double middle = frame.top() + frame.height() / 2 + 4;
        pen.out().open("g", "class", "no-data", "fill-opacity", 0.7);
        pen.text("no data", frame.left() + frame.width() / 2, middle, Lettering.NORMAL, "middle");
        pen.out().close();
    }

    /** A band would dull the lines of the series before it. */
    private static Stream<Mark> backToFront(List<Mark> marks) {
        return marks.stream().sorted(Comparator.comparing(mark -> !(mark instanceof Mark.Band)));
    }

    private static void panelTitle(Pen pen, Frame frame) {
        String title = frame.panel().title();
        if (!title.isBlank()) {
            pen.out().open("g", "class", "panel-title", "font-weight", "bold");
            pen.fitted(title, frame.left(), frame.top() - 7, Lettering.NORMAL, "start", frame.width() / BOLD);
            pen.out().close();
        }
    }
}
