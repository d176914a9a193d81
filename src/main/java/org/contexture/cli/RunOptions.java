package org.contexture.cli;

import java.util.Set;
import org.contexture.experiment.State;
import org.contexture.experiment.executor.Limits;

/**
 * How an experiment is run.
 *
 * @param inProcess whether trials run in this JVM
 * @param failFast whether the first bad end stops the run
 * @param retry ends after which a trial is run again
 */
record RunOptions(Limits limits, boolean inProcess, boolean failFast, Set<State> retry) {}
