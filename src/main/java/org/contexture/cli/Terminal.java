package org.contexture.cli;

/** What is known of the terminal. */
final class Terminal {
    private static final int USUAL_WIDTH = 100;

    private Terminal() {}

    /** Columns; the launcher passes on what the shell knows in COLUMNS. */
    static int width() {
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }

    /**
     * Whether someone watches: then a progress line is drawn over and over, else lines are only added. The launcher tells;
     * Java itself cannot say the same on every version.
     */
    static boolean isInteractive() {
        return "yes".equals(System.getenv("CONTEXTURE_TERMINAL")) && System.getenv("CI") == null;
    }
}
