package org.contexture.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a table may be drawn over. */
class TerminalTest {
    private static boolean isInteractive(String... more) {
        Map<String, String> environment = new HashMap<>(Map.of("CONTEXTURE_TERMINAL", "yes", "TERM", "xterm"));
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return Terminal.isInteractive(environment);
    }

    @Test
    void onlyATerminalThatCanMoveItsCursorIsDrawnOn() {
        assertTrue(isInteractive());
        assertTrue(isInteractive("NO_COLOR", "1"), "without colors, but drawn");
        assertFalse(isInteractive("CONTEXTURE_TERMINAL", ""));
        assertFalse(isInteractive("TERM", "dumb"));
        assertFalse(isInteractive("TERM", ""));
        assertFalse(isInteractive("CI", "true"));
    }
}
