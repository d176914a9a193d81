package org.contexture.experiment.executor;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a run may take.
 *
 * @param workers trials at once
 * @param timeout longest time for one trial in one run; null for any
 * @param memory most memory of one trial's process in bytes, heap and native together; null for a share of the machine's
 * @param checkpointEvery least time between two checkpoints of a trial
 */
public record Limits(int workers, @Nullable Duration timeout, @Nullable Long memory, Duration checkpointEvery) {}
