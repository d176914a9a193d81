package org.contexture.notebook;

import org.jspecify.annotations.Nullable;

/** Which figures of a notebook need Plotly sent before them: the first one, and that very figure whenever it is shown again. */
final class PlotlyOnce {
    private @Nullable String first;

    /** Whether this figure, given as HTML, is such a one. */
    synchronized boolean precedes(String figure) {
        if (first == null) {
            first = figure;
        }
        // The first figure's cell may be run again, and then its output replaces the one that held Plotly.
        return figure.equals(first);
    }
}
