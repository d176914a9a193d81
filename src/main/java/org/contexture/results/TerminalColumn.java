package org.contexture.results;

import java.util.List;
import java.util.stream.Stream;

/**
 * A column of a {@link TerminalTable}. Control characters become ·, so that no cell can break the table or steer the
 * terminal.
 *
 * @param number whether it is aligned to the right and never shortened
 */
public record TerminalColumn(String header, boolean number, List<String> cells) {
    public TerminalColumn {
        header = printable(header);
        cells = cells.stream().map(TerminalColumn::printable).toList();
    }

    /** The cells' text as it is. */
    public static TerminalColumn text(String header, Stream<String> cells) {
        return new TerminalColumn(header, false, cells.toList());
    }

    /** The cells as they print, aligned to the right. */
    public static TerminalColumn numbers(String header, Stream<?> cells) {
        return new TerminalColumn(header, true, cells.map(String::valueOf).toList());
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cc}", "·");
    }

    /** In characters (code points). */
    int width() {
        return Stream.concat(Stream.of(header), cells.stream())
                .mapToInt(TerminalColumn::length)
                .max()
                .orElse(0);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The header and then each cell, filled up to the width. */
    List<String> lines() {
        int width = width();
        return Stream.concat(Stream.of(header), cells.stream())
                .map(cell -> number ? " ".repeat(width - length(cell)) + cell : cell + " ".repeat(width - length(cell)))
                .toList();
    }

    TerminalColumn shortened(int width) {
        return number ? this : text(cut(header, width), cells.stream().map(cell -> cut(cell, width)));
    }

    private static String cut(String text, int width) {
        return length(text) <= width ? text : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
    }
}
