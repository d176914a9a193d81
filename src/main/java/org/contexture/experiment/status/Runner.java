package org.contexture.experiment.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.contexture.provenance.Host;
import org.jspecify.annotations.Nullable;

/** What is known of the process that runs an experiment; the word in the JSON of {@code contexture status}. */
public enum Runner {
    /** There is no status.json: nobody ran it, or a run has just begun. */
    NONE("none"),
    /** Its process is at work on this computer. */
    RUNNING("running"),
    /** It is on another computer, and told of itself a moment ago. */
    ELSEWHERE("elsewhere"),
    /** It said that it ended. */
    ENDED("ended"),
    /** It did not say so, but is gone: what status.json tells is no longer true. */
    STALE("stale");

    /** Of another computer nothing is known but its file, whose seconds may differ from ours. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final String word;

    Runner(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Whether trials are being run. */
    public boolean isAtWork() {
        return this == RUNNING || this == ELSEWHERE;
    }

    static Runner of(@Nullable RunStatus status, Instant now) {
        if (status == null) {
            return NONE;
        } else if (status.ended() != null) {
            return ENDED;
        } else if (status.host().equals(Host.name())) {
            return isAlive(status) ? RUNNING : STALE;
        }
        return status.updated().plus(SILENCE).isAfter(now) ? ELSEWHERE : STALE;
    }

    /** A process that began after the run did has only got its number. */
    private static boolean isAlive(RunStatus status) {
        Optional<ProcessHandle> process = ProcessHandle.of(status.pid()).filter(ProcessHandle::isAlive);
        return process.isPresent()
                && process.get()
                        .info()
                        .startInstant()
                        .map(begun -> begun.isBefore(status.started().plusSeconds(1)))
                        .orElse(true);
    }
}
