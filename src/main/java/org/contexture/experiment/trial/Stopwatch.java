package org.contexture.experiment.trial;

import java.time.Instant;
import org.contexture.experiment.JsonFile;
import org.contexture.experiment.TrialFolder;
import org.contexture.provenance.Host;

/** What a trial costs, earlier attempts that it goes on from included. The clock on the wall is only read for its start. */
final class Stopwatch {
    private final Instant start = Instant.now();
    private final long nanos = System.nanoTime();
    private double earlier;
    private double earlierTraining;
    private long earlierTokens;
    private long tokens;
    private long trainingStart = nanos;
    private double training;

    /** Adds what earlier attempts came to. */
    void resume(Checkpoint checkpoint) {
        earlier = checkpoint.seconds();
        earlierTraining = checkpoint.seconds();
        earlierTokens = checkpoint.trainedTokens();
    }

    /** Training begins. */
    void train() {
        trainingStart = System.nanoTime();
    }

    /** So many target tokens more were trained on. */
    void add(long targetTokens) {
        tokens += targetTokens;
        training = (System.nanoTime() - trainingStart) / 1e9;
    }

    /** Target tokens of all attempts. */
    long trainedTokens() {
        return earlierTokens + tokens;
    }

    /** Seconds of training, earlier attempts included. */
    double trainingSeconds() {
        return earlierTraining + (System.nanoTime() - trainingStart) / 1e9;
    }

    /** Target tokens a second in this attempt, with those of the epoch under way. */
    double tokensPerSecond(long underWay) {
        return (tokens + underWay) / ((System.nanoTime() - trainingStart) / 1e9);
    }

    /** Writes timings.json. */
    void write(TrialFolder folder) {
        double seconds = earlierTraining + training;
        folder.write(
                "timings.json",
                JsonFile.pretty(JsonFile.map(
                        "seconds",
                        earlier + (System.nanoTime() - nanos) / 1e9,
                        "targetTokensPerSecond",
                        seconds > 0 ? trainedTokens() / seconds : null,
                        "host",
                        Host.name(),
                        "start",
                        start.toString())));
    }
}
