package org.contexture.experiment.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contexture.experiment.sweep.Condition.Term;
import org.contexture.experiment.yaml.Form;
import org.contexture.experiment.yaml.Problems;
import org.contexture.experiment.yaml.Shape;
import org.contexture.experiment.yaml.YamlNode;
import org.contexture.experiment.yaml.YamlNode.Entry;
import org.contexture.experiment.yaml.YamlNode.ListNode;
import org.contexture.experiment.yaml.YamlNode.MapNode;
import org.jspecify.annotations.Nullable;

/** Reads what {@code exclude} and {@code when} ask of points. */
final class ConditionReader {
    private final SweptSettings settings;
    private final Problems problems;

    ConditionReader(SweptSettings settings) {
        this.settings = settings;
        this.problems = settings.problems();
    }

    /** Settings with a value, or a list of values, that a point must have. */
    Optional<Condition> read(String key, YamlNode node) {
        if (!(node instanceof MapNode map) || map.entries().isEmpty()) {
            problems.add(
                    node.place(),
                    key,
                    node.found() + "; expected settings with a value or a list of values, such as"
                            + " { model.cell: [gru, lstm], model.context: mean }");
            return Optional.empty();
        }
        int before = problems.count();
        List<Term> terms = new ArrayList<>();
        for (Entry entry : map.entries().values()) {
            settings.find(entry, List.of()).ifPresent(setting -> terms.add(term(entry, setting)));
        }
        return problems.count() == before ? Optional.of(new Condition(map.place(), key, terms)) : Optional.empty();
    }

    private Term term(Entry entry, Shape.Key setting) {
        String path = entry.key().text();
        List<@Nullable Object> values = new ArrayList<>();
        for (YamlNode value : alternatives(setting, entry.value())) {
            values.add(settings.compare(path, setting, value).value());
        }
        return new Term(path, values);
    }

    /** For a setting whose value is itself a list, only a list of lists is a choice. */
    private static List<YamlNode> alternatives(Shape.Key setting, YamlNode value) {
        boolean isChoice = value instanceof ListNode list
                && !list.items().isEmpty()
                && (!(setting.form() instanceof Form.Items)
                        || list.items().stream().allMatch(ListNode.class::isInstance));
        return isChoice ? ((ListNode) value).items() : List.of(value);
    }
}
