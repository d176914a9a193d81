package org.contexture.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.contexture.experiment.yaml.Form;
import org.contexture.experiment.yaml.Place;
import org.contexture.experiment.yaml.Problems;
import org.contexture.experiment.yaml.Shape;
import org.contexture.experiment.yaml.YamlNode;
import org.contexture.experiment.yaml.YamlNode.ListNode;
import org.contexture.experiment.yaml.YamlNode.MapNode;
import org.contexture.experiment.yaml.YamlNode.ScalarNode;
import org.contexture.experiment.yaml.YamlReader;

/** A file's tree with options of the command line put in, each value at the place of its option. */
final class OverriddenTree {
    private static final Shape FILE = Shape.of(ExperimentFile.class);
    private static final String SWEEP = "sweep";
    /** What only asks about values and gives none. */
    private static final Set<String> QUESTIONS = Set.of("exclude", "if", "match");

    private final Problems problems;
    private MapNode root;

    OverriddenTree(MapNode root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    /** One option taken apart. */
    private record Option(Place place, String path, String value) {}

    MapNode with(Overrides overrides) {
        overrides.set().forEach(text -> option("--set", text).ifPresent(this::set));
        overrides.sweep().forEach(text -> option("--sweep", text).ifPresent(this::sweep));
        return root;
    }

    private Optional<Option> option(String name, String text) {
        Place place = Place.ofOption(name + " " + ScalarNode.quote(text));
        int equals = text.indexOf('=');
        String path = equals < 0 ? text : text.substring(0, equals);
        boolean isValues = name.equals("--sweep");
        if (equals < 1) {
            String example = isValues ? "model.hidden=64,128" : "model.hidden=128";
            problems.add(
                    place,
                    "",
                    "found no path with a value; expected path=" + (isValues ? "a,b" : "value") + ", such as " + name
                            + " " + example);
        } else if (FILE.find(path).isEmpty() || path.equals(SWEEP) || path.equals("extends")) {
            problems.add(
                    place,
                    "",
                    "found " + ScalarNode.quote(path)
                            + ", which is no setting; expected a dotted path such as model.hidden"
                            + FILE.hint(path, List.of()));
        } else {
            return Optional.of(new Option(place, path, text.substring(equals + 1)));
        }
        return Optional.empty();
    }

    private void set(Option option) {
        YamlNode value = option.value().isBlank()
                ? new ScalarNode(option.place(), "", true)
                : YamlReader.parse(option.value(), option.place(), problems);
        List<MapNode> sections = sections();
        if (sections.stream().anyMatch(section -> section.get(option.path()) != null)) {
            ListNode alone = new ListNode(option.place(), List.of(value));
            changeSections(section -> section.get(option.path()) == null ? section : put(section, option, alone));
        } else if (sections.stream().anyMatch(section -> varies(section, option.path()))) {
            problems.add(
                    option.place(),
                    "",
                    "found a setting that the sweep varies together with others, so that it has no"
                            + " one value; expected another setting, or change the sweep in the file");
        } else {
            root = withRoom(option.path(), option.place()).with(steps(option.path()), value);
        }
    }

    /** A value without keys, such as {@code valid: none}, makes room for what an option puts below it. */
    private MapNode withRoom(String path, Place place) {
        MapNode tree = root;
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            String section = path.substring(0, dot);
            if (!(tree.at(section) instanceof MapNode)) {
                tree = tree.with(steps(section), new MapNode(place, Map.of()));
            }
        }
        return tree;
    }

    private void sweep(Option option) {
        YamlNode values = YamlReader.parse("[" + option.value() + "]", option.place(), problems);
        boolean isBracketed = values instanceof ListNode list
                && list.items().size() == 1
                && list.items().get(0) instanceof ListNode
                && !(FILE.find(option.path()).orElseThrow().form() instanceof Form.Items);
        YamlNode axis = isBracketed ? ((ListNode) values).items().get(0) : values;
        if (sections().isEmpty()) {
            root = root.with(List.of(SWEEP), new MapNode(option.place(), Map.of()));
        }
        changeSections(section -> put(section, option, axis));
    }

    private List<MapNode> sections() {
        YamlNode sweep = root.get(SWEEP);
        List<YamlNode> nodes =
                sweep instanceof ListNode list ? list.items() : sweep == null ? List.of() : List.of(sweep);
        return nodes.stream()
                .filter(MapNode.class::isInstance)
                .map(MapNode.class::cast)
                .toList();
    }

    private void changeSections(UnaryOperator<MapNode> change) {
        YamlNode sweep = root.get(SWEEP);
        if (sweep instanceof MapNode map) {
            root = root.with(List.of(SWEEP), change.apply(map));
        } else if (sweep instanceof ListNode list) {
            List<YamlNode> items = list.items().stream()
                    .map(item -> item instanceof MapNode map ? change.apply(map) : item)
                    .toList();
            root = root.with(List.of(SWEEP), new ListNode(list.place(), items));
        }
    }

    /** A swept path is one key, dots included. */
    private static MapNode put(MapNode section, Option option, YamlNode axis) {
        return section.with(List.of(option.path()), axis);
    }

    private static boolean varies(YamlNode node, String path) {
        if (node instanceof ListNode list) {
            return list.items().stream().anyMatch(item -> varies(item, path));
        }
        return node instanceof MapNode map
                && map.entries().entrySet().stream()
                        .anyMatch(entry -> entry.getKey().equals(path)
                                || (!QUESTIONS.contains(entry.getKey())
                                        && varies(entry.getValue().value(), path)));
    }

    private static List<String> steps(String path) {
        return Arrays.asList(path.split("\\.", -1));
    }
}
