package org.contexture.experiment.executor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.contexture.experiment.FrozenTrial;
import org.contexture.experiment.JsonFile;
import org.contexture.experiment.Outcome;
import org.contexture.experiment.Trial;
import org.contexture.experiment.TrialProgress;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/** What a run and its worker processes say to each other, a line each. */
final class Message {
    /** Starts a worker's lines; whatever else comes out of a worker belongs into the trial's log. */
    static final String MARK = "@contexture ";

    /** Asks a worker to save a checkpoint and end its trial. */
    static final String STOP = "stop";

    /** Starts a line about what a worker will need. */
    private static final String SOON = "soon ";

    private static final String SOURCE = "a message between processes";

    private Message() {}

    /** A trial to be run. */
    record Request(
            FrozenTrial trial,
            Path base,
            Path folder,
            int until,
            Duration checkpointEvery,
            Map<String, @Nullable Object> run) {
        String line() {
            return JsonFile.line(JsonFile.map(
                    "trial", trial.description(),
                    "base", base.toString(),
                    "folder", folder.toString(),
                    "until", until,
                    "checkpointMillis", checkpointEvery.toMillis(),
                    "run", run));
        }

        static Request of(String line) {
            Map<String, @Nullable Object> map = JsonFile.parse(line, SOURCE);
            return new Request(
                    FrozenTrial.of(object(map.get("trial")), SOURCE),
                    Path.of(String.valueOf(map.get("base"))),
                    Path.of(String.valueOf(map.get("folder"))),
                    (int) number(map.get("until")),
                    Duration.ofMillis((long) number(map.get("checkpointMillis"))),
                    object(map.get("run")));
        }
    }

    /**
     * The corpus of trials to come, which a worker may read already.
     *
     * @param trial one of them, not frozen yet
     * @param base the folder that paths of corpora are relative to
     */
    record Corpus(Trial trial, Path base) {
        private static final String NOT_YET = "";

        String line() {
            FrozenTrial some = FrozenTrial.of(trial, NOT_YET, NOT_YET);
            return SOON + JsonFile.line(JsonFile.map("trial", some.description(), "base", base.toString()));
        }

        static boolean isIn(String line) {
            return line.startsWith(SOON);
        }

        static Corpus of(String line) {
            Map<String, @Nullable Object> map = JsonFile.parse(line.substring(SOON.length()), SOURCE);
            return new Corpus(
                    FrozenTrial.of(object(map.get("trial")), SOURCE).trial(), Path.of(String.valueOf(map.get("base"))));
        }
    }

    static String progress(TrialProgress progress) {
        return MARK
                + JsonFile.line(JsonFile.map(
                        "epoch", progress.epoch(),
                        "share", progress.share(),
                        "loss", JsonFile.orNull(progress.loss()),
                        "tokensPerSecond", JsonFile.orNull(progress.tokensPerSecond())));
    }

    static String ended(Outcome outcome) {
        return MARK + JsonFile.line(JsonFile.map("ended", outcome.description()));
    }

    /** The outcome in a worker's line, or null if it only tells progress. */
    static @Nullable Outcome outcome(Map<String, @Nullable Object> line) {
        return line.get("ended") instanceof Map<?, ?> ended ? Outcome.of(object(ended), SOURCE) : null;
    }

    static TrialProgress progress(Map<String, @Nullable Object> line) {
        return new TrialProgress(
                (int) number(line.get("epoch")),
                number(line.get("share")),
                number(line.get("loss")),
                number(line.get("tokensPerSecond")));
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    @SuppressWarnings("unchecked") // JSON objects have texts for keys
    private static Map<String, @Nullable Object> object(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new UserError(SOURCE + " is damaged: found " + value + " where an object was expected");
    }
}
