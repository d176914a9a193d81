package org.contexture.experiment.sweep;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.contexture.experiment.yaml.Nearest;
import org.contexture.experiment.yaml.Problems;
import org.contexture.experiment.yaml.ScalarForm;
import org.contexture.experiment.yaml.Shape;
import org.contexture.experiment.yaml.YamlNode;
import org.contexture.experiment.yaml.YamlNode.Entry;
import org.contexture.experiment.yaml.YamlNode.ListNode;
import org.contexture.experiment.yaml.YamlNode.MapNode;
import org.contexture.experiment.yaml.YamlNode.ScalarNode;

/** Reads what one setting is drawn from, checked against that setting. */
final class DistributionReader {
    private static final List<String> WORDS = List.of("uniform", "logUniform", "integer", "choice");
    private static final String EXPECTED = "; expected one of { uniform: [0.5, 2] }, { logUniform: [1e-4, 1e-2] },"
            + " { integer: [32, 256] }, { choice: [a, b] }";
    private static final BigDecimal WIDEST = BigDecimal.valueOf(1L << 53);

    private final SweptSettings settings;
    private final Problems problems;
    private final String path;
    private final Shape.Key key;
    private final boolean whole;
    private final boolean number;

    DistributionReader(SweptSettings settings, String path, Shape.Key key) {
        this.settings = settings;
        this.problems = settings.problems();
        this.path = path;
        this.key = key;
        this.whole = key.form() instanceof ScalarForm.Whole;
        this.number = whole || key.form() instanceof ScalarForm.Decimal;
    }

    Optional<Distribution> read(YamlNode node) {
        if (!(node instanceof MapNode map) || map.entries().size() != 1) {
            return refused(node, node.found() + EXPECTED);
        }
        Entry only = map.entries().values().iterator().next();
        String word = only.key().text();
        if (!WORDS.contains(word)) {
            return refused(only.key(), only.key().found() + EXPECTED + Nearest.hint(word, WORDS));
        }
        return word.equals("choice") ? choice(only.value()) : range(only);
    }

    private Optional<Distribution> refused(YamlNode node, String message) {
        problems.add(node.place(), path, message);
        return Optional.empty();
    }

    private Optional<Distribution> choice(YamlNode node) {
        if (!(node instanceof ListNode list) || list.items().isEmpty()) {
            return refused(node, node.found() + "; expected a list of values to choose from");
        }
        list.items().forEach(item -> settings.compare(path, key, item));
        return Optional.of(new Distribution.Choice(list.items()));
    }

    private Optional<Distribution> range(Entry only) {
        String word = only.key().text();
        boolean suits = word.equals("logUniform") ? number : word.equals("integer") ? whole : number && !whole;
        if (!suits) {
            String suitable =
                    whole ? "integer, logUniform or choice" : number ? "uniform, logUniform or choice" : "choice";
            return refused(
                    only.key(),
                    "found " + word + ", but the setting takes " + key.form().expected() + "; expected " + suitable);
        }
        if (!(only.value() instanceof ListNode list) || list.items().size() != 2) {
            return refused(
                    only.value(),
                    only.value().found() + "; expected the least and the greatest value, such as"
                            + (whole ? " [32, 256]" : " [0.001, 0.1]"));
        }
        return isBound(list.items().get(0)) && isBound(list.items().get(1)) ? range(word, list) : Optional.empty();
    }

    private boolean isBound(YamlNode node) {
        return settings.compare(path, key, node).fits() && node instanceof ScalarNode bound && isNumber(bound);
    }

    /** Null fits some settings, but is no bound. */
    private boolean isNumber(ScalarNode bound) {
        if (bound.isNothing()) refused(bound, bound.found() + "; expected a number");
        return !bound.isNothing();
    }

    private Optional<Distribution> range(String word, ListNode list) {
        BigDecimal from = number(list.items().get(0));
        BigDecimal to = number(list.items().get(1));
        boolean isLog = word.equals("logUniform");
        String wanted = from.compareTo(to) >= 0
                ? "the least value first, and a greater one"
                : isLog && from.signum() <= 0
                        ? "bounds above 0, because logUniform draws orders of magnitude"
                        : whole && to.subtract(from).compareTo(WIDEST) >= 0 ? "bounds less than 2^53 apart" : "";
        if (!wanted.isEmpty()) {
            return refused(list, "found [" + from + ", " + to + "]; expected " + wanted);
        }
        if (isLog) {
            return Optional.of(new Distribution.LogUniform(list.place(), from, to, whole));
        }
        return Optional.of(
                whole
                        ? new Distribution.Whole(list.place(), from, to)
                        : new Distribution.Uniform(list.place(), from, to));
    }

    private static BigDecimal number(YamlNode bound) {
        return new BigDecimal(((ScalarNode) bound).text());
    }
}
