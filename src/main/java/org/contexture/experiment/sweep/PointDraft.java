package org.contexture.experiment.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contexture.experiment.yaml.Place;
import org.contexture.experiment.yaml.YamlNode;
import org.contexture.experiment.yaml.YamlNode.MapNode;
import org.contexture.experiment.yaml.YamlNode.ScalarNode;
import org.jspecify.annotations.Nullable;

/**
 * A point of a sweep as written, before its values are put into the file's settings.
 *
 * @param assignments in the order of the sweep's keys
 * @param place of what makes it a point of its own
 * @param label tells points of one place apart, such as {@code draw 3}; else empty
 * @param match how one more setting is chosen, if it is
 */
public record PointDraft(List<Assignment> assignments, Place place, String label, @Nullable MatchSettings match) {
    public PointDraft {
        assignments = List.copyOf(assignments);
    }

    static PointDraft at(Place place) {
        return new PointDraft(List.of(), place, "", null);
    }

    PointDraft and(PointDraft more) {
        List<Assignment> all = new ArrayList<>(assignments);
        all.addAll(more.assignments);
        return new PointDraft(all, more.place, label.isEmpty() ? more.label : label, match);
    }

    /** The same, with one more setting to be chosen by a match unless the point sets it itself. */
    PointDraft with(MatchSettings match) {
        return of(match.vary()).isPresent() ? this : new PointDraft(assignments, place, label, match);
    }

    Optional<Assignment> of(String path) {
        return assignments.stream().filter(a -> a.path().equals(path)).findFirst();
    }

    /** The file's tree with the values of this point; a setting still to be chosen has its least value. */
    public MapNode in(MapNode root) {
        MapNode tree = root;
        for (Assignment assignment : assignments) {
            tree = tree.with(assignment.steps(), assignment.node());
        }
        if (match == null) {
            return tree;
        }
        YamlNode least = new ScalarNode(place, String.valueOf(match.from()), true);
        return tree.with(List.of(match.vary().split("\\.", -1)), least);
    }

    /** The values by path, in order. */
    public Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        assignments.forEach(a -> values.put(a.path(), a.value()));
        return values;
    }

    @Override
    public String toString() {
        return assignments.stream().map(Assignment::toString).collect(Collectors.joining(", "));
    }
}
