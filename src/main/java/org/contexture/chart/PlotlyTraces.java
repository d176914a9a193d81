package org.contexture.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.contexture.chart.Chart.Panel;
import org.contexture.chart.Mark.Band;
import org.contexture.chart.Mark.Dots;
import org.contexture.chart.Mark.HeatMap;
import org.contexture.chart.Mark.Line;
import org.contexture.chart.Mark.Point;
import org.contexture.chart.Mark.Whiskers;
import org.jspecify.annotations.Nullable;

/** A chart's marks as Plotly's traces. A reference line is no trace: the layout has it. */
final class PlotlyTraces {
    private static final List<String> DASHES = List.of("solid", "dash", "dot", "dashdot");
    private static final List<String> SYMBOLS = List.of("circle", "diamond-open", "square", "x");

    private final Chart chart;
    private final List<String> series;
    private final Set<String> inLegend = new HashSet<>();

    PlotlyTraces(Chart chart) {
        this.chart = chart;
        series = chart.series();
    }

    /** The traces of one panel, from back to front. */
    List<Map<String, Object>> of(int panel) {
        List<Map<String, Object>> traces = new ArrayList<>();
        Panel axes = chart.panels().get(panel);
        for (Mark mark : axes.marks()) {
            Map<String, Object> trace = new Traced(axes).of(mark);
            if (!trace.isEmpty()) {
                trace.put("xaxis", Plotly.axis("x", panel));
                trace.put("yaxis", Plotly.axis("y", panel));
                traces.add(trace);
            }
        }
        return traces;
    }

    /** The trace of each kind of mark; empty where it has none. */
    private final class Traced implements MarkCases<Map<String, Object>> {
        private final Panel axes;

        Traced(Panel axes) {
            this.axes = axes;
        }

        @Override
        public Map<String, Object> line(Line line) {
            return PlotlyTraces.this.line(line);
        }

        @Override
        public Map<String, Object> band(Band band) {
            return PlotlyTraces.this.band(band);
        }

        @Override
        public Map<String, Object> dots(Dots dots) {
            return PlotlyTraces.this.dots(dots);
        }

        @Override
        public Map<String, Object> whiskers(Whiskers whiskers) {
            return PlotlyTraces.this.whiskers(whiskers);
        }

        @Override
        public Map<String, Object> heatMap(HeatMap map) {
            return PlotlyTraces.heatMap(map, axes);
        }

        @Override
        public Map<String, Object> reference(Mark.Reference reference) {
            return Map.of();
        }
    }

    private Map<String, Object> line(Line line) {
        Map<String, Object> trace = scatter(line.name(), line.points().size() > 1 ? "lines" : "markers", true);
        points(trace, line.points());
        int round = Palette.round(series.indexOf(line.name()));
        trace.put("line", Map.of("color", colour(line.name()), "width", 2, "dash", DASHES.get(round % DASHES.size())));
        trace.put("marker", Map.of("color", colour(line.name())));
        return trace;
    }

    private Map<String, Object> dots(Dots dots) {
        Map<String, Object> trace = scatter(dots.name(), "markers", true);
        points(trace, dots.points());
        int round = Palette.round(series.indexOf(dots.name()));
        trace.put(
                "marker",
                Map.of("color", colour(dots.name()), "size", 9, "symbol", SYMBOLS.get(round % SYMBOLS.size())));
        return trace;
    }

    private static void points(Map<String, Object> trace, List<Point> points) {
        trace.put("x", numbers(points, Point::x));
        trace.put("y", numbers(points, Point::y));
        trace.put("text", points.stream().map(p -> Plotly.text(p.label())).toList());
    }

