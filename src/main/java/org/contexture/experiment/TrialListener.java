package org.contexture.experiment;

import org.contexture.training.Epoch;

/** Is told how trials go; from several threads at once when several trials run. */
public interface TrialListener {
    /** A trial begins. */
    void started(Trial trial);

    /** A share of the training is done; loss is the training loss of the epoch so far, in nats per token. */
    void progress(Trial trial, double share, double loss);

    /** An epoch ended. */
    void epoch(Trial trial, Epoch epoch);

    /** A trial ended, well or badly. */
    void ended(Trial trial, Outcome outcome);
}
