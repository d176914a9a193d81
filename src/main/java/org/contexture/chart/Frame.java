package org.contexture.chart;

import java.util.List;
import org.contexture.chart.Chart.Panel;

/**
 * Where a panel stands in a drawing, in pixels: left, top, width and height of the field inside its axes.
 *
 * @param labelRoom what the labels of the y axis may take to the left; 0 without labels
 * @param x what the x axis shows
 * @param y what the y axis shows
 */
record Frame(Panel panel, double left, double top, double width, double height, double labelRoom, Extent x, Extent y) {
    private static final double LETTERS_ACROSS = 58;
    private static final double LETTERS_DOWN = 34;

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    /** Where a value of the x axis stands. */
    double across(double value) {
        return left + width * x.share(value);
    }

    /** Where a value of the y axis stands: numbers grow upwards, names follow one another downwards. */
    double down(double value) {
        return panel.y().isNamed() ? top + height * y.share(value) : bottom() - height * y.share(value);
    }

    boolean shows(double x, double y) {
        return Extents.shows(panel, x, y);
    }

    List<Tick> ticksX() {
        return Tick.of(panel.x(), x, ticks(width, LETTERS_ACROSS));
    }

    List<Tick> ticksY() {
        return ticksY(panel, y, height);
    }

    static List<Tick> ticksY(Panel panel, Extent y, double height) {
        return Tick.of(panel.y(), y, ticks(height, LETTERS_DOWN));
    }

    private static int ticks(double length, double each) {
        return Math.max(2, (int) (length / each));
    }

    /** How far one name stands from the next on the x axis. */
    double pitch() {
        return width / Math.max(1, panel.x().categories().size());
    }

    /** Whether the names of the x axis would run into one another. */
    boolean slants() {
        return panel.x().isNamed() && ticksX().stream().anyMatch(tick -> tick.isLonger(Lettering.SMALL, pitch() - 6));
    }

    List<String> titleX() {
        return Lettering.wrapped(panel.x().title(), Lettering.NORMAL, width + 10, 2);
    }

    List<String> titleY() {
        return Lettering.wrapped(panel.y().title(), Lettering.NORMAL, height + 10, 2);
    }
}
