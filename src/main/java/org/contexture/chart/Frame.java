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
    /** What a name of two lines needs, in pixels. */
    static final double TWO_LINES = 34;

    private static final double CLOSEST_ACROSS = 28;
    private static final double CLOSEST_DOWN = 34;
    private static final int MOST = 11;
    private static final double BETWEEN_LABELS = 12;

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

    /** As many as have room beside one another. */
    List<Tick> ticksX() {
        int most = ticks(width, CLOSEST_ACROSS);
        List<Tick> ticks = Tick.of(panel.x(), x, most);
        while (most > 2 && !panel.x().isNamed() && !hasRoom(ticks)) {
            ticks = Tick.of(panel.x(), x, --most);
        }
        return ticks;
    }

    private boolean hasRoom(List<Tick> ticks) {
        for (int i = 1; i < ticks.size(); i++) {
            double labels = ticks.get(i - 1).width() / 2 + ticks.get(i).width() / 2;
            if (across(ticks.get(i).at()) - across(ticks.get(i - 1).at()) < labels + BETWEEN_LABELS) {
                return false;
            }
        }
        return true;
    }

    List<Tick> ticksY() {
        return ticksY(panel, y, height);
    }

    static List<Tick> ticksY(Panel panel, Extent y, double height) {
        return Tick.of(panel.y(), y, ticks(height, CLOSEST_DOWN));
    }

    private static int ticks(double length, double each) {
        return Math.max(2, Math.min(MOST, (int) (length / each)));
    }

    /** How far one name stands from the next on the x axis. */
    double pitch() {
        return width / Math.max(1, panel.x().categories().size());
    }

    /** Whether the names of the x axis would run into one another. */
    boolean slants() {
        return panel.x().isNamed() && ticksX().stream().anyMatch(tick -> tick.width() > pitch() - 6);
    }

    /** A label of the y axis, as many lines of it as have room. */
    List<String> labelY(Tick tick) {
        double each = height / Math.max(1, panel.y().categories().size());
        int lines = panel.y().isNamed() && each >= TWO_LINES ? 2 : 1;
        return Lettering.wrapped(tick.label(), Lettering.SMALL, labelRoom - 7, lines);
    }

    List<String> titleX() {
        return Lettering.wrapped(panel.x().title(), Lettering.NORMAL, width + 10, 2);
    }

    List<String> titleY() {
        return Lettering.wrapped(panel.y().title(), Lettering.NORMAL, height + 10, 2);
    }
}
