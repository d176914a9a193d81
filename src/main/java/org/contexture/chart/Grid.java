package org.contexture.chart;

import java.util.List;
import java.util.stream.IntStream;
import org.contexture.chart.Chart.Panel;

/**
 * How the panels of a chart stand side by side: up to three in a row, as the width allows, all fields of equal size.
 *
 * @param width of the drawing, in pixels
 */
record Grid(Chart chart, double width) {
    static final double EDGE = 12;

    private static final double GAP = 22;
    private static final double NARROWEST = 220;
    private static final double WIDEST_TILE = 110;
    private static final double LOWEST = 90;
    static final double LINE = 15;

    int columns() {
        int panels = chart.panels().size();
        int wanted = panels == 4 ? 2 : Math.min(panels, 3);
        return Math.max(1, Math.min(wanted, (int) (width / NARROWEST)));
    }

    int rows() {
        return (chart.panels().size() + columns() - 1) / columns();
    }

    List<Panel> row(int row) {
        List<Panel> panels = chart.panels();
        return panels.subList(row * columns(), Math.min(panels.size(), (row + 1) * columns()));
    }

    /** The panels of a row from this height downwards. */
    List<Frame> frames(int row, double top) {
        List<Panel> panels = row(row);
        double height = panels.stream().mapToDouble(this::height).max().orElseThrow();
        return IntStream.range(0, panels.size())
                .mapToObj(column -> frame(panels.get(column), column, top, height))
                .toList();
    }

    private Frame frame(Panel panel, int column, double top, double height) {
        Extents extents = new Extents(chart);
        double left = EDGE + column * (fieldWidth() + GAP);
        for (int before = 0; before <= column; before++) {
            left += gutter(before);
        }
        boolean labelled = column == 0 || !isShared();
        double field =
                isMap(panel) ? Math.min(fieldWidth(), panel.x().categories().size() * WIDEST_TILE) : fieldWidth();
        return new Frame(
                panel, left, top, field, height, labelled ? labels(panel) : 0, extents.x(panel), extents.y(panel));
    }

    private double fieldWidth() {
        double gutters = IntStream.range(0, columns()).mapToDouble(this::gutter).sum();
        return (width - 2 * EDGE - gutters - (columns() - 1) * GAP) / columns();
    }

    /** What stands to the left of the fields of a column. */
    private double gutter(int column) {
        if (column > 0 && isShared()) {
            return 0;
        }
        return IntStream.range(0, rows())
                .filter(row -> column < row(row).size())
                .mapToObj(row -> row(row).get(column))
                .mapToDouble(panel -> labels(panel) + titles(panel))
                .max()
                .orElse(0);
    }

    private boolean isShared() {
        return IntStream.range(0, rows()).mapToObj(this::row).allMatch(Extents::shareY);
    }

    private double labels(Panel panel) {
        double most = mostLabels();
        return Frame.ticksY(panel, new Extents(chart).y(panel), height(panel)).stream()
                        .mapToDouble(Tick::width)
                        .map(needed -> Math.min(most, needed))
                        .max()
                        .orElse(0)
                + 8;
    }

    private double mostLabels() {
        return isShared() && columns() > 1 ? width * 0.25 : width * 0.38 / columns();
    }

    private double titles(Panel panel) {
        return Lettering.wrapped(panel.y().title(), Lettering.NORMAL, height(panel) + 10, 2)
                        .size()
                * LINE;
    }

    private double height(Panel panel) {
        if (panel.y().isNamed()) {
            double all = panel.y().categories().size() * (isMap(panel) ? field(panel) : line(panel));
            return isMap(panel) ? all : Math.max(LOWEST, all);
        }
        return switch (columns()) {
            case 1 -> Math.min(320, width * 0.55);
            case 2 -> 230;
            default -> 180;
        };
    }

    private static double field(Panel panel) {
        int names = panel.y().categories().size();
        return names > 25 ? 16 : names > 12 ? 22 : 34;
    }

    /** Of a name that is not a heat map's; with room for two lines of text where one is not enough. */
    private double line(Panel panel) {
        List<String> names = panel.y().categories();
        boolean wraps = names.stream().anyMatch(name -> Lettering.width(name, Lettering.SMALL) > mostLabels());
        return names.size() > 25 ? 16 : wraps ? Frame.TWO_LINES : 24;
    }

    private static boolean isMap(Panel panel) {
        return panel.x().isNamed()
                && panel.y().isNamed()
                && panel.marks().stream().anyMatch(Mark.HeatMap.class::isInstance);
    }
}
