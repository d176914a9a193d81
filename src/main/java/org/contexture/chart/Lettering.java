package org.contexture.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How much room a text takes, without a font at hand: estimated from the kind of each character as DejaVu Sans draws it, one of the
 * widest faces that browsers choose; elsewhere there is a little more room than needed.
 */
final class Lettering {
    static final double TITLE = 15;
    static final double NORMAL = 12;
    static final double SMALL = 11;

    private static final String ELLIPSIS = "…";
    private static final Pattern LETTER = Pattern.compile("\\X");

    private Lettering() {}

    /** In pixels at this size. */
    static double width(String text, double size) {
        return text.codePoints().mapToDouble(Lettering::em).sum() * size;
    }

    /** The start of a text that fits, with an ellipsis where something is missing; never half a letter or emoji. */
    static String cut(String text, double size, double room) {
        if (width(text, size) <= room) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        for (String letter :
                LETTER.matcher(text).results().map(MatchResult::group).toList()) {
            if (width(kept + letter + ELLIPSIS, size) > room) {
                break;
            }
            kept.append(letter);
        }
        return kept.toString().strip() + ELLIPSIS;
    }

    /** Broken at spaces into lines that fit; what is left after the last one is cut. No text, no line. */
    static List<String> wrapped(String text, double size, double room, int lines) {
        List<String> wrapped = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty()) {
            int end = wrapped.size() == lines - 1 ? rest.length() : lineEnd(rest, size, room);
            wrapped.add(cut(rest.substring(0, end), size, room));
            rest = rest.substring(end).strip();
        }
        return wrapped;
    }

    private static int lineEnd(String text, double size, double room) {
        if (width(text, size) <= room) {
            return text.length();
        }
        int end = text.indexOf(' ');
        for (int next = end;
                next >= 0 && width(text.substring(0, next), size) <= room;
                next = text.indexOf(' ', next + 1)) {
            end = next;
        }
        return end < 0 ? text.length() : end;
    }

    private static double em(int c) {
        if (c >= 0x1100) {
            return c < 0x2E80 ? 0.8 : 1.05;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            case Character.UPPERCASE_LETTER -> "MWQO".indexOf(c) >= 0 ? 0.9 : 0.68;
            case Character.LOWERCASE_LETTER -> "mw".indexOf(c) >= 0 ? 0.9 : "fijlrt".indexOf(c) >= 0 ? 0.36 : 0.61;
            case Character.DECIMAL_DIGIT_NUMBER -> 0.64;
            case Character.SPACE_SEPARATOR -> 0.32;
            case Character.OTHER_PUNCTUATION -> "%@&".indexOf(c) >= 0 ? 0.95 : 0.36;
            case Character.MATH_SYMBOL -> 0.84;
            default -> 0.6;
        };
    }
}
