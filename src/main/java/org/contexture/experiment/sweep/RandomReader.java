package org.contexture.experiment.sweep;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.contexture.experiment.sweep.Section.Factor;
import org.contexture.experiment.yaml.Problems;
import org.contexture.experiment.yaml.ScalarForm;
import org.contexture.experiment.yaml.Shape;
import org.contexture.experiment.yaml.YamlNode;
import org.contexture.experiment.yaml.YamlNode.Entry;
import org.contexture.experiment.yaml.YamlNode.MapNode;
import org.contexture.experiment.yaml.YamlNode.ScalarNode;

/**
 * Reads random search. Draws come from the seed and the setting's path alone: another setting, or more trials, change none of
 * them.
 */
final class RandomReader {
    private static final ScalarForm.Whole TRIALS = new ScalarForm.Whole(true, 1, SweepReader.MOST_POINTS);
    private static final ScalarForm.Whole SEED = new ScalarForm.Whole(true, Long.MIN_VALUE, Long.MAX_VALUE);
    private static final double ULP = 0x1.0p-53;

    private final SweptSettings settings;
    private final Problems problems;

    RandomReader(SweptSettings settings) {
        this.settings = settings;
        this.problems = settings.problems();
    }

    /** As many points as {@code trials} says. */
    Optional<Factor> read(YamlNode node, Scope scope) {
        if (!(node instanceof MapNode map)) {
            problems.add(
                    node.place(),
                    "random",
                    node.found() + "; expected trials, seed and settings, such as"
                            + " { trials: 20, seed: 7, model.hidden: { integer: [32, 256] } }");
            return Optional.empty();
        }
        long trials = whole(map, "trials", TRIALS, 0);
        long seed = whole(map, "seed", SEED, 1);
        List<List<Assignment>> columns = new ArrayList<>();
        for (Entry entry : map.entries().values()) {
            String path = entry.key().text();
            if (!path.equals("trials") && !path.equals("seed")) {
                column(entry, scope, trials, seed).ifPresent(columns::add);
            }
        }
        if (map.entries().keySet().stream().allMatch(k -> k.equals("trials") || k.equals("seed"))) {
            problems.add(map.place(), "random", "found no setting to draw; expected some, such as model.hidden");
        }
        return trials == 0 || columns.isEmpty() ? Optional.empty() : Optional.of(factor(map, columns, (int) trials));
    }

    private long whole(MapNode map, String name, ScalarForm.Whole form, long absent) {
        YamlNode node = map.get(name);
        if (node instanceof ScalarNode scalar && form.read(scalar) instanceof Long value) {
            return value;
        }
        if (node != null) {
            problems.add(node.place(), "random." + name, node.found() + "; expected " + form.expected());
        } else if (absent == 0) {
            problems.add(map.place(), "random." + name, "found nothing; expected " + form.expected());
        }
        return absent;
    }

    private static Factor factor(MapNode map, List<List<Assignment>> columns, int trials) {
        List<PointDraft> levels = new ArrayList<>();
        for (int t = 0; t < trials; t++) {
            int trial = t;
            List<Assignment> values =
                    columns.stream().map(column -> column.get(trial)).toList();
            levels.add(new PointDraft(values, map.place(), "draw " + (t + 1), null));
        }
        return new Factor(levels);
    }

    private Optional<List<Assignment>> column(Entry entry, Scope scope, long trials, long seed) {
        Optional<Shape.Key> key = settings.find(entry, List.of("trials", "seed"));
        if (key.isEmpty() || !scope.take(entry.key())) {
            return Optional.empty();
        }
        String path = entry.key().text();
        settings.checkBase(path, key.get());
        int before = problems.count();
        Optional<Distribution> distribution = new DistributionReader(settings, path, key.get()).read(entry.value());
        if (distribution.isEmpty() || problems.count() > before) {
            return Optional.empty();
        }
        SplittableRandom random = new SplittableRandom(seed ^ hash(path));
        List<Assignment> values = new ArrayList<>();
        for (long t = 0; t < trials; t++) {
            double quantile = (random.nextLong() >>> 11) * ULP;
            values.add(settings.assign(path, key.get(), distribution.get().at(quantile)));
        }
        return Optional.of(values);
    }

    private static long hash(String path) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
