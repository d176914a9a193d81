package org.contexture.experiment;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contexture.experiment.yaml.Binder;
import org.contexture.experiment.yaml.Shape;
import org.contexture.experiment.yaml.YamlNode;
import org.contexture.experiment.yaml.YamlNode.Entry;
import org.contexture.experiment.yaml.YamlNode.ListNode;
import org.contexture.experiment.yaml.YamlNode.MapNode;
import org.contexture.experiment.yaml.YamlNode.ScalarNode;

/** Rewrites the paths in a file of one folder as seen from another, so that they lead to the same files. */
final class Relocation {
    private static final Shape FILE = Shape.of(ExperimentFile.class);

    private final Path from;
    private final Path to;

    private Relocation(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    /** The tree itself if the folders, both absolute, are the same. */
    static MapNode of(MapNode tree, Path from, Path to) {
        return from.equals(to) ? tree : new Relocation(from, to).moved(tree, "");
    }

    private MapNode moved(MapNode map, String path) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        map.entries().forEach((name, entry) -> {
            String inner = path.isEmpty() ? name : Binder.join(path, name);
            String setting =
                    FILE.find(inner).isPresent() ? inner : FILE.find(name).isPresent() ? name : path;
            entries.put(name, new Entry(entry.key(), moved(entry.value(), setting)));
        });
        return new MapNode(map.place(), entries);
    }

    private YamlNode moved(YamlNode node, String path) {
        if (node instanceof MapNode map) {
            return moved(map, path.equals("sweep") ? "" : path);
        }
        if (node instanceof ListNode list) {
            List<YamlNode> items =
                    list.items().stream().map(item -> moved(item, path)).toList();
            return new ListNode(list.place(), items);
        }
        Optional<Shape.Key> key = FILE.find(path);
        return node instanceof ScalarNode text
                        && key.isPresent()
                        && key.get().setting().path()
                        && !text.isNothing()
                ? new ScalarNode(text.place(), moved(text.text()), text.plain())
                : node;
    }

    private String moved(String text) {
        try {
            Path path = Path.of(text);
            return path.isAbsolute()
                    ? text
                    : to.relativize(from.resolve(path).normalize()).toString().replace(File.separatorChar, '/');
        } catch (IllegalArgumentException e) { // no path on this system, or another drive
            return text;
        }
    }
}
