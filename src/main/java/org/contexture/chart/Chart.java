package org.contexture.chart;

import java.util.List;
import java.util.stream.Stream;

/**
 * A chart as data, whatever draws it: one or several panels side by side. A series has one colour in all of them, and axes of one
 * title have one range, so that panels can be compared.
 *
 * @param title what is shown
 * @param description how to read it, in a sentence or two: what lines, bands and whiskers are. It stands below the chart, and a
 *     screen reader reads it in the chart's place
 * @param panels at least one
 */
public record Chart(String title, String description, List<Panel> panels) {
    /** @throws IllegalArgumentException without a panel or a title */
    public Chart {
        panels = List.copyOf(panels);
        if (panels.isEmpty() || title.isBlank()) {
            throw new IllegalArgumentException("a chart needs a title and a panel");
        }
    }

    /**
     * One system of axes.
     *
     * @param title what sets it apart from the other panels; empty for a lone one
     * @param marks what is drawn, from back to front; bands are behind all
     */
    public record Panel(String title, Axis x, Axis y, List<Mark> marks) {
        public Panel {
            marks = List.copyOf(marks);
        }
    }

    /** The names of all series, in order of first appearance; their places choose their colours. */
    public List<String> series() {
        return marks().flatMap(mark -> mark.series().stream()).distinct().toList();
    }

    /** Whether colours need words: those of several series, and those of whiskers, which say what was found. */
    boolean hasLegend() {
        return series().size() > 1 || marks().anyMatch(Mark.Whiskers.class::isInstance);
    }

    /** All marks of all panels. */
    Stream<Mark> marks() {
        return panels.stream().flatMap(panel -> panel.marks().stream());
    }
}
