package org.contexture.cli;

import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says how many trials run at once. */
final class Workers {
    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Trials that run at once (default: one for each core).")
    private @Nullable Integer workers;

    /** @throws UserError if it is below 1 */
    int count() {
        if (workers != null && workers < 1) {
            throw new UserError("--workers is " + workers + "; expected at least 1");
        }
        return workers == null ? Runtime.getRuntime().availableProcessors() : workers;
    }
}
