package org.contexture.cli;

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
     * Whether someone watches: then a progress line is drawn over and over, else lines are only added. The launcher tells;
     * Java itself cannot say the same on every version.
     */
    static boolean isInteractive() {
        return "yes".equals(System.getenv("CONTEXTURE_TERMINAL")) && System.getenv("CI") == null;
    }
}
