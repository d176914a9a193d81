package org.contexture.experiment.executor;

import java.util.List;
import org.contexture.experiment.Trial;
import org.contexture.experiment.TrialListener;

/** Runs trials somewhere. */
public interface Executor {
    /** Runs every trial to its end, well or badly, and returns when all have ended. */
    void run(List<Trial> trials, TrialListener listener);
}
