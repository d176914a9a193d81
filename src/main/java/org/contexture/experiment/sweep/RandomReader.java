package org.contexture.experiment.sweep;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.contexture.experiment.sweep.Section.Factor;
import org.contexture.experiment.yaml.Nearest;
import org.contexture.experiment.yaml.Problems;
import org.contexture.experiment.yaml.ScalarForm;
import org.contexture.experiment.yaml.Shape;
import org.contexture.experiment.yaml.YamlNode;
import org.contexture.experiment.yaml.YamlNode.Entry;
import org.contexture.experiment.yaml.YamlNode.ListNode;
import org.contexture.experiment.yaml.YamlNode.MapNode;
import org.contexture.experiment.yaml.YamlNode.ScalarNode;

/**
 * Reads random search. Draws come from the seed and the setting's path alone: another setting, or more trials, change none of
 * them.
 */
final class RandomReader {
    static final List<String> DISTRIBUTIONS = List.of("uniform", "logUniform", "integer", "choice");

    private static final ScalarForm.Whole TRIALS = new ScalarForm.Whole(true, 1, SweepReader.MOST_POINTS);
    private static final ScalarForm.Whole SEED = new ScalarForm.Whole(true, Long.MIN_VALUE, Long.MAX_VALUE);
    private static final BigDecimal WIDEST = BigDecimal.valueOf(1L << 53);
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
        Optional<Distribution> distribution = distribution(entry, key.get());
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

    private Optional<Distribution> distribution(Entry entry, Shape.Key key) {
        String path = entry.key().text();
        if (!(entry.value() instanceof MapNode map) || map.entries().size() != 1) {
            problems.add(entry.value().place(), path, entry.value().found() + "; " + expected());
            return Optional.empty();
        }
        Entry only = map.entries().values().iterator().next();
        String word = only.key().text();
        if (!DISTRIBUTIONS.contains(word)) {
            problems.add(
                    only.key().place(),
                    path,
                    only.key().found() + "; " + expected() + Nearest.hint(word, DISTRIBUTIONS));
            return Optional.empty();
        }
        return word.equals("choice") ? choice(path, key, only.value()) : range(path, key, only);
    }

    private static String expected() {
        return "expected one of { uniform: [0.5, 2] }, { logUniform: [1e-4, 1e-2] }, { integer: [32, 256] },"
                + " { choice: [a, b] }";
    }

    private Optional<Distribution> choice(String path, Shape.Key key, YamlNode node) {
        if (!(node instanceof ListNode list) || list.items().isEmpty()) {
            problems.add(node.place(), path, node.found() + "; expected a list of values to choose from");
            return Optional.empty();
        }
        list.items().forEach(item -> settings.compare(path, key, item));
        return Optional.of(new Distribution.Choice(list.items()));
    }

    private Optional<Distribution> range(String path, Shape.Key key, Entry only) {
        String word = only.key().text();
        boolean whole = key.form() instanceof ScalarForm.Whole;
        boolean suits =
                word.equals("logUniform") ? isNumber(key) : word.equals("integer") ? whole : isNumber(key) && !whole;
        if (!suits) {
            problems.add(
                    only.key().place(),
                    path,
                    "found " + word + ", but the setting takes "
                            + key.form().expected() + "; expected "
                            + (whole
                                    ? "integer, logUniform or choice"
                                    : isNumber(key) ? "uniform, logUniform or choice" : "choice"));
            return Optional.empty();
        }
        if (!(only.value() instanceof ListNode list) || list.items().size() != 2) {
            problems.add(
                    only.value().place(),
                    path,
                    only.value().found() + "; expected the least and the greatest value, such as"
                            + (whole ? " [32, 256]" : " [0.001, 0.1]"));
            return Optional.empty();
        }
        return range(path, key, word, list);
    }

    private Optional<Distribution> range(String path, Shape.Key key, String word, ListNode list) {
        for (YamlNode item : list.items()) {
            if (!settings.compare(path, key, item).fits()
                    || !(item instanceof ScalarNode bound && !bound.isNothing())) {
                return Optional.empty();
            }
        }
        BigDecimal from = new BigDecimal(((ScalarNode) list.items().get(0)).text());
        BigDecimal to = new BigDecimal(((ScalarNode) list.items().get(1)).text());
        boolean isLog = word.equals("logUniform");
        String wanted = from.compareTo(to) >= 0
                ? "the least value first, and a greater one"
                : isLog && from.signum() <= 0
                        ? "bounds above 0, because logUniform draws orders of magnitude"
                        : to.subtract(from).compareTo(WIDEST) >= 0 ? "bounds less than 2^53 apart" : "";
        if (!wanted.isEmpty()) {
            problems.add(list.place(), path, "found [" + from + ", " + to + "]; expected " + wanted);
            return Optional.empty();
        }
        boolean whole = key.form() instanceof ScalarForm.Whole;
        return Optional.of(
                isLog
                        ? new Distribution.LogUniform(list.place(), from, to, whole)
                        : whole
                                ? new Distribution.Whole(list.place(), from, to)
                                : new Distribution.Uniform(list.place(), from, to));
    }

    private static boolean isNumber(Shape.Key key) {
        return key.form() instanceof ScalarForm.Whole || key.form() instanceof ScalarForm.Decimal;
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
