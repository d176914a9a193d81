package org.contexture.chart;

import java.util.List;

/**
 * Colours of series that people who see colours otherwise can tell apart too (Okabe and Ito, 2008), dark enough for white paper and
 * light enough for a dark screen; after eight they come again, with another dash.
 */
final class Palette {
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#a6761d", "#7f7f7f");

    private Palette() {}

    /** The colour of the series at this place, as #rrggbb. */
    static String colour(int series) {
        return COLOURS.get(series % COLOURS.size());
    }

    /** How often the colours have come round: series of one colour differ in dashes and dots. */
    static int round(int series) {
        return series / COLOURS.size();
    }
}
