package org.contexture.corpus;

/**
 * What separates words: Unicode's spaces (no-break ones too), its line and paragraph separators, and the control characters
 * that act as one, U+0085 among them. Only {@code \n} ends a line of a file; the others are spaces within it.
 */
final class Whitespace {
    private Whitespace() {}

    static boolean is(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == 0x85;
    }

    static boolean isBlank(String text) {
        return text.codePoints().allMatch(Whitespace::is);
    }

    /** The text without white space around it. All white space is in the basic plane, so chars suffice. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && is(text.charAt(start))) {
            start++;
        }
        while (start < end && is(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
