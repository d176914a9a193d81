package org.contexture.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.contexture.experiment.YamlNode.ListNode;
import org.contexture.experiment.YamlNode.MapNode;
import org.contexture.experiment.YamlNode.ScalarNode;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/** Reads one experiment file in one pass: seeds, axes, the file's own values, then every point of the grid. */
final class ExperimentReader {
    static final long MOST_TRIALS = 100_000;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]([A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?");
    private static final ScalarForm.Whole SEED = new ScalarForm.Whole(true, Long.MIN_VALUE, Long.MAX_VALUE);
    private static final ScalarForm.Whole SEEDS = new ScalarForm.Whole(true, 1, MOST_TRIALS);

    private final Path file;
    private final Problems problems = new Problems();

    ExperimentReader(Path file) {
        this.file = file;
    }

    Experiment read() {
        String name = name(file);
        MapNode root = root();
        List<Long> seeds = seeds(root.get("seeds"));
        List<SweepReader.Axis> axes = new SweepReader(root, problems).read();
        Grid grid = new Grid(root, axes, problems);
        ExperimentFile first = grid.first();
        checkSize(root, grid.size(), seeds.size());
        problems.throwIfAny();
        List<Sweep.Point> points = grid.points();
        problems.throwIfAny();
        return experiment(name, Objects.requireNonNull(first), new Sweep(plain(axes), points), seeds);
    }

    private Experiment experiment(String name, ExperimentFile first, Sweep sweep, List<Long> seeds) {
        return new Experiment(
                name,
                file,
                first.question(),
                first.corpus(),
                first.model(),
                first.training(),
                first.decoding(),
                first.results(),
                sweep,
                seeds);
    }

    /** The experiment's name, which names its folder of results on every system. */
    private static String name(Path file) {
        String fileName = String.valueOf(file.getFileName());
        String name = fileName.endsWith(".yaml") ? fileName.substring(0, fileName.length() - 5) : "";
        if (!NAME.matcher(name).matches() || TrialId.isReserved(name)) {
            throw new UserError(file + ": found the file name '" + ScalarNode.quote(fileName)
                    + "'; expected letters, digits, '-', '_' and '.', then .yaml, such as smoke.yaml");
        }
        return name;
    }

    private MapNode root() {
        YamlNode root = YamlReader.read(file, problems);
        if (root instanceof MapNode map) {
            return map;
        }
        throw problems.fatal(
                root.place(),
                root.found() + "; expected keys with values: "
                        + String.join(", ", Shape.of(ExperimentFile.class).names()));
    }

    private List<Long> seeds(@Nullable YamlNode node) {
        if (node == null) {
            return List.of(1L);
        }
        if (node instanceof ScalarNode number && SEEDS.read(number) instanceof Long n) {
            return LongStream.rangeClosed(1, n).boxed().toList();
        }
        if (!(node instanceof ListNode list) || list.items().isEmpty()) {
            problems.add(
                    node.place(),
                    "seeds",
                    node.found() + "; expected a list such as [1, 2, 3], or " + SEEDS.expected());
            return List.of(1L);
        }
        return seeds(list);
    }

    private List<Long> seeds(ListNode list) {
        Set<Long> seeds = new LinkedHashSet<>();
        for (YamlNode node : list.items()) {
            if (!(node instanceof ScalarNode number && SEED.read(number) instanceof Long seed)) {
                problems.add(node.place(), "seeds", node.found() + "; expected " + SEED.expected());
            } else if (!seeds.add(seed)) {
                problems.add(node.place(), "seeds", node.found() + " a second time; expected each seed once");
            }
        }
        return new ArrayList<>(seeds);
    }

    private void checkSize(MapNode root, long points, int seeds) {
        YamlNode sweep = root.get("sweep");
        if (seeds > 0 && points > MOST_TRIALS / seeds) {
            String found = sweep == null
                    ? "found " + seeds + " seeds"
                    : "found " + points + " combinations of " + seeds + " seeds";
            problems.add(
                    (sweep == null ? root : sweep).place(),
                    sweep == null ? "seeds" : "sweep",
                    found + "; expected at most " + MOST_TRIALS + " trials");
        }
    }

    private static List<Sweep.Axis> plain(List<SweepReader.Axis> axes) {
        return axes.stream()
                .map(axis -> new Sweep.Axis(axis.path(), axis.values()))
                .toList();
    }
}
