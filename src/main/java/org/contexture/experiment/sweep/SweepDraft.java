package org.contexture.experiment.sweep;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sweep as written.
 *
 * @param points in the order they are run
 * @param named every setting that the sweep names, with the values it names, in file order
 * @param whole false if there were too many points, so that only the first is here
 */
public record SweepDraft(List<PointDraft> points, Map<String, Set<@Nullable Object>> named, boolean whole) {
    public SweepDraft {
        points = List.copyOf(points);
    }
}
