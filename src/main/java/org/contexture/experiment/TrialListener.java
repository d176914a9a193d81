package org.contexture.experiment;

/** Is told how trials go; from several threads at once when several trials run. */
public interface TrialListener {
    /** A trial begins. */
    void started(Trial trial);

    /** A step of training was taken. */
    void progress(Trial trial, TrialProgress progress);

    /** A trial ended, well or badly. */
    void ended(Trial trial, Outcome outcome);
}
