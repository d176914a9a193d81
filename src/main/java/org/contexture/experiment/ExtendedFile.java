package org.contexture.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.contexture.experiment.yaml.Problems;
import org.contexture.experiment.yaml.Shape;
import org.contexture.experiment.yaml.YamlNode;
import org.contexture.experiment.yaml.YamlNode.ListNode;
import org.contexture.experiment.yaml.YamlNode.MapNode;
import org.contexture.experiment.yaml.YamlNode.ScalarNode;
import org.contexture.experiment.yaml.YamlReader;
import org.contexture.setting.UserError;

/** A file merged over those it extends. What makes a file unreadable ends the reading at once: the rest would be guesses. */
final class ExtendedFile {
    static final String EXTENDS = "extends";

    private static final int DEEPEST = 8;
    private static final int MOST_FILES = 64;

    private final Path file;
    private final Problems problems;
    private int files;

    ExtendedFile(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * The whole tree, without the key {@code extends}.
     *
     * @throws UserError if a file cannot be read or is no mapping, or files extend each other in a circle or too deeply
     */
    MapNode tree() {
        return tree(file, List.of(file));
    }

    private MapNode tree(Path path, List<Path> chain) {
        YamlNode root = YamlReader.read(path, problems);
        if (!(root instanceof MapNode map)) {
            throw problems.fatal(
                    root.place(),
                    root.found() + "; expected keys with values: "
                            + String.join(", ", Shape.of(ExperimentFile.class).names()));
        }
        YamlNode bases = map.get(EXTENDS);
        MapNode own = Relocation.of(map, folder(path), folder(file));
        if (bases == null) {
            return own;
        }
        MapNode merged = new MapNode(map.place(), Map.of());
        for (YamlNode base :
                bases instanceof ListNode list && !list.items().isEmpty() ? list.items() : List.of(bases)) {
            merged = merged.mergedWith(base(base, path, chain));
        }
        return merged.mergedWith(own.without(EXTENDS));
    }

    private MapNode base(YamlNode node, Path from, List<Path> chain) {
        Path path = path(node, from);
        List<Path> longer = new ArrayList<>(chain);
        longer.add(path);
        if (chain.stream().anyMatch(other -> same(other, path))) {
            throw refused(node, "found a circle of files: " + arrows(longer) + "; expected files that end somewhere");
        }
        if (longer.size() > DEEPEST + 1 || ++files > MOST_FILES) {
            String found = longer.size() > DEEPEST + 1 ? DEEPEST + " levels: " + arrows(longer) : MOST_FILES + " files";
            throw refused(node, "found more than " + found + "; expected one or two");
        }
        if (!Files.isRegularFile(path)) {
            throw refused(
                    node,
                    node.found() + ", but there is no file " + path + "; expected an experiment file"
                            + YamlReader.neighbour(path));
        }
        return tree(path, longer);
    }

    private Path path(YamlNode node, Path from) {
        if (node instanceof ScalarNode name && name.text().endsWith(".yaml")) {
            try {
                Path path = Path.of(name.text());
                if (!path.isAbsolute()) {
                    Path parent = from.getParent();
                    return (parent == null ? path : parent.resolve(path)).normalize();
                }
            } catch (InvalidPathException e) {
                throw refused(node, node.found() + ", which is no path; expected a file such as base.yaml");
            }
        }
        throw refused(
                node,
                node.found() + "; expected a .yaml file, relative to this one, such as base.yaml, or a list of such");
    }

    private UserError refused(YamlNode node, String message) {
        problems.add(node.place(), EXTENDS, message);
        return problems.error();
    }

    private static boolean same(Path a, Path b) {
        try {
            return Files.isSameFile(a, b);
        } catch (IOException e) {
            return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
        }
    }

    private static String arrows(List<Path> chain) {
        return chain.stream().map(path -> String.valueOf(path.getFileName())).collect(Collectors.joining(" -> "));
    }

    private static Path folder(Path path) {
        return Objects.requireNonNull(path.toAbsolutePath().normalize().getParent());
    }
}
