package org.contexture.experiment;

/** How a trial ended; the word in outcome.json and in the tables. */
public enum State {
    OK("ok"),
    /** A loss or gradient was not finite. */
    DIVERGED("diverged"),
    /** Something else went wrong; the message says what. */
    FAILED("failed");

    private final String word;

    State(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
