package org.contexture.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes small result folders as a runner leaves them. */
final class TrialFolders {
    private final Path results;

    TrialFolders(Path results, String... plan) {
        this.results = results;
        String trials = Arrays.stream(plan)
                .map(id -> "{\"id\": \"" + id + "\", \"folder\": \"" + id + "\"}")
                .collect(Collectors.joining(", "));
        write("plan.json", "{\"experiment\": \"t\", \"question\": null, \"trials\": [" + trials + "]}");
    }

    /** A folder with settings and no outcome yet. */
    TrialFolders begun(String id, String configuration, int seed, String settings) {
        return file(
                id,
                "trial.json",
                "{\"id\": \"" + id + "\", \"configuration\": \"" + configuration + "\", \"seed\": " + seed
                        + ", \"settings\": {" + settings + "}}");
    }

    TrialFolders ended(String id, String state, String metrics) {
        return file(
                id,
                "outcome.json",
                "{\"state\": \"" + state + "\", \"message\": null, \"parameters\": 10, \"bestEpoch\": 2, \"metrics\": {"
                        + metrics + "}}");
    }

    TrialFolders file(String id, String name, String text) {
        write("trials/" + id + "/" + name, text);
        return this;
    }

    void write(String name, String text) {
        Path file = results.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
