package org.contexture.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.BarTrace;

class JsplotScriptTest {
    @Test
    void backslashesAndLineEndsInTitlesDoNotBreakTheScript() {
        assertEquals("title: 'a \\\\alpha\\n b\\\\',\nx", JsplotScript.withEscapes("title: 'a \\alpha\n b\\',\nx"));
    }

    @Test
    void dataThatJsplotEscapesItselfStayAsTheyAre() {
        String data = "[\"it's\",\"a \\\"quote\\\" \\\\\"], '\\'";
        assertEquals("[\"it's\",\"a \\\"quote\\\" \\\\\"], '\\\\'", JsplotScript.withEscapes(data));
    }

    @Test
    void aFigureCannotEndTheElementItStandsIn() {
        String evil = "</script><script>alert(1)</SCRIPT >";
        Figure figure = new Figure(
                Layout.builder().title(evil).build(),
                BarTrace.builder(new Object[] {evil, "b"}, new double[] {1, 2}).build());
        String html = NotebookHtml.of(figure);
        assertEquals(1, html.split("(?i)</script", -1).length - 1, html);
        assertTrue(html.endsWith("</script>"));
        assertFalse(html.contains("$CODE") || html.contains("$ID") || html.contains("$TARGET"));
    }
}
