package org.contexture.cli;

import org.contexture.setting.UserError;

/** The command line where there is none, in a notebook: {@code contexture("plan", "../experiments/smoke.yaml")}. */
public final class Commands {
    private Commands() {}

    /**
     * Runs a command as the shell would; what it prints stands below the cell.
     *
     * @param arguments the words of a command line, without {@code contexture}
     * @throws UserError if its exit code is not 0, so that a notebook stops there
     */
    public static void contexture(String... arguments) {
        int code = Main.run(arguments);
        if (code != 0) {
            throw new UserError("contexture " + String.join(" ", arguments) + " ended with exit code " + code
                    + "; what it printed says why");
        }
    }
}
