package org.contexture.experiment.yaml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contexture.setting.UserError;

/** The mistakes found in one pass over an experiment file; the same mistake found twice is one. */
public final class Problems {
    private static final int SHOWN = 50;

    /** One mistake; {@code key} is the dotted path of the setting, or empty where there is none. */
    public record Problem(Place place, String key, String message) {
        @Override
        public String toString() {
            boolean isNamed = key.isEmpty() || message.startsWith(key + " ") || message.startsWith(key + ".");
            return place + "  " + (isNamed ? "" : key + "  ") + message;
        }
    }

    private final Set<Problem> found = new LinkedHashSet<>();

    public void add(Place place, String key, String message) {
        found.add(new Problem(place, key, message));
    }

    public void add(Problem problem) {
        found.add(problem);
    }

    /** The problems so far, which are then forgotten. */
    public List<Problem> take() {
        List<Problem> taken = List.copyOf(found);
        found.clear();
        return taken;
    }

    public boolean contains(Problem problem) {
        return found.contains(problem);
    }

    public int count() {
        return found.size();
    }

    /**
     * Ends the pass.
     *
     * @throws UserError with a line for each problem, in file order, if there is any
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw error();
        }
    }

    /** All problems so far as one error, a line each, in file order. */
    public UserError error() {
        Stream<String> lines = found.stream()
                .sorted((a, b) -> a.place().compareTo(b.place()))
                .limit(SHOWN)
                .map(Problem::toString);
        Stream<String> rest =
                found.size() > SHOWN ? Stream.of("… and " + (found.size() - SHOWN) + " more") : Stream.of();
        return new UserError(Stream.concat(lines, rest).collect(Collectors.joining("\n")));
    }

    /** The one problem that ends reading at once, because nothing after it can be understood. */
    public UserError fatal(Place place, String message) {
        add(place, "", message);
        return error();
    }
}
