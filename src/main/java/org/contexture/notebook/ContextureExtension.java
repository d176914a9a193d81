package org.contexture.notebook;

import java.util.function.Function;
import org.contexture.chart.Chart;
import org.contexture.chart.PlotlyLibrary;
import org.contexture.chart.PlotlyPage;
import org.contexture.figure.DecodedSentences;
import org.contexture.results.Comparison;
import org.contexture.results.EffectsTable;
import org.contexture.results.HtmlTable;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;

/** Shows tables, charts and figures in the cells of any kernel that loads JJava's extensions: ours, and JJava itself. */
public final class ContextureExtension implements Extension {
    @Override
    public void install(BaseKernel kernel) {
        Renderer renderer = kernel.getRenderer();
        PlotlyOnce plotly = new PlotlyOnce();
        show(renderer, Table.class, table -> HtmlTable.of(table).html(), HtmlTable::text);
        show(renderer, PlotlyLibrary.class, PlotlyLibrary::html, PlotlyLibrary::toString);
        show(renderer, Figure.class, figure -> drawn(kernel, plotly, NotebookHtml.of(figure)), figure -> "a figure");
        show(renderer, DecodedSentences.class, DecodedSentences::html, DecodedSentences::toString);
        show(renderer, Comparison.class, NotebookHtml::of, NotebookText::of);
        show(renderer, EffectsTable.class, NotebookHtml::of, NotebookText::of);
        show(renderer, Chart.class, chart -> drawn(kernel, plotly, PlotlyPage.of(chart)), Chart::title);
    }

    /** Plotly is an output of its own, so that a figure that is redrawn in its place does not take it along. */
    private static String drawn(BaseKernel kernel, PlotlyOnce plotly, String figure) {
        if (plotly.precedes(figure)) {
            kernel.display(kernel.getRenderer().render(new PlotlyLibrary()));
        }
        return figure;
    }

    private static <T> void show(Renderer renderer, Class<T> type, Function<T, String> html, Function<T, String> text) {
        renderer.createRegistration(type)
                .preferring(MIMEType.TEXT_HTML)
                .supporting(MIMEType.TEXT_PLAIN)
                .register((value, context) -> {
                    context.renderIfRequested(MIMEType.TEXT_HTML, () -> html.apply(value));
                    context.renderIfRequested(MIMEType.TEXT_PLAIN, () -> text.apply(value));
                });
    }
}
