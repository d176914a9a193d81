package org.contexture.results;

import java.nio.file.Path;

/** Trials of two cells that ended well though some metrics are no finite numbers, or not there. */
final class OddMetrics {
    private final Path folder;

    OddMetrics(Path folder) {
        this.folder = folder;
        TrialFolders folders = new TrialFolders(folder, "gru1", "gru2", "gru3", "rnn1", "rnn2", "rnn3");
        for (int seed = 1; seed <= 3; seed++) {
            folders.begun("gru" + seed, "gru", seed, "\"model.cell\": \"gru\"")
                    .ended("gru" + seed, "ok", "\"steps\": " + seed + ", \"loss\": " + seed + ".5")
                    .begun("rnn" + seed, "rnn", seed, "\"model.cell\": \"rnn\"");
        }
        folders.ended("rnn1", "ok", "\"steps\": 2, \"loss\": 2.5")
                .ended("rnn2", "ok", "\"steps\": 4, \"loss\": Infinity")
                .ended("rnn3", "ok", "\"loss\": NaN");
    }

    Results results() {
        return Tables.write(folder);
    }
}
