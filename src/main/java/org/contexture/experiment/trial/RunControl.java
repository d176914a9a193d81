package org.contexture.experiment.trial;

import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How a trial is run, none of which changes its result.
 *
 * @param until the epoch after which it waits, to be continued; {@link Integer#MAX_VALUE} for all
 * @param checkpointEvery least time between two checkpoints
 * @param stop whether it should save a checkpoint and end
 * @param run what {@link org.contexture.provenance.Provenance#ofRun} says of the run
 */
public record RunControl(int until, Duration checkpointEvery, BooleanSupplier stop, Map<String, @Nullable Object> run) {
    public static final Duration USUAL_CHECKPOINTS = Duration.ofSeconds(60);

    /** All epochs, never stopped. */
    public static RunControl toTheEnd() {
        return new RunControl(Integer.MAX_VALUE, USUAL_CHECKPOINTS, () -> false, Map.of());
    }
}
