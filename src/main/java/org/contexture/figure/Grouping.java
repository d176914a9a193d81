package org.contexture.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contexture.results.Results;
import org.contexture.results.SweptDesign;
import org.contexture.results.TerminalTable;
import org.contexture.statistics.FactorialDesign.Factor;
import tech.tablesaw.api.Table;

/**
 * Trials in groups, of which each is a series of a chart. Where one panel would be too full, the last setting makes panels.
 *
 * @param members each trial's place, by its id, in the order of trials
 */
record Grouping(Map<String, Member> members) {
    private static final int MOST_IN_A_PANEL = 6;

    /** @param panel empty without panels */
    record Group(String panel, String series) {}

    /** A trial's group, and the seed that is one value of it. */
    record Member(Group group, long seed) {}

    /**
     * By the values of some settings.
     *
     * @param by settings that differ between trials; empty for all of them
     * @throws org.contexture.setting.UserError if one of them does not differ
     */
    static Grouping by(Results results, List<String> by) {
        Table trials = results.trials();
        SweptDesign swept = SweptDesign.of(trials, by); // refuses what does not differ
        List<String> settings =
                by.isEmpty() ? swept.factors().stream().map(Factor::name).toList() : by;
        Map<String, List<String>> values = new LinkedHashMap<>();
        Map<String, Long> seeds = new LinkedHashMap<>();
        for (int row = 0; row < trials.rowCount(); row++) {
            if (!trials.stringColumn("configuration").isMissing(row)) {
                values.put(trials.stringColumn("trial").get(row), values(trials, settings, row));
                seeds.put(
                        trials.stringColumn("trial").get(row),
                        trials.longColumn("seed").get(row));
            }
        }
        boolean panels =
                settings.size() > 1 && values.values().stream().distinct().count() > MOST_IN_A_PANEL;
        List<String> names = TerminalTable.shortNames(settings);
        Map<String, Member> members = new LinkedHashMap<>();
        values.forEach((trial, own) ->
                members.put(trial, new Member(group(names, own, panels), seeds.getOrDefault(trial, 0L))));
        return new Grouping(members);
    }

    private static List<String> values(Table trials, List<String> settings, int row) {
        return settings.isEmpty()
                ? List.of(trials.stringColumn("configuration").get(row))
                : settings.stream()
                        .map(setting -> named(trials.column(setting).getUnformattedString(row)))
                        .toList();
    }

    /** A setting without a value has one that can be read. */
    static String named(String value) {
        return value.isEmpty() ? "(none)" : value;
    }

    private static Group group(List<String> names, List<String> values, boolean panels) {
        int last = values.size() - 1;
        return panels
                ? new Group(names.get(last) + " " + values.get(last), String.join(" · ", values.subList(0, last)))
                : new Group("", String.join(" · ", values));
    }

    /** All groups, in the order of trials. */
    List<Group> groups() {
        return members.values().stream().map(Member::group).distinct().toList();
    }

    /** The titles of the panels; one empty one without panels. */
    List<String> panels() {
        List<String> panels =
                new ArrayList<>(groups().stream().map(Group::panel).distinct().toList());
        if (panels.isEmpty()) panels.add("");
        return panels;
    }
}
