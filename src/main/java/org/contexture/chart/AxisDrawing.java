package org.contexture.chart;

import java.util.List;

/** Draws the axes of a panel: light lines behind the marks, labels and titles outside. */
record AxisDrawing(Pen pen, Frame frame) {
    static final double LABELS = 18;
    private static final double SLANTED = 110;
    /** Of a text at 45°. */
    private static final double SLOPE = Math.sqrt(0.5);

    /** How much room labels and title take below the field. */
    static double below(Frame frame) {
        return labelsBelow(frame) + frame.titleX().size() * Grid.LINE;
    }

    private static double labelsBelow(Frame frame) {
        if (!frame.slants()) {
            return LABELS;
        }
        double longest = frame.ticksX().stream().mapToDouble(Tick::width).max().orElse(0);
        return Math.min(SLANTED, longest) * SLOPE + 14;
    }

    /** The lines of numbers' ticks and the lines where names stand. */
    void grid() {
        pen.out().open("g", "class", "grid");
        for (Tick tick : frame.ticksX()) {
            double x = frame.across(tick.at());
            pen.rule(x, frame.top(), x, frame.bottom(), 0.13);
        }
        for (Tick tick : frame.ticksY()) {
            double y = frame.down(tick.at());
            pen.rule(frame.left(), y, frame.right(), y, 0.13);
        }
        pen.out().close();
    }

    void x() {
        pen.out().open("g", "class", "axis x");
        pen.rule(frame.left(), frame.bottom(), frame.right(), frame.bottom(), 0.55);
        boolean slants = frame.slants();
        int every = slants ? (int) Math.ceil(12 / frame.pitch()) : 1;
        List<Tick> ticks = frame.ticksX();
        for (int i = 0; i < ticks.size(); i += every) {
            labelX(ticks.get(i), slants);
        }
        titleX();
        pen.out().close();
    }

    private void labelX(Tick tick, boolean slants) {
        double x = frame.across(tick.at());
        if (!slants) {
            pen.text(tick.label(), x, frame.bottom() + 15, Lettering.SMALL, "middle");
            return;
        }
        pen.out().open("g", "transform", at(x + 4, frame.bottom() + 12) + " rotate(-45)");
        pen.fitted(tick.label(), 0, 0, Lettering.SMALL, "end", SLANTED);
        pen.out().close();
    }

    private void titleX() {
        double y = frame.bottom() + labelsBelow(frame) + 12;
        double middle = frame.left() + frame.width() / 2;
        title(frame.titleX(), frame.panel().x().title(), middle, y);
    }

    private void title(List<String> lines, String whole, double x, double y) {
        if (lines.isEmpty()) {
            return;
        }
        pen.out().open("g", "class", "axis-title").text("title", whole);
        for (int i = 0; i < lines.size(); i++) {
            pen.text(lines.get(i), x, y + i * Grid.LINE, Lettering.NORMAL, "middle");
        }
        pen.out().close();
    }

    /** Nothing where the first panel of the row speaks for all. */
    void y() {
        if (frame.labelRoom() == 0) {
            return;
        }
        pen.out().open("g", "class", "axis y");
        frame.ticksY().forEach(this::labelY);
        titleY();
        pen.out().close();
    }

    private void labelY(Tick tick) {
        List<String> lines = frame.labelY(tick);
        double y = frame.down(tick.at()) + 4 - (lines.size() - 1) * Lettering.SMALL / 2;
        boolean isCut = lines.stream().anyMatch(line -> line.endsWith("…"));
        pen.out().open("g");
        if (isCut) {
            pen.out().text("title", tick.label());
        }
        for (int i = 0; i < lines.size(); i++) {
            pen.text(lines.get(i), frame.left() - 7, y + i * (Lettering.SMALL + 1), Lettering.SMALL, "end");
        }
        pen.out().close();
    }

    private void titleY() {
        List<String> lines = frame.titleY();
        double x = frame.left() - frame.labelRoom() - lines.size() * Grid.LINE + 11;
        double middle = frame.top() + frame.height() / 2;
        pen.out().open("g", "transform", at(x, middle) + " rotate(-90)");
        title(lines, frame.panel().y().title(), 0, 0);
        pen.out().close();
    }

    private static String at(double x, double y) {
        return "translate(" + Numerals.coordinate(x) + " " + Numerals.coordinate(y) + ")";
    }
}
