package org.contexture.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.contexture.chart.Chart.Panel;
import org.contexture.chart.Mark.HeatMap;
import org.contexture.chart.Mark.Reference;

/** Everything of a Plotly figure but its traces: axes, titles, legend, colours. Made to be read on light and dark pages. */
final class PlotlyLayout {
    private static final int MOST_IN_A_ROW = 3;
    private static final int PANEL_HEIGHT = 320;
    private static final int CATEGORY_HEIGHT = 26;
    /** Grey that stands out from white as well as from black. */
    private static final String INK = "#808080";

    private static final String GRID = "rgba(128,128,128,0.2)";

    private final Chart chart;
    private final int rows;
    private final int columns;

    PlotlyLayout(Chart chart) {
        this.chart = chart;
        columns = Math.min(MOST_IN_A_ROW, chart.panels().size());
        rows = (chart.panels().size() + columns - 1) / columns;
    }

    Map<String, Object> layout() {
        Map<String, Object> layout = new LinkedHashMap<>();
        layout.put("title", Map.of("text", Plotly.text(chart.title()), "x", 0.02));
        layout.put("font", Map.of("color", INK));
        layout.put("paper_bgcolor", "rgba(0,0,0,0)");
        layout.put("plot_bgcolor", "rgba(0,0,0,0)");
        layout.put("height", 110 + rows * panelHeight());
        layout.put("margin", Map.of("t", 80, "r", 20, "b", 60, "l", 60));
        layout.put("hovermode", "closest");
        layout.put("showlegend", chart.hasLegend());
        layout.put("legend", Map.of("orientation", "h", "x", 0, "y", -0.22, "yanchor", "top"));
        layout.put("grid", Map.of("rows", rows, "columns", columns, "pattern", "independent", "xgap", 0.12));
        addAxes(layout);
        layout.put("annotations", panelTitles());
        layout.put("shapes", references());
        if (chart.marks().anyMatch(HeatMap.class::isInstance)) layout.put("coloraxis", colours());
        return layout;
    }

    private int panelHeight() {
        int names = chart.panels().stream()
                .mapToInt(panel -> panel.y().categories().size())
                .max()
                .orElse(0);
        return Math.max(PANEL_HEIGHT, names * CATEGORY_HEIGHT);
    }

    /** Axes of one title share their range, and whoever zooms into one zooms into all. */
    private void addAxes(Map<String, Object> layout) {
        Map<String, String> first = new HashMap<>();
        for (int panel = 0; panel < chart.panels().size(); panel++) {
            Panel axes = chart.panels().get(panel);
            boolean isFirstInRow = panel % columns == 0;
            addAxis(layout, first, "x", panel, axes.x(), true);
            addAxis(layout, first, "y", panel, axes.y(), isFirstInRow);
        }
    }

    private static void addAxis(
            Map<String, Object> layout,
            Map<String, String> first,
            String letter,
            int panel,
            Axis axis,
            boolean isTitled) {
        Map<String, Object> described = axis(axis);
        if (!isTitled && first.containsKey(letter + axis.title())) described.remove("title");
        if (letter.equals("y") && axis.isNamed()) described.put("autorange", "reversed");
        String name = Plotly.axis(letter, panel);
        String match = first.putIfAbsent(letter + axis.title(), name);
        if (match != null) described.put("matches", match);
        layout.put(name.replace(letter, letter + "axis"), described);
    }

    private static Map<String, Object> axis(Axis axis) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("title", Map.of("text", Plotly.text(axis.title())));
        described.put("automargin", true);
        described.put("gridcolor", GRID);
        described.put("zeroline", false);
        if (axis.scale() == Axis.Scale.LOGARITHMIC) described.put("type", "log");
        if (axis.isNamed()) {
            described.put("tickvals", places(axis));
            described.put(
                    "ticktext", axis.categories().stream().map(Plotly::text).toList());
        }
        return described;
    }

    private static List<Integer> places(Axis axis) {
        return IntStream.range(0, axis.categories().size()).boxed().toList();
    }

    private List<Map<String, Object>> panelTitles() {
        List<Map<String, Object>> titles = new ArrayList<>();
        for (int panel = 0; panel < chart.panels().size(); panel++) {
            if (!chart.panels().get(panel).title().isEmpty()) {
                titles.add(Map.of(
                        "text",
                        Plotly.text(chart.panels().get(panel).title()),
                        "showarrow",
                        false,
                        "xref",
                        Plotly.axis("x", panel) + " domain",
                        "yref",
                        Plotly.axis("y", panel) + " domain",
                        "x",
                        0.5,
                        "y",
                        1,
                        "yanchor",
                        "bottom"));
            }
        }
        return titles;
    }

    private List<Map<String, Object>> references() {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int panel = 0; panel < chart.panels().size(); panel++) {
            for (Mark mark : chart.panels().get(panel).marks()) {
                if (mark instanceof Reference reference) {
                    lines.add(Map.of(
                            "type",
                            "line",
                            "xref",
                            Plotly.axis("x", panel),
                            "yref",
                            Plotly.axis("y", panel) + " domain",
                            "x0",
                            reference.x(),
                            "x1",
                            reference.x(),
                            "y0",
                            0,
                            "y1",
                            1,
                            "line",
                            Map.of("color", INK, "dash", "dash", "width", 1)));
                }
            }
        }
        return lines;
    }

    private Map<String, Object> colours() {
        ColourScale scale = ColourScale.of(chart.marks()
                .filter(HeatMap.class::isInstance)
                .map(HeatMap.class::cast)
                .toList());
        List<String> stops = scale.stops();
        List<List<Object>> places = IntStream.range(0, stops.size())
                .mapToObj(i -> List.<Object>of((double) i / (stops.size() - 1), stops.get(i)))
                .toList();
        return Map.of(
                "colorbar", Map.of("title", Map.of("text", Plotly.text(scale.measure()))),
                "colorscale", places,
                "cmin", scale.low(),
                "cmax", scale.high());
    }
}
