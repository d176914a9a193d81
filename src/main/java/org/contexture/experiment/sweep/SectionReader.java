package org.contexture.experiment.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.contexture.experiment.sweep.Section.Branch;
import org.contexture.experiment.sweep.Section.Factor;
import org.contexture.experiment.yaml.Form;
import org.contexture.experiment.yaml.Problems;
import org.contexture.experiment.yaml.YamlNode;
import org.contexture.experiment.yaml.YamlNode.Entry;
import org.contexture.experiment.yaml.YamlNode.ListNode;
import org.contexture.experiment.yaml.YamlNode.MapNode;
import org.jspecify.annotations.Nullable;

/** Reads one mapping below {@code sweep}, or below {@code when}. */
final class SectionReader {
    /** Words that are no settings; a setting's path has a dot, so they cannot collide. */
    static final List<String> WORDS = List.of("zip", "points", "random", "when", "exclude", "include", "match");

    private static final int MOST_CONDITIONS = 200;

    private final SweptSettings settings;
    private final Problems problems;
    private final PointReader points;
    private final ConditionReader conditions;
    private final Scope scope;
    private final boolean inner;
    private final List<Factor> factors = new ArrayList<>();
    private final List<Branch> branches = new ArrayList<>();
    private final List<Condition> excludes = new ArrayList<>();
    private final List<PointDraft> includes = new ArrayList<>();
    private @Nullable MatchSettings match;

    /** @param inner whether the section is below {@code when} */
    SectionReader(SweptSettings settings, Scope scope, boolean inner) {
        this.settings = settings;
        this.problems = settings.problems();
        this.points = new PointReader(settings);
        this.conditions = new ConditionReader(settings);
        this.scope = scope;
        this.inner = inner;
    }

    Section read(MapNode map) {
        map.entries().values().forEach(this::factor);
        map.entries().values().forEach(this::rest); // what is said about factors comes after all of them
        return new Section(map.place(), factors, branches, excludes, includes, match);
    }

    private void factor(Entry entry) {
        switch (entry.key().text()) {
            case "zip" ->
                items(entry.value()).forEach(zip -> points.zip(zip, scope).ifPresent(factors::add));
            case "points" -> {
                List<PointDraft> levels = points.points("points", entry.value(), scope);
                if (!levels.isEmpty()) factors.add(new Factor(levels));
            }
            case "random" ->
                new RandomReader(settings).read(entry.value(), scope).ifPresent(factors::add);
            case "when", "exclude", "include", "match" -> {}
            default -> points.axis(entry, WORDS, scope).ifPresent(factors::add);
        }
    }

    private void rest(Entry entry) {
        switch (entry.key().text()) {
            case "when" -> conditions("when", entry.value()).forEach(this::branch);
            case "exclude" ->
                conditions("exclude", entry.value())
                        .forEach(item -> conditions.read("exclude", item).ifPresent(excludes::add));
            case "include" -> includes.addAll(points.points("include", entry.value(), new Scope(problems)));
            case "match" -> match(entry);
            default -> {}
        }
    }

    private static List<YamlNode> items(YamlNode node) {
        return node instanceof ListNode list && !list.items().isEmpty() ? list.items() : List.of(node);
    }

    private List<YamlNode> conditions(String key, YamlNode node) {
        if (node instanceof ListNode list
                && !list.items().isEmpty()
                && list.items().size() <= MOST_CONDITIONS) {
            return list.items();
        }
        String expected = key.equals("when")
                ? "[{ if: { model.cell: lstm }, sweep: { model.hidden: [64] } }]"
                : "[{ model.cell: rnn, model.context: mean }]";
        String found = node instanceof ListNode list && !list.items().isEmpty()
                ? "found " + list.items().size() + " entries; expected at most " + MOST_CONDITIONS
                : node.found() + "; expected a list such as " + expected;
        problems.add(node.place(), key, found);
        return List.of();
    }

    private void branch(YamlNode node) {
        if (!(node instanceof MapNode map)
                || map.get("if") == null
                || map.get("sweep") == null
                || map.entries().size() != 2) {
            problems.add(
                    node.place(),
                    "when",
                    node.found() + "; expected the two keys if and sweep, such as"
                            + " { if: { model.cell: lstm }, sweep: { model.hidden: [64] } }");
            return;
        }
        Optional<Condition> condition = conditions.read("when", required(map, "if"));
        YamlNode sweep = required(map, "sweep");
        if (!(sweep instanceof MapNode section) || section.entries().isEmpty()) {
            problems.add(
                    sweep.place(),
                    "when",
                    sweep.found() + "; expected settings with lists of values, such as"
                            + " { model.hidden: [32, 64] }");
            return;
        }
        Section read = new SectionReader(settings, scope.inner(), true).read(section);
        condition.ifPresent(c -> branches.add(new Branch(c, read)));
    }

    private static YamlNode required(MapNode map, String key) {
        return Objects.requireNonNull(map.get(key));
    }

    private void match(Entry entry) {
        if (inner) {
            problems.add(entry.key().place(), "match", "found match below when; expected it once, beside when");
            return;
        }
        Form.Section form = new Form.Section(MatchSettings.class, List.of());
        if (!(settings.binder().section(form, entry.value(), "match") instanceof MatchSettings read)) {
            return;
        }
        if (scope.has(read.vary())) {
            problems.add(
                    entry.key().place(),
                    "match",
                    "found match beside values of " + read.vary()
                            + ", which it chooses itself; expected only one of them");
            return;
        }
        match = read;
    }
}
