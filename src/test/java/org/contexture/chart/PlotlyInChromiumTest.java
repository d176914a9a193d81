package org.contexture.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.contexture.Programs;
import org.contexture.notebook.NotebookHtml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.BoxPlot;
import tech.tablesaw.plotly.api.Heatmap;
import tech.tablesaw.plotly.api.Histogram;
import tech.tablesaw.plotly.api.LinePlot;
import tech.tablesaw.plotly.api.ScatterPlot;
import tech.tablesaw.plotly.api.VerticalBarPlot;
import tech.tablesaw.plotly.components.Figure;

/** What a browser makes of figures, in a page that has a loader of modules, as notebooks' pages have. */
class PlotlyInChromiumTest {
    private static final String JSON =
            "{\"data\":[{\"type\":\"scatter\",\"x\":[1,2],\"y\":[3,4]}],\"layout\":{\"title\":{\"text\":\"Plain JSON\"},"
                    + "\"xaxis\":{\"title\":{\"text\":\"x of JSON\"}}}}";
    private static final Table TABLE = Table.create(
            "t",
            StringColumn.create("cell", "gru", "lstm", "gru"),
            StringColumn.create("context", "last", "mean", "mean"),
            DoubleColumn.create("loss", 1.5, 2, 3),
            DoubleColumn.create("seconds", 1, 2, 3));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyKindOfChartIsDrawnWithItsTitles() throws IOException {
        List<Figure> figures = List.of(
                ScatterPlot.create("A \\scatter's </script>", TABLE, "seconds", "loss"),
                LinePlot.create("A line", TABLE, "seconds", "loss"),
                VerticalBarPlot.create("A bar", TABLE, "cell", "loss"),
                Heatmap.create("A heat map", TABLE, "cell", "context"),
                Histogram.create("A histogram", TABLE, "loss"),
                BoxPlot.create("A box", TABLE, "cell", "loss"),
                LinePlot.create("A line", TABLE, "seconds", "loss"));
        StringBuilder page = new StringBuilder(new PlotlyLibrary().html());
        figures.forEach(figure -> page.append(NotebookHtml.of(figure)));
        Chart chart = ChartGallery.forest();
        String drawn = shown(page + PlotlyPage.json(JSON) + PlotlyPage.of(chart));
        assertEquals(1, count(drawn, "class=\"gtitle\"[^>]*>" + Pattern.quote(chart.title())), chart.title());
        for (String title : List.of(
                "A \\scatter's &lt;/script&gt;",
                "A bar",
                "A heat map",
                "A histogram",
                "A box",
                "Plain JSON",
                "x of JSON")) {
            assertEquals(1, count(drawn, ">" + Pattern.quote(title) + "</text>"), title);
        }
        assertEquals(2, count(drawn, ">A line</text>"), "one figure twice is drawn twice");
        assertEquals(3, count(drawn, "class=\"ytitle\"[^>]*>loss</text>"));
        assertEquals(9, count(drawn, "class=\"js-plotly-plot\""));
    }

    @Test
    void withoutPlotlyAFigureSaysWhatToDoAndIsDrawnOnceItIsThere() throws IOException {
        String lonely = shown(PlotlyPage.json(JSON));
        assertTrue(lonely.contains("Plotly is not in this page, so this chart cannot be drawn yet."), lonely);
        assertTrue(shown(PlotlyPage.of(ChartGallery.forest())).contains("<svg"), "a chart is a picture until then");
        String late = shown(PlotlyPage.json(JSON) + new PlotlyLibrary().html());
        assertTrue(late.contains(">Plain JSON</text>"));
        assertFalse(late.contains("Plotly is not in this page, so this chart cannot be drawn yet.</div>"));
    }

    private String shown(String body) throws IOException {
        String loader = "<script>window.define = function () { console.error('taken for a module'); };"
                + "define.amd = {};</script>";
        Path page = Files.writeString(
                folder.resolve("page.html"),
                "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>" + loader + body + "</body></html>");
        Programs.Ended chromium = Programs.chromium(folder, page, "--dump-dom");
        assertFalse(chromium.errors().contains("CONSOLE"), chromium.errors());
        return chromium.output();
    }

    private static int count(String text, String pattern) {
        return (int) Pattern.compile(pattern).matcher(text).results().count();
    }
}
