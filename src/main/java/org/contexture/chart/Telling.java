package org.contexture.chart;

import org.contexture.chart.Chart.Panel;
import org.contexture.chart.Mark.Estimate;
import org.contexture.chart.Mark.Point;
import org.contexture.chart.Mark.Tile;

/** What is told of a point, an estimate or a field when somebody points at it. */
record Telling(Panel panel) {
    String point(String series, Point point) {
        return head(point.label(), series) + on(panel.x(), point.x(), "x") + ", " + on(panel.y(), point.y(), "y");
    }

    String estimate(String series, Estimate estimate) {
        String row = panel.y().isNamed() ? name(panel.y(), estimate.y()) + ", " : "";
        String interval = Double.isNaN(estimate.low()) || Double.isNaN(estimate.high())
                ? ""
                : " [" + Numerals.value(estimate.low()) + ", " + Numerals.value(estimate.high()) + "]";
        return head(estimate.label(), series) + row + on(panel.x(), estimate.value(), "x") + interval;
    }

    String tile(String measure, Tile tile) {
        return on(panel.y(), tile.row(), "row") + ", " + on(panel.x(), tile.column(), "column") + ": "
                + (measure + " " + Numerals.value(tile.value())).strip();
    }

    private static String head(String label, String series) {
        return label.isBlank() || label.equals(series) ? series + ": " : label + " (" + series + "): ";
    }

    private static String on(Axis axis, double value, String otherwise) {
        return (axis.title().isBlank() ? otherwise : axis.title()) + " " + name(axis, value);
    }

    /** What stands at a place of an axis, or the number. */
    static String name(Axis axis, double value) {
        long place = Math.round(value);
        return axis.isNamed() && place >= 0 && place < axis.categories().size()
                ? axis.categories().get((int) place)
                : Numerals.value(value);
    }
}
