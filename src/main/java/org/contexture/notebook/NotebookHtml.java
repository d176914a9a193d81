package org.contexture.notebook;

import java.util.List;
import java.util.stream.Collectors;
import org.contexture.chart.Chart;
import org.contexture.chart.Markup;
import org.contexture.chart.PlotlyLibrary;
import org.contexture.chart.PlotlyPage;
import org.contexture.results.Comparison;
import org.contexture.results.EffectsTable;
import org.contexture.results.HtmlTable;
import org.contexture.results.PaperTable;
import org.contexture.statistics.Effects;
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

    /** Configurations compared, with what is to be said before and after. */
    public static String of(Comparison comparison) {
        return paragraphs(comparison.sentences())
                + comparison.table().text(PaperTable.Format.HTML, 0)
                + paragraphs(comparison.notes());
    }

    /** What settings do, and how they interact. */
    public static String of(EffectsTable effects) {
        String interactions =
                effects.interactions().rows() == 0 ? "" : effects.interactions().text(PaperTable.Format.HTML, 0);
        return effects.effects().text(PaperTable.Format.HTML, 0) + interactions + paragraphs(List.of(Effects.NOTE));
    }

    private static String paragraphs(List<String> sentences) {
        return sentences.stream()
                .map(sentence -> "<p>" + Markup.escaped(sentence) + "</p>\n")
                .collect(Collectors.joining());
    }

    /** Plotly itself, once for each page. */
    public static String of(PlotlyLibrary library) {
        return library.html();
    }
}
