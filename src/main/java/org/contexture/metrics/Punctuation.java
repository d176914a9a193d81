package org.contexture.metrics;

/**
 * ASCII punctuation set apart with spaces, as {@code mteval-v13a.pl} and Tercom do. Each method is one of their regular expressions,
 * written as a loop because it runs over every character of every segment; where the expression takes two characters, they are
 * gone for the next match, as in {@code "..,"}.
 */
final class Punctuation {
    private Punctuation() {}

    /** All of it: {@link #marksApart}, then {@link #digitsTogether}. */
    static String apart(String text) {
        return digitsTogether(marksApart(text));
    }

    /** Spaces around every mark but apostrophe, comma, hyphen and point. */
    static String marksApart(String text) {
        StringBuilder spaced = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isMark(c)) {
                spaced.append(' ').append(c).append(' ');
            } else {
                spaced.append(c);
            }
        }
        return spaced.toString();
    }

    private static boolean isMark(char c) {
        return (c >= '!' && c <= '&')
                || (c >= '(' && c <= '+')
                || c == '/'
                || (c >= ':' && c <= '@')
                || (c >= '[' && c <= '`')
                || (c >= '{' && c <= '~');
    }

    /** Points and commas apart unless between digits, a hyphen apart after a digit. */
    static String digitsTogether(String text) {
        return hyphenAfterDigit(pointBeforeNoDigit(pointAfterNoDigit(text)));
    }

    /** A point or comma after anything but a digit. */
    private static String pointAfterNoDigit(String text) {
        StringBuilder spaced = new StringBuilder(text.length() + 16);
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            spaced.append(c);
            if (!isDigit(c) && i < text.length() && isPoint(text.charAt(i))) {
                spaced.append(' ').append(text.charAt(i++)).append(' ');
            }
        }
        return spaced.toString();
    }

    /** A point or comma before anything but a digit. */
    private static String pointBeforeNoDigit(String text) {
        StringBuilder spaced = new StringBuilder(text.length() + 16);
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (isPoint(c) && i < text.length() && !isDigit(text.charAt(i))) {
                spaced.append(' ').append(c).append(' ').append(text.charAt(i++));
            } else {
                spaced.append(c);
            }
        }
        return spaced.toString();
    }

    /** A hyphen after a digit. */
    private static String hyphenAfterDigit(String text) {
        if (text.indexOf('-') < 0) {
            return text;
        }
        StringBuilder spaced = new StringBuilder(text.length() + 16);
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            spaced.append(c);
            if (isDigit(c) && i < text.length() && text.charAt(i) == '-') {
                spaced.append(' ').append(text.charAt(i++)).append(' ');
            }
        }
        return spaced.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isPoint(char c) {
        return c == '.' || c == ',';
    }
}