    /** There along the lower ends, back along the upper ones. */
    private Map<String, Object> band(Band band) {
        Map<String, Object> trace = scatter(band.name(), "lines", false);
        List<Point> outline = new ArrayList<>();
        band.ranges().forEach(range -> outline.add(new Point(range.x(), range.high())));
        Collections.reverse(outline);
        List<Point> around = new ArrayList<>();
        band.ranges().forEach(range -> around.add(new Point(range.x(), range.low())));
        around.addAll(outline);
        around.removeIf(point -> !Double.isFinite(point.y()));
        points(trace, around);
        trace.put("fill", "toself");
        trace.put("fillcolor", translucent(colour(band.name())));
        trace.put("line", Map.of("width", 0, "color", colour(band.name())));
        trace.put("hoverinfo", "skip");
        return trace;
    }

    private Map<String, Object> whiskers(Whiskers whiskers) {
        Map<String, Object> trace = scatter(whiskers.name(), "markers", true);
        trace.put("x", numbers(whiskers.estimates(), Mark.Estimate::value));
        trace.put("y", numbers(whiskers.estimates(), Mark.Estimate::y));
        trace.put(
                "text",
                whiskers.estimates().stream().map(e -> Plotly.text(e.label())).toList());
        trace.put("marker", Map.of("color", colour(whiskers.name()), "size", 9));
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("type", "data");
        error.put("symmetric", false);
        error.put("array", numbers(whiskers.estimates(), e -> e.high() - e.value()));
        error.put("arrayminus", numbers(whiskers.estimates(), e -> e.value() - e.low()));
        error.put("color", colour(whiskers.name()));
        trace.put("error_x", error);
        return trace;
    }

    private static Map<String, Object> heatMap(HeatMap map, Panel axes) {
        int columns = axes.x().categories().size();
        List<List<Double>> z = grid(axes.y().categories().size(), columns, Double.NaN);
        List<List<String>> text = grid(axes.y().categories().size(), columns, "");
        List<List<String>> hover = grid(axes.y().categories().size(), columns, "");
        for (Mark.Tile tile : map.tiles()) {
            z.get(tile.row()).set(tile.column(), tile.value());
            text.get(tile.row()).set(tile.column(), Plotly.text(tile.text()));
            String place = axes.y().categories().get(tile.row()) + ", "
                    + axes.x().categories().get(tile.column());
            hover.get(tile.row()).set(tile.column(), Plotly.text(place + ": " + (float) tile.value()));
        }
        Map<String, Object> trace = new LinkedHashMap<>();
        trace.put("type", "heatmap");
        trace.put("z", z.stream().map(row -> numbers(row, value -> value)).toList());
        trace.put("text", text);
        trace.put("texttemplate", "%{text}");
        trace.put("hovertext", hover);
        trace.put("hoverinfo", "text");
        trace.put("coloraxis", "coloraxis");
        trace.put("xgap", 1);
        trace.put("ygap", 1);
        return trace;
    }

    private static <T> List<List<T>> grid(int rows, int columns, T fill) {
        List<List<T>> grid = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            grid.add(new ArrayList<>(Collections.nCopies(columns, fill)));
        }
        return grid;
    }

    /** The first mark of a series that shows its colour as it is stands for it in the legend. */
    private Map<String, Object> scatter(String name, String mode, boolean mayStandInLegend) {
        Map<String, Object> trace = new LinkedHashMap<>();
        trace.put("type", "scatter");
        trace.put("mode", mode);
        trace.put("name", Plotly.text(name));
        trace.put("legendgroup", name);
        trace.put("showlegend", mayStandInLegend && inLegend.add(name));
        return trace;
    }

    /** JSON has no NaN: what is not finite is a gap. */
    private static <T> List<@Nullable Double> numbers(List<T> of, ToDoubleFunction<T> number) {
        List<@Nullable Double> numbers = new ArrayList<>();
        for (T each : of) {
            double x = number.applyAsDouble(each);
            numbers.add(Double.isFinite(x) ? x : null);
        }
        return numbers;
    }

    private String colour(String name) {
        return Palette.colour(series.indexOf(name));
    }

    private static String translucent(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return "rgba(" + (rgb >> 16) + "," + (rgb >> 8 & 255) + "," + (rgb & 255) + ",0.2)";
    }
}
