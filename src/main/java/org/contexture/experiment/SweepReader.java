package org.contexture.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contexture.experiment.yaml.Binder;
import org.contexture.experiment.yaml.FlatRecord;
import org.contexture.experiment.yaml.Nearest;
import org.contexture.experiment.yaml.Problems;
import org.contexture.experiment.yaml.Shape;
import org.contexture.experiment.yaml.YamlNode;
import org.contexture.experiment.yaml.YamlNode.Entry;
import org.contexture.experiment.yaml.YamlNode.ListNode;
import org.contexture.experiment.yaml.YamlNode.MapNode;
import org.jspecify.annotations.Nullable;

/** Reads the axes of a sweep, each value checked by itself against the setting it is for. */
final class SweepReader {
    /** An axis as written, so that its values can be put into the tree and keep their places. */
    record Axis(String path, List<YamlNode> nodes, List<@Nullable Object> values) {
        List<String> steps() {
            return Arrays.asList(path.split("\\.", -1));
        }
    }

    private static final Shape FILE = Shape.of(ExperimentFile.class);

    private final MapNode root;
    private final Problems problems;
    private final Binder binder;
    private final List<Axis> axes = new ArrayList<>();

    SweepReader(MapNode root, Problems problems) {
        this.root = root;
        this.problems = problems;
        this.binder = new Binder(ExperimentFile.class, problems);
    }

    /** The axes in file order; those with a problem too, as far as they could be read. */
    List<Axis> read() {
        YamlNode sweep = root.get("sweep");
        if (sweep instanceof MapNode map && !map.entries().isEmpty()) {
            map.entries().values().forEach(this::read);
        } else if (sweep != null) {
            problems.add(
                    sweep.place(),
                    "sweep",
                    sweep.found() + "; expected settings with lists of values, such as model.hidden: [32, 64]");
        }
        return axes;
    }

    private void read(Entry entry) {
        String path = entry.key().text();
        Optional<Shape.Key> key = FILE.find(path);
        String refusal = key.isEmpty() ? unknown(entry) : refusal(path, key.get());
        if (!refusal.isEmpty()) {
            problems.add(entry.key().place(), "sweep", refusal);
        } else if (!(entry.value() instanceof ListNode list) || list.items().isEmpty()) {
            problems.add(
                    entry.value().place(),
                    path,
                    entry.value().found() + "; expected a list of values to try, such as [a, b]");
        } else {
            key.ifPresent(setting -> axes.add(axis(path, setting, list)));
        }
    }

    private static String unknown(Entry entry) {
        String path = entry.key().text();
        String hint = Nearest.hint(path, FILE.paths());
        if (hint.isEmpty()) {
            hint = FILE.paths().stream()
                    .filter(known -> known.endsWith("." + path))
                    .findFirst()
                    .map(known -> "; did you mean " + known + "?")
                    .orElse("");
        }
        return entry.key().found() + ", which is no setting; expected a dotted path such as model.hidden" + hint;
    }

    private String refusal(String path, Shape.Key key) {
        if (path.equals("seeds")) {
            return "found seeds; expected settings only, because seeds has its own key beside sweep";
        }
        if (!path.contains(".")) {
            return "found " + path + ", which cannot be swept as a whole; expected one setting such as model.hidden";
        }
        for (Axis other : axes) {
            if (path.startsWith(other.path() + ".") || other.path().startsWith(path + ".")) {
                return "found " + path + " beside " + other.path()
                        + "; expected settings that do not contain each other";
            }
        }
        return inTheWay(path, key.name());
    }

    /** A base value such as {@code valid: none} has no keys that an axis could set. */
    private String inTheWay(String path, String name) {
        YamlNode inner = at(path.substring(0, path.length() - name.length() - 1));
        return inner == null || inner instanceof MapNode
                ? ""
                : "found " + path + ", but line " + inner.place().line() + " gives a value without keys; "
                        + "expected a mapping there";
    }

    private Axis axis(String path, Shape.Key key, ListNode list) {
        Set<@Nullable Object> values = new LinkedHashSet<>();
        for (YamlNode node : list.items()) {
            int before = problems.count();
            Object value = FlatRecord.plain(binder.value(key, node, path));
            if (problems.count() == before && !values.add(value)) {
                problems.add(node.place(), path, node.found() + " a second time; expected each value once");
            }
        }
        YamlNode base = at(path);
        if (base != null) {
            binder.value(key, base, path);
        }
        return new Axis(path, list.items(), new ArrayList<>(values));
    }

    private @Nullable YamlNode at(String path) {
        YamlNode node = root;
        for (String step : path.split("\\.", -1)) {
            node = node instanceof MapNode map ? map.get(step) : null;
        }
        return node;
    }
}
