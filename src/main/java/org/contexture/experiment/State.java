package org.contexture.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a trial ended; the word in outcome.json and in the tables. */
public enum State {
    OK("ok"),
    /** A loss or gradient was not finite. */
    DIVERGED("diverged"),
    /** Something else went wrong; the message says what. */
    FAILED("failed"),
    /** The heap, or the memory that a process may take, was not enough. */
    OUT_OF_MEMORY("out of memory"),
    /** Its process was ended by a signal that this program did not send. */
    KILLED("killed"),
    /** It took longer than it was given. */
    TIMED_OUT("timed out"),
    /** The run was stopped; running again goes on from the last checkpoint. */
    INTERRUPTED("interrupted"),
    /** Successive halving left it behind. */
    PRUNED("pruned");

    private final String word;

    State(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** The state of this word, if there is one. */
    public static Optional<State> of(String word) {
        return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
    }

    /** The words of all states. */
    public static List<String> words() {
        return Arrays.stream(values()).map(State::word).toList();
    }
}
