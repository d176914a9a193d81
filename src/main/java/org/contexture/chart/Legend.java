package org.contexture.chart;

import java.util.ArrayList;
import java.util.List;

/** Names beside their colours, dashes and shapes, in as many lines as they need. */
record Legend(Chart chart, double width) {
    private static final double LINE = 19;
    private static final double SAMPLE = 26;
    private static final double GAP = 18;
    private static final double LONGEST = 230;

    private record Entry(String name, double x, int line) {}

    /** Nothing for a lone series that says nothing; in columns where a line is not enough. */
    private List<Entry> entries() {
        List<String> series = chart.series();
        double all = series.stream().mapToDouble(Legend::needed).sum();
        double widest = series.stream().mapToDouble(Legend::needed).max().orElse(0);
        int columns = Math.max(1, (int) (width / widest));
        List<Entry> entries = new ArrayList<>();
        double x = 0;
        for (int i = 0; i < series.size() && chart.hasLegend(); i++) {
            entries.add(
                    all <= width
                            ? new Entry(series.get(i), x, 0)
                            : new Entry(series.get(i), i % columns * widest, i / columns));
            x += needed(series.get(i));
        }
        return entries;
    }

    private static double needed(String name) {
        return SAMPLE + Math.min(LONGEST, Lettering.width(name, Lettering.NORMAL)) + GAP;
    }

    double height() {
        List<Entry> entries = entries();
        return entries.isEmpty() ? 0 : (entries.get(entries.size() - 1).line() + 1) * LINE + 4;
    }

    void draw(Pen pen, double left, double top) {
        List<Entry> entries = entries();
        if (entries.isEmpty()) {
            return;
        }
        pen.out().open("g", "class", "legend");
        for (Entry entry : entries) {
            double y = top + entry.line() * LINE + 13;
            sample(pen, entry.name(), left + entry.x(), y - 4);
            pen.fitted(entry.name(), left + entry.x() + SAMPLE, y, Lettering.NORMAL, "start", LONGEST);
        }
        pen.out().close();
    }

    /** As the series is drawn: a line, dots or whiskers, or several of them. */
    private void sample(Pen pen, String name, double x, double y) {
        String colour = pen.colour(name);
        if (has(name, Mark.Line.class) || has(name, Mark.Band.class) || has(name, Mark.Whiskers.class)) {
            String dash = has(name, Mark.Line.class) ? pen.dash(name) : "";
            pen.stroke(Path.line(x, y, x + 20, y), colour, 2.2, 1, dash);
        }
        if (has(name, Mark.Dots.class) || has(name, Mark.Whiskers.class)) {
            pen.out().leaf("path", "d", pen.shape(name).path(x + 10, y, 4), "fill", colour);
        }
    }

    private boolean has(String name, Class<? extends Mark> kind) {
        return chart.marks()
                .anyMatch(mark -> kind.isInstance(mark)
                        && mark.series().filter(name::equals).isPresent());
    }
}
