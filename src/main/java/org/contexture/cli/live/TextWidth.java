package org.contexture.cli.live;

import org.jline.utils.WCWidth;

/** Text measured in columns of a terminal: Chinese characters take two, combining marks none. */
public final class TextWidth {
    private static final int SHORT = 8;

    private TextWidth() {}

    /** The columns that a text without control characters takes. */
    public static int of(String text) {
        return text.codePoints()
                .map(WCWidth::wcwidth)
                .map(width -> Math.max(0, width))
                .sum();
    }

    /** The text on one line, control characters as ·, so that no name or message can steer the terminal. */
    public static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "·");
    }

    /** The start of a text, with … where something is left out: at most {@code width} columns. */
    public static String cut(String text, int width) {
        return of(text) <= width ? text : width < 1 ? "" : head(text, width - 1) + "…";
    }

    /** A name with … in its middle, as names begin with a configuration and end with a seed: at most {@code width} columns. */
    static String cutMiddle(String text, int width) {
        if (of(text) <= width || width < SHORT) {
            return cut(text, width);
        }
        int tail = width / 3;
        String backwards = head(new StringBuilder(text).reverse().toString(), tail);
        return head(text, width - 1 - tail) + "…" + new StringBuilder(backwards).reverse();
    }

    private static String head(String text, int width) {
        StringBuilder head = new StringBuilder();
        int columns = 0;
        for (int point : text.codePoints().toArray()) {
            columns += Math.max(0, WCWidth.wcwidth(point));
            if (columns > width) {
                break;
            }
            head.appendCodePoint(point);
        }
        return head.toString();
    }

    /** Filled up with spaces on the right. */
    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    /** Filled up with spaces on the left. */
    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - of(text))) + text;
    }
}
