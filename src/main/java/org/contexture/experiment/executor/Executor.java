package org.contexture.experiment.executor;

import java.util.List;
import org.contexture.experiment.FrozenTrial;
import org.contexture.experiment.TrialListener;

/** Runs trials somewhere. */
public interface Executor {
    /**
     * Runs trials, started in the order given, and returns when all have ended, well or badly. After an interruption no further one is started.
     *
     * @param until the epoch after which trials wait to be continued; {@link Integer#MAX_VALUE} for the end
     */
    void run(List<FrozenTrial> trials, int until, TrialListener listener);
}
