package org.contexture.notebook;

import org.contexture.chart.PlotlyPage;
import tech.tablesaw.plotly.components.Figure;

/** What jsplot writes for a figure, made safe: it escapes the texts of titles for HTML, but not for the JavaScript they stand in. */
final class JsplotScript {
    private JsplotScript() {}

    /** Statements that draw into the element {@link PlotlyPage#TARGET}. */
    static String of(Figure figure) {
        String page = figure.asJavascript(PlotlyPage.TARGET);
        String script = page.substring(page.indexOf('>') + 1, page.lastIndexOf("</script>"));
        return withEscapes(script);
    }

    /**
     * Doubles backslashes and escapes line ends in texts between single quotes, which are titles and names. Between double
     * quotes, where data are, jsplot escapes them itself.
     */
    static String withEscapes(String script) {
        StringBuilder safe = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < script.length(); i++) {
            char c = script.charAt(i);
            if (quote == 0 || c == quote) {
                quote = quote != 0 ? 0 : c == '\'' || c == '"' ? c : 0;
                safe.append(c);
            } else if (quote == '"' && c == '\\') {
                safe.append(c).append(script.charAt(++i));
            } else {
                safe.append(quote == '\'' ? escaped(c) : String.valueOf(c));
            }
        }
        return safe.toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "";
            default -> String.valueOf(c);
        };
    }
}
