package org.contexture.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.contexture.chart.Mark.HeatMap;
import org.contexture.chart.Mark.Reference;

/** Everything of a Plotly figure but its traces: axes, titles, legend, colours. Made to be read on light and dark pages. */
final class PlotlyLayout {
    private static final int MOST_IN_A_ROW = 3;
    private static final int PANEL_HEIGHT = 320;
    private static final int CATEGORY_HEIGHT = 26;
    /** Grey that stands out from white as well as from black. */
    private static final String INK = "#808080";

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
        layout.put("paper_bgcolor", "rgba(0,0,0,0)");
        layout.put("plot_bgcolor", "rgba(0,0,0,0)");
        layout.put("height", 140 + rows * panelHeight());
        layout.put("margin", Map.of("t", 80, "r", 20, "b", 90, "l", 60));
        layout.put("hovermode", "closest");
        layout.put("showlegend", chart.hasLegend());
        layout.put("legend", Map.of("orientation", "h", "x", 0, "y", 0, "yref", "container", "yanchor", "bottom"));
        layout.put("grid", Map.of("rows", rows, "columns", columns, "pattern", "independent", "xgap", 0.12));
        layout.putAll(new PlotlyAxes(chart, columns).all());
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
