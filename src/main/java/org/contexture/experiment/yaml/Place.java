package org.contexture.experiment.yaml;

import java.util.Comparator;

/** Where a piece of an experiment file stands; line and column count from 1, columns in code points. */
public record Place(String file, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> FILE_ORDER =
            Comparator.comparing(Place::file).thenComparing(Place::line).thenComparing(Place::column);

    @Override
    public int compareTo(Place other) {
        return FILE_ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
