package org.contexture.cli;

import java.util.Map;

/** What is known of the terminal. */
final class Terminal {
    private static final int UNLIMITED = 10_000;

    private Terminal() {}

    /** Columns, from COLUMNS, which the launcher sets for a terminal; a file or a pipe has no width. */
    static int width() {
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : UNLIMITED;
    }

    /**
     * Whether someone watches: then a table is drawn over and over, else lines are only added. The launcher tells; Java itself
     * cannot say the same on every version.
     */
    static boolean isInteractive() {
        return isInteractive(System.getenv());
    }

    static boolean isInteractive(Map<String, String> environment) {
        String type = environment.getOrDefault("TERM", "");
        return "yes".equals(environment.get("CONTEXTURE_TERMINAL"))
                && environment.get("CI") == null
                && !type.isEmpty()
                && !type.equals("dumb");
    }
}
