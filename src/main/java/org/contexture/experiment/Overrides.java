package org.contexture.experiment;

import java.util.List;

/**
 * Changes to an experiment file from the command line.
 *
 * @param set {@code path=value}: the value a setting has instead
 * @param sweep {@code path=a,b}: values to try, as an axis of the sweep
 */
public record Overrides(List<String> set, List<String> sweep) {
    /** No changes. */
    public static final Overrides NONE = new Overrides(List.of(), List.of());

    public Overrides {
        set = List.copyOf(set);
        sweep = List.copyOf(sweep);
    }

    boolean isEmpty() {
        return set.isEmpty() && sweep.isEmpty();
    }
}
