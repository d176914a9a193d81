package org.contexture.experiment.sweep;

import java.util.List;
import org.contexture.experiment.yaml.Place;
import org.jspecify.annotations.Nullable;

/**
 * One mapping below {@code sweep}, read: what is crossed, what is added under a condition, what is left out and put in.
 *
 * @param factors crossed in order, the first varies slowest
 */
record Section(
        Place place,
        List<Factor> factors,
        List<Branch> branches,
        List<Condition> excludes,
        List<PointDraft> includes,
        @Nullable MatchSettings match) {
    /** What is crossed with the others: an axis, zipped settings, points or draws. */
    record Factor(List<PointDraft> levels) {}

    /** Further settings to vary where a condition holds. */
    record Branch(Condition condition, Section section) {}

    /** The first combination of the factors. */
    PointDraft first() {
        return factors.stream().map(factor -> factor.levels().get(0)).reduce(PointDraft.at(place), PointDraft::and);
    }

    /** The number of combinations of the factors, or {@link Long#MAX_VALUE} if there are more. */
    long size() {
        long size = 1;
        for (Factor factor : factors) {
            int levels = factor.levels().size();
            size = size > Long.MAX_VALUE / levels ? Long.MAX_VALUE : size * levels;
        }
        return size;
    }
}
