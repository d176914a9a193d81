package org.contexture.experiment.sweep;

import java.util.List;
import java.util.stream.Collectors;
import org.contexture.experiment.yaml.Place;
import org.jspecify.annotations.Nullable;

/** What a point must be like: every term holds. Equal by identity, because two entries may say the same. */
final class Condition {
    /** A setting and the values it may have. */
    record Term(String path, List<@Nullable Object> values) {
        @Override
        public String toString() {
            return path + ": " + values.stream().map(String::valueOf).collect(Collectors.joining(" or "));
        }
    }

    /** Whether a condition holds; unknown where a value in question does not fit its setting. */
    enum Verdict {
        YES,
        NO,
        UNKNOWN
    }

    private final Place place;
    private final String key;
    private final List<Term> terms;

    /** @param key {@code if} or {@code exclude}, for messages */
    Condition(Place place, String key, List<Term> terms) {
        this.place = place;
        this.key = key;
        this.terms = List.copyOf(terms);
    }

    Place place() {
        return place;
    }

    String key() {
        return key;
    }

    /** Holds this at a point, where what the point does not set has the file's value? */
    Verdict test(PointDraft point, SweptSettings settings) {
        boolean isKnown = true;
        for (Term term : terms) {
            Assignment assigned = point.of(term.path()).orElse(null);
            if (assigned != null && !assigned.fits()) {
                isKnown = false;
            } else if (!term.values().contains(value(point, term.path(), settings))) {
                return Verdict.NO;
            }
        }
        return isKnown ? Verdict.YES : Verdict.UNKNOWN;
    }

    /** Why this holds nowhere: the term that no point fulfils, if it is one alone. */
    String reason(List<PointDraft> points, SweptSettings settings) {
        for (Term term : terms) {
            List<@Nullable Object> taken = points.stream()
                    .<@Nullable Object>map(point -> value(point, term.path(), settings))
                    .distinct()
                    .toList();
            if (taken.stream().noneMatch(term.values()::contains)) {
                String found = taken.stream().limit(8).map(String::valueOf).collect(Collectors.joining(", "));
                return "found " + term + ", but " + term.path() + " is " + (taken.isEmpty() ? "nowhere" : "only ")
                        + found + (taken.size() > 8 ? ", …" : "") + " there";
            }
        }
        return "found an entry that matches no point";
    }

    private static @Nullable Object value(PointDraft point, String path, SweptSettings settings) {
        for (Assignment assignment : point.assignments()) {
            if (assignment.path().equals(path)) {
                return assignment.value();
            }
        }
        return settings.base(path);
    }
}
