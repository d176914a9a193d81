package org.contexture.chart;

/** Plain text inside Markdown as GitHub reads it. */
public final class Markdown {
    private static final String CONTROLS = "[\\p{Cc}\\u2028\\u2029]";
    /** They would turn the direction of what comes after them in the same line. */
    private static final String DIRECTIONS = "[\\u202A-\\u202E\\u2066-\\u2069]";

    private Markdown() {}

    /** On one line, with nothing in it that means something, at the start of a line or inside a table's cell. */
    public static String escaped(String text) {
        return text.replaceAll(CONTROLS, " ")
                .replaceAll(DIRECTIONS, "\uFFFD")
                .replaceAll("([\\\\|*_`<>\\[\\]&~$])", "\\\\$1")
                .replaceAll("(?i)\\b(https?|ftp|mailto|xmpp):", "$1\\\\:")
                .replaceAll("(?i)\\bwww\\.", "www\\\\.")
                .replaceAll("^(\\s*)([#=]|[+-](?=[\\s-]|$))", "$1\\\\$2")
                .replaceAll("^(\\s*\\d+)([.)])(?=\\s|$)", "$1\\\\$2");
    }
}
