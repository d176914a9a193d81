package org.contexture.experiment.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.contexture.experiment.yaml.Problems.Problem;
import org.contexture.experiment.yaml.YamlNode.Entry;
import org.contexture.experiment.yaml.YamlNode.ListNode;
import org.contexture.experiment.yaml.YamlNode.MapNode;
import org.contexture.experiment.yaml.YamlNode.ScalarNode;
import org.jspecify.annotations.Nullable;

/**
 * Turns located YAML into settings records. What does not fit is added to the problems and the pass goes on; a record is
 * constructed, and so checks its combinations, only if each of its values fits.
 */
public final class Binder {
    private final Shape root;
    private final Problems problems;
    /** Sections bound before: the points of a grid share most of theirs. */
    private final Map<YamlNode, Bound> bound = new HashMap<>();

    private record Bound(@Nullable Object value, List<Problem> problems) {}

    /** A binder of trees whose dotted paths start at {@code root}. */
    public Binder(Class<? extends Record> root, Problems problems) {
        this.root = Shape.of(root);
        this.problems = problems;
    }

    /** The whole tree, or null if there were problems. */
    public @Nullable Record bind(YamlNode node) {
        return (Record) section(new Form.Section(root.type(), List.of()), node, "");
    }

    /** One setting's value; null if it is null or was a problem, which the count of problems tells apart. */
    public @Nullable Object value(Shape.Key key, YamlNode node, String path) {
        if (key.nullable() && node instanceof ScalarNode scalar && scalar.isNothing()) {
            return null;
        }
        return value(key.form(), node, path);
    }

    private @Nullable Object value(Form form, YamlNode node, String path) {
        if (form instanceof ScalarForm scalar) {
            return scalar(scalar, node, path);
        }
        if (form instanceof Form.Items items) {
            return items(items, node, path);
        }
        if (form instanceof Form.Section section) {
            return section(section, node, path);
        }
        return node;
    }

    private @Nullable Object scalar(ScalarForm form, YamlNode node, String path) {
        Object value = node instanceof ScalarNode scalar ? form.read(scalar) : null;
        if (value == null) {
            String hint = node instanceof ScalarNode scalar ? Nearest.hint(scalar.text(), form.words()) : "";
            problems.add(node.place(), path, node.found() + "; expected " + form.expected() + hint);
        }
        return value;
    }

    private @Nullable Object items(Form.Items form, YamlNode node, String path) {
        if (!(node instanceof ListNode list) || list.items().isEmpty()) {
            problems.add(node.place(), path, node.found() + "; expected " + form.expected());
            return null;
        }
        int before = problems.count();
        List<@Nullable Object> values = new ArrayList<>();
        list.items().forEach(item -> values.add(scalar(form.item(), item, path)));
        return problems.count() == before ? values : null;
    }

    /** The record of a section; null if there were problems. */
    public @Nullable Object section(Form.Section form, YamlNode node, String path) {
        if (node instanceof ScalarNode word && form.words().contains(word.text())) {
            return checked(node, path, () -> Shape.of(form.type()).parse(word.text()));
        }
        if (!(node instanceof MapNode map)) {
            String hint = node instanceof ScalarNode word ? Nearest.hint(word.text(), form.words()) : "";
            problems.add(node.place(), path, node.found() + "; expected " + form.expected() + hint);
            return null;
        }
        int before = problems.count();
        Shape shape = Shape.of(form.type());
        map.entries().values().forEach(entry -> known(entry, shape, path));
        List<@Nullable Object> values = new ArrayList<>();
        shape.keys().forEach(key -> values.add(component(key, map, join(path, key.name()))));
        return problems.count() == before ? checked(node, path, () -> shape.create(values)) : null;
    }

    private @Nullable Object component(Shape.Key key, MapNode map, String path) {
        YamlNode node = map.get(key.name());
        if (node != null) {
            return key.form() instanceof Form.Section && !path.contains(".")
                    ? once(key, node, path)
                    : value(key, node, path);
        }
        if (key.byDefault() != null) {
            return value(key, key.byDefault(), path);
        }
        if (key.nullable()) {
            return null;
        }
        if (key.form() instanceof Form.Section section) {
            return section(section, new MapNode(map.place(), Map.of()), path);
        }
        problems.add(map.place(), path, "found nothing; expected " + key.form().expected());
        return null;
    }

    private @Nullable Object once(Shape.Key key, YamlNode node, String path) {
        Bound section = bound.computeIfAbsent(node, n -> {
            Problems inside = new Problems();
            return new Bound(new Binder(root.type(), inside).value(key, n, path), inside.take());
        });
        section.problems().forEach(problems::add);
        return section.value();
    }

    private void known(Entry entry, Shape shape, String path) {
        String name = entry.key().text();
        if (!shape.names().contains(name)) {
            String hint = Nearest.hint(name, shape.names());
            problems.add(
                    entry.key().place(),
                    join(path, ScalarNode.quote(name)),
                    "found an unknown key; expected one of " + String.join(", ", shape.names())
                            + (hint.isEmpty() ? root.elsewhere(name) : hint));
        }
    }

    private @Nullable Object checked(YamlNode node, String path, Supplier<Object> construction) {
        try {
            return construction.get();
        } catch (IllegalArgumentException e) {
            refuse(node, path, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** A refusal that starts with a key is reported at that key, if the file gives it. */
    private void refuse(YamlNode node, String path, String message) {
        String key = message.split(" ", 2)[0];
        YamlNode value = node instanceof MapNode map && key.startsWith(path + ".")
                ? map.get(key.substring(path.length() + 1))
                : null;
        problems.add(value == null ? node.place() : value.place(), value == null ? path : key, message);
    }

    public static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
