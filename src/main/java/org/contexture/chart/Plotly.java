package org.contexture.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A chart as the JSON that Plotly draws: {@code {"data": [traces], "layout": {…}, "config": {…}}}. Plain text only: names lose
 * what Plotly would take for markup.
 */
public final class Plotly {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Plotly() {}

    /** Safe inside a {@code <script>}: nothing in it ends one. */
    public static String json(Chart chart) {
        List<Map<String, Object>> traces = new ArrayList<>();
        PlotlyTraces factory = new PlotlyTraces(chart);
        for (int panel = 0; panel < chart.panels().size(); panel++) {
            traces.addAll(factory.of(panel));
        }
        Map<String, Object> page = Map.of(
                "data", traces,
                "layout", new PlotlyLayout(chart).layout(),
                "config", Map.of("responsive", true, "displaylogo", false));
        try {
            return JSON.writeValueAsString(page).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of numbers and text are JSON", e);
        }
    }

    /** Text in which Plotly sees no tag and no entity. */
    static String text(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The axis of a panel as traces name it: x, x2, x3, … */
    static String axis(String letter, int panel) {
        return panel == 0 ? letter : letter + (panel + 1);
    }
}
