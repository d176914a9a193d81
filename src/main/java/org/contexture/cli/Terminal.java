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

    /** Whether someone watches: then a progress line is drawn over and over, else lines are only added. */
    static boolean isInteractive() {
        String shown = System.getenv("CONTEXTURE_TERMINAL");
        return shown == null ? System.console() != null && System.getenv("CI") == null : shown.equals("yes");
    }
}
