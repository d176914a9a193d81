package org.contexture.experiment.yaml;

import java.util.Comparator;

/**
 * Where a piece of an experiment file stands; line and column count from 1, columns in code points. An option of the command
 * line has its text in place of a file, and no line.
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> FILE_ORDER =
            Comparator.comparing(Place::file).thenComparing(Place::line).thenComparing(Place::column);

    /** An option such as {@code --set model.hidden=64}. */
    public static Place ofOption(String text) {
        return new Place(text, 0, 0);
    }

    /** Whether this is an option of the command line. */
    public boolean isOption() {
        return line == 0;
    }

    /** Where this is, as a message about another place names it. */
    public String from(Place other) {
        return isOption() ? file : other.file().equals(file) ? "line " + line : file + ":" + line;
    }

    @Override
    public int compareTo(Place other) {
        return FILE_ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return isOption() ? file : file + ":" + line + ":" + column;
    }
}
