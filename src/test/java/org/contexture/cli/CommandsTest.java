package org.contexture.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.contexture.setting.UserError;
import org.junit.jupiter.api.Test;

class CommandsTest {
    @Test
    void aCommandThatEndsWellSaysNothing() {
        assertDoesNotThrow(() -> Commands.contexture("plan", "experiments/smoke.yaml"));
    }

    @Test
    void aCommandThatFailsStopsTheNotebook() {
        UserError error = assertThrows(UserError.class, () -> Commands.contexture("plan", "nowhere.yaml"));
        assertTrue(
                String.valueOf(error.getMessage()).startsWith("contexture plan nowhere.yaml ended with exit code 2"));
    }
}
