package org.contexture.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.contexture.experiment.sweep.Assignment;
import org.contexture.experiment.sweep.PointDraft;
import org.contexture.experiment.sweep.SweepDraft;
import org.contexture.experiment.yaml.FlowText;
import org.contexture.experiment.yaml.Place;
import org.contexture.experiment.yaml.YamlNode;
import org.contexture.experiment.yaml.YamlNode.MapNode;
import org.jspecify.annotations.Nullable;

/** Where every setting of an experiment has its value from. */
public final class SettingOrigins {
    private static final int MOST_VALUES = 6;

    private SettingOrigins() {}

    /**
     * One setting.
     *
     * @param value as a file would give it; several, separated by commas, if it is swept
     * @param from file and line, an option of the command line, {@code match}, or {@code default}
     */
    public record Origin(String path, String value, String from) {}

    /**
     * Of all settings, in the order of the records.
     *
     * @throws org.contexture.setting.UserError as {@link Experiment#read(Path)}
     */
    public static List<Origin> of(Path file, Overrides overrides) {
        ExperimentReader reader = new ExperimentReader(file, overrides);
        ExperimentReader.Draft draft = reader.draft();
        Experiment experiment = reader.read(draft);
        Map<String, @Nullable Object> flat =
                FlatSettings.of(experiment.sweep().points().get(0).settings());
        List<Origin> origins = new ArrayList<>();
        flat.forEach((path, value) -> origins.add(origin(path, value, experiment, draft)));
        String seeds = experiment.seeds().stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
        origins.add(new Origin("seeds", seeds, from(given(draft.root(), "seeds"))));
        return origins;
    }

    private static Origin origin(
            String path, @Nullable Object value, Experiment experiment, ExperimentReader.Draft draft) {
        Sweep.Axis axis = axis(path, experiment.sweep());
        Sweep.Point first = experiment.sweep().points().get(0);
        if (first.isOpen() && first.budget() != null && first.budget().path().equals(path)) {
            String range = first.budget().from() + " to " + first.budget().to();
            return new Origin(path, range, "match");
        }
        return axis == null
                ? new Origin(path, FlowText.of(value), from(given(draft.root(), path)))
                : new Origin(path, values(axis), from(swept(axis.path(), draft.sweep())));
    }

    /** The axis of a setting, or of the section that it is in. */
    private static Sweep.@Nullable Axis axis(String path, Sweep sweep) {
        return sweep.axes().stream()
                .filter(axis -> path.equals(axis.path()) || path.startsWith(axis.path() + "."))
                .findFirst()
                .orElse(null);
    }

    private static String values(Sweep.Axis axis) {
        String values =
                axis.values().stream().limit(MOST_VALUES).map(FlowText::of).collect(Collectors.joining(", "));
        int more = axis.values().size() - MOST_VALUES;
        return more > 0 ? values + " and " + more + " more" : values;
    }

    private static @Nullable Place swept(String path, SweepDraft sweep) {
        for (PointDraft point : sweep.points()) {
            for (Assignment assignment : point.assignments()) {
                if (assignment.path().equals(path)) {
                    return assignment.node().place();
                }
            }
        }
        return null;
    }

    /** Where a setting, or the value without keys that stands for its section, was written. */
    private static @Nullable Place given(MapNode root, String path) {
        YamlNode node = root;
        for (String step : path.split("\\.", -1)) {
            if (!(node instanceof MapNode map)) {
                return node.place();
            }
            YamlNode inner = map.get(step);
            if (inner == null) {
                return null;
            }
            node = inner;
        }
        return node.place();
    }

    private static String from(@Nullable Place place) {
        return place == null ? "default" : place.isOption() ? place.file() : place.file() + ":" + place.line();
    }
}
