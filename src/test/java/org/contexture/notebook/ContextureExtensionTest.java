package org.contexture.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.ServiceLoader;
import org.contexture.chart.PlotlyLibrary;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a cell shows. */
class ContextureExtensionTest {
    private final JavaKernel kernel = new JavaKernel();

    @BeforeEach
    void start() {
        kernel.onStartup();
    }

    @AfterEach
    void end() {
        kernel.onShutdown(false);
    }

    private DisplayData shown(String cell) {
        return Objects.requireNonNull(kernel.eval(cell), "the cell has no value");
    }

    @Test
    void serviceLoaderFindsItAsInJJava() {
        assertTrue(ServiceLoader.load(Extension.class).stream()
                .anyMatch(provider -> provider.type() == ContextureExtension.class));
    }

    @Test
    void aTableIsHtmlAndText() {
        DisplayData shown =
                shown("tech.tablesaw.api.Table.create(\"t\", tech.tablesaw.api.StringColumn.create(\"a\", \"<b>\"))");
        assertTrue(String.valueOf(shown.getData(MIMEType.TEXT_HTML)).contains("<td>&lt;b&gt;</td>"));
        assertEquals("t, 1 row × 1 column\na\n───\n<b>\n", shown.getData(MIMEType.TEXT_PLAIN));
    }

    @Test
    void otherValuesAreText() {
        DisplayData shown = shown("List.of(1, 2)");
        assertEquals("[1, 2]", shown.getData(MIMEType.TEXT_PLAIN));
        assertFalse(shown.hasDataForType(MIMEType.TEXT_HTML));
    }

    @Test
    void aFigureDoesNotBringPlotlyItself() {
        DisplayData shown = shown(
                """
                import tech.tablesaw.plotly.components.Figure;
                import tech.tablesaw.plotly.traces.ScatterTrace;
                new Figure(ScatterTrace.builder(new double[] {1}, new double[] {2}).build())""");
        String html = String.valueOf(shown.getData(MIMEType.TEXT_HTML));
        assertTrue(html.startsWith("<div data-figure=") && html.length() < 10_000, html);
        assertTrue(
                String.valueOf(kernel.getRenderer().render(new PlotlyLibrary()).getData(MIMEType.TEXT_HTML))
                        .contains("plotly.js"));
    }

    @Test
    void plotlyPrecedesTheFirstFigureWheneverThatIsShown() {
        PlotlyOnce plotly = new PlotlyOnce();
        assertTrue(plotly.precedes("one"));
        assertFalse(plotly.precedes("two"));
        assertTrue(plotly.precedes("one"));
    }

    @Test
    void aCellCanRunCodeItself() {
        assertEquals("3", String.valueOf(shown("eval(\"1 + 2\")").getData(MIMEType.TEXT_PLAIN)));
    }
}
