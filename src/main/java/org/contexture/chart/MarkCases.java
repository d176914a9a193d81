package org.contexture.chart;

/** Something known of each kind of mark: Java 17 has no switch over a sealed interface. */
interface MarkCases<R> {
    R line(Mark.Line line);

    R band(Mark.Band band);

    R dots(Mark.Dots dots);

    R whiskers(Mark.Whiskers whiskers);

    R heatMap(Mark.HeatMap map);

    R reference(Mark.Reference reference);

    default R of(Mark mark) {
        if (mark instanceof Mark.Line line) {
            return line(line);
        } else if (mark instanceof Mark.Band band) {
            return band(band);
        } else if (mark instanceof Mark.Dots dots) {
            return dots(dots);
        } else if (mark instanceof Mark.Whiskers whiskers) {
            return whiskers(whiskers);
        } else if (mark instanceof Mark.HeatMap map) {
            return heatMap(map);
        } else if (mark instanceof Mark.Reference reference) {
            return reference(reference);
        }
        throw new IllegalArgumentException("a new kind of mark: " + mark);
    }
}
