package org.contexture.experiment.status;

import org.contexture.experiment.Outcome;
import org.contexture.experiment.Trial;

/**
 * A trial that ended in this run.
 *
 * @param number 1 for the first one that ended
 */
public record EndedTrial(int number, Trial trial, Outcome outcome) {}
