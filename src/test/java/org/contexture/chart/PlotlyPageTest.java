package org.contexture.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PlotlyPageTest {
    @Test
    void plotlyIsTheFileThatItsReadmeSays() throws NoSuchAlgorithmException {
        byte[] library = PlotlyPage.resource("plotly-cartesian.min.js").getBytes(StandardCharsets.UTF_8);
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(library));
        assertTrue(PlotlyPage.resource("README.md").contains("`" + sum + "`"), sum);
    }

    @Test
    void theSameFigureIsTheSameHtml() {
        String one = PlotlyPage.json("{\"data\":[]}");
        assertEquals(one, PlotlyPage.json("{\"data\":[]}"));
        assertNotEquals(one, PlotlyPage.json("{\"data\":[{}]}"));
    }

    @Test
    void textInAFigureCannotEndItsScript() {
        String html = PlotlyPage.json("{\"data\":[],\"layout\":{\"title\":\"$1 </ScRipt><!-- \\\\ $ID\"}}");
        assertEquals(1, html.split("(?i)</script", -1).length - 1, html);
        assertTrue(html.contains("$1 <\\/ScRipt><\\!-- \\\\ $ID"), "what looks like a placeholder stays");
        assertFalse(html.contains("<!--"));
    }

    @Test
    void plotlyIsHiddenFromLoadersOfModules() {
        String html = new PlotlyLibrary().html();
        assertTrue(html.startsWith("<script>(function(define,module,exports,require){"));
        assertTrue(html.endsWith("\n}).call(window);</script>"));
    }
}
