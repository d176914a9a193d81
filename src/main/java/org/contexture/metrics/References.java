package org.contexture.metrics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The references of a test set.
 *
 * @param segments the references of each segment, at least one each
 */
public record References(List<List<String>> segments) {
    /** @throws IllegalArgumentException if there is no segment, or one without a reference */
    public References {
        segments = segments.stream().map(List::copyOf).toList();
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("a score needs at least one segment");
        }
        if (segments.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("every segment needs a reference");
        }
    }

    /** One reference a segment. */
    public static References of(List<String> references) {
        return new References(references.stream().map(List::of).toList());
    }

    /**
     * Several reference sets, each with a line a segment; a line may be null where a segment has fewer references.
     *
     * @throws IllegalArgumentException unless the sets are equally long
     */
    public static References ofSets(List<? extends List<@Nullable String>> sets) {
        List<List<String>> segments = new ArrayList<>();
        int size = sets.isEmpty() ? 0 : sets.get(0).size();
        for (List<?> set : sets) {
            if (set.size() != size) {
                throw new IllegalArgumentException(
                        "reference sets need a line a segment, but one has " + set.size() + " and another " + size);
            }
        }
        for (int i = 0; i < size; i++) {
            int segment = i;
            List<String> lines = new ArrayList<>();
            for (List<@Nullable String> set : sets) {
                String line = set.get(segment);
                if (line != null) {
                    lines.add(line);
                }
            }
            segments.add(lines);
        }
        return new References(segments);
    }

    /** A line as sacreBLEU reads it from a file: without white space at its end, as Python understands it. */
    public static String stripped(String line) {
        return PythonText.rstrip(line);
    }

    /** How many segments there are. */
    public int size() {
        return segments.size();
    }

    /** The number of references a segment has, or {@code var} if that differs. */
    String count() {
        long counts = segments.stream().map(List::size).distinct().count();
        return counts == 1 ? Integer.toString(segments.get(0).size()) : "var";
    }
}
