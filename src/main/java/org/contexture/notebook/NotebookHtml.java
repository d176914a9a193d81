package org.contexture.notebook;

import org.contexture.chart.Chart;
import org.contexture.chart.PlotlyLibrary;
import org.contexture.chart.PlotlyPage;
import org.contexture.results.HtmlTable;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;

/** Tables and figures as HTML, for kernels that do not load {@link ContextureExtension}: {@code display(html, "text/html")}. */
public final class NotebookHtml {
    private NotebookHtml() {}

    /** A table, see {@link HtmlTable}. */
    public static String of(Table table) {
        return HtmlTable.of(table).html();
    }

    /** A figure, for a page that has {@link #of(PlotlyLibrary) Plotly} already or will have. */
    public static String of(Figure figure) {
        return PlotlyPage.code(JsplotScript.of(figure));
    }

    /** A chart, likewise; until then it is a picture. */
    public static String of(Chart chart) {
        return PlotlyPage.of(chart);
    }

    /** Plotly itself, once for each page. */
    public static String of(PlotlyLibrary library) {
        return library.html();
    }
}
