package org.contexture.chart;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.contexture.chart.Chart.Panel;

/**
 * The axes of a Plotly figure. Those of one title share their range, and whoever zooms into one zooms into all.
 *
 * @param columns panels in a row: only the first of it repeats the title of a shared y axis
 */
record PlotlyAxes(Chart chart, int columns) {
    /** Whole numbers that are this few are all marked; Plotly would also mark halves. */
    private static final int FEW = 12;

    private static final String GRID = "rgba(128,128,128,0.2)";

    /** By their names in a layout: xaxis, yaxis, xaxis2, … */
    Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        Map<String, String> first = new HashMap<>();
        Extents extents = new Extents(chart);
        for (int panel = 0; panel < chart.panels().size(); panel++) {
            Panel axes = chart.panels().get(panel);
            Map<String, Object> x = axis(axes.x(), extents.x(axes));
            Map<String, Object> y = axis(axes.y(), extents.y(axes));
            if (axes.y().isNamed()) y.put("autorange", "reversed");
            if (panel % columns > 0 && first.containsKey("y" + axes.y().title())) {
                y.remove("title");
                if (axes.y().isNamed()) y.put("showticklabels", false); // long names have no room between panels
            }
            match(x, "x", axes.x(), panel, first);
            match(y, "y", axes.y(), panel, first);
            all.put(Plotly.axis("x", panel).replace("x", "xaxis"), x);
            all.put(Plotly.axis("y", panel).replace("y", "yaxis"), y);
        }
        return all;
    }

    /** @param first the first axis of each letter and title */
    private static void match(
            Map<String, Object> described, String letter, Axis axis, int panel, Map<String, String> first) {
        String match = first.putIfAbsent(letter + axis.title(), Plotly.axis(letter, panel));
        if (match != null) described.put("matches", match);
    }

    private static Map<String, Object> axis(Axis axis, Extent extent) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("title", Map.of("text", Plotly.text(axis.title())));
        described.put("automargin", true);
        described.put("gridcolor", GRID);
        described.put("zeroline", false);
        if (axis.scale() == Axis.Scale.LOGARITHMIC) {
            described.put("type", "log");
        } else if (axis.isNamed()) {
            described.put("tickvals", places(axis));
            described.put(
                    "ticktext", axis.categories().stream().map(Plotly::text).toList());
        } else if (extent.whole() && extent.high() - extent.low() <= FEW) {
            described.put("dtick", 1);
        }
        return described;
    }

    private static List<Integer> places(Axis axis) {
        return IntStream.range(0, axis.categories().size()).boxed().toList();
    }
}
