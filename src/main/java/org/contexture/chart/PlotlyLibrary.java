package org.contexture.chart;

/**
 * Plotly itself, for a page that needs no network. A notebook that shows one has it from then on, and charts that waited for
 * it draw themselves.
 */
public record PlotlyLibrary() {
    /** As an element of HTML, 1.4 MB. It is the same each time, and a page may have it twice. */
    public String html() {
        // Notebook pages load require.js, which would take Plotly for a module and keep it to itself: hence the names
        // that
        // are undefined inside.
        return "<script>(function(define,module,exports,require){"
                + PlotlyPage.inScript(PlotlyPage.resource("plotly-cartesian.min.js"))
                + "\n}).call(window);</script>";
    }

    @Override
    public String toString() {
        return "Plotly 2.35.3";
    }
}
