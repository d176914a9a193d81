package org.contexture.experiment;

/** Is told how trials go; from several threads at once when several trials run. Who wants to know less leaves methods out. */
public interface TrialListener {
    /** A trial begins. */
    default void started(Trial trial) {}

    /** A step of training was taken. */
    default void progress(Trial trial, TrialProgress progress) {}

    /** A trial ended, well or badly. */
    default void ended(Trial trial, Outcome outcome) {}
}
