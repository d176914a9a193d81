package org.contexture.cli.live;

import java.util.List;
import org.contexture.experiment.status.EndedTrial;
import org.contexture.experiment.status.RunSnapshot;

/** Where a run is shown. */
interface Surface {
    /**
     * Shows how a run goes; called some ten times a second.
     *
     * @param ended trials that ended since the last call
     */
    void show(List<EndedTrial> ended, RunSnapshot run);

    /** Leaves nothing behind but lines that stay. */
    void close();
}
