package org.contexture.notebook;

import java.util.List;

/**
 * A cell's text and where in it something is.
 *
 * @param number the execution count, as Jupyter shows it
 */
record CellText(int number, String text) {
    private static final String RED = "\u001b[31m";
    private static final String RESET = "\u001b[0m";

    /** Counted from 1. */
    int line(int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** Such as {@code In[3], line 2}. */
    String place(int offset) {
        return "In[" + number + "], line " + line(offset);
    }

    /** The line of the first place, underlined up to the second or to its end. */
    List<String> underlined(int from, int to) {
        int begin = text.lastIndexOf('\n', from - 1) + 1;
        int end = text.indexOf('\n', from);
        String line = text.substring(begin, end < 0 ? text.length() : end);
        int length = Math.max(1, Math.min(to, begin + line.length()) - from);
        // Tabs stay tabs, so that the marks stand below what they mean.
        String indent = line.substring(0, from - begin).replaceAll("[^\t]", " ");
        return List.of("  " + line, "  " + indent + red("^".repeat(length)));
    }

    static String red(String text) {
        return RED + text + RESET;
    }
}
