package org.contexture.experiment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contexture.setting.UserError;

/** The mistakes found in one pass over an experiment file; the same mistake found twice is one. */
final class Problems {
    private static final int SHOWN = 50;

    /** One mistake; {@code key} is the dotted path of the setting, or empty where there is none. */
    record Problem(Place place, String key, String message) {
        @Override
        public String toString() {
            boolean isNamed = key.isEmpty() || message.startsWith(key + " ") || message.startsWith(key + ".");
            return place + "  " + (isNamed ? "" : key + "  ") + message;
        }
    }

    private final Set<Problem> found = new LinkedHashSet<>();

    void add(Place place, String key, String message) {
        found.add(new Problem(place, key, message));
    }

    void add(Problem problem) {
        found.add(problem);
    }

    /** The problems so far, which are then forgotten. */
    List<Problem> take() {
        List<Problem> taken = List.copyOf(found);
        found.clear();
        return taken;
    }

    boolean contains(Problem problem) {
        return found.contains(problem);
    }

    int count() {
        return found.size();
    }

    /**
     * Ends the pass.
     *
     * @throws UserError with a line for each problem, in file order, if there is any
     */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw error();
        }
    }

    /** All problems so far as one error, a line each, in file order. */
    UserError error() {
        Stream<String> lines = found.stream()
                .sorted((a, b) -> a.place().compareTo(b.place()))
                .limit(SHOWN)
                .map(Problem::toString);
        Stream<String> rest =
                found.size() > SHOWN ? Stream.of("… and " + (found.size() - SHOWN) + " more") : Stream.of();
        return new UserError(Stream.concat(lines, rest).collect(Collectors.joining("\n")));
    }

    /** The one problem that ends reading at once, because nothing after it can be understood. */
    UserError fatal(Place place, String message) {
        add(place, "", message);
        return error();
    }
}
