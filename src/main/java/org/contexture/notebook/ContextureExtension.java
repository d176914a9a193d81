package org.contexture.notebook;

import java.util.function.Function;
import org.contexture.chart.PlotlyLibrary;
import org.contexture.results.HtmlTable;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;

/** Shows tables and figures in the cells of any kernel that loads JJava's extensions: ours, and JJava itself. */
public final class ContextureExtension implements Extension {
    private PlotlyOnce plotly = new PlotlyOnce();

    @Override
    public void install(BaseKernel kernel) {
        plotly = new PlotlyOnce();
        Renderer renderer = kernel.getRenderer();
        show(renderer, Table.class, table -> HtmlTable.of(table).html(), HtmlTable::text);
        show(renderer, Figure.class, figure -> plotly.before(NotebookHtml.of(figure)), figure -> "a figure");
        show(renderer, PlotlyLibrary.class, PlotlyLibrary::html, PlotlyLibrary::toString);
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
