package org.contexture.notebook;

import org.contexture.chart.PlotlyLibrary;
import org.jspecify.annotations.Nullable;

/** Sends Plotly with the first figure of a notebook, and again whenever that very figure is shown again. */
final class PlotlyOnce {
    private @Nullable String carrier;

    /** A figure's HTML, with Plotly before it where it has to be. */
    synchronized String before(String figure) {
        if (carrier == null) {
            carrier = figure;
        }
        // The first figure's cell may be run again, and then its output replaces the one that held Plotly.
        return figure.equals(carrier) ? new PlotlyLibrary().html() + "\n" + figure : figure;
    }
}
