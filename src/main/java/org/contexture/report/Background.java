package org.contexture.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.contexture.report.Block.Commands;
import org.contexture.report.Block.Fact;
import org.contexture.report.Block.Facts;
import org.contexture.report.Block.Folded;
import org.contexture.report.Block.Words;
import org.contexture.results.Results;
import org.contexture.results.SweptDesign;
import org.contexture.results.TrialColumns;
import org.contexture.statistics.FactorialDesign.Factor;
import tech.tablesaw.api.Table;

/** Where results come from, and how to have them again. */
final class Background {
    private static final int MOST_VALUES = 20;
    private static final int MOST_COMMANDS = 10;

    private Background() {}

    static List<Section> of(Results results, Origin origin, ReportRequest request) {
        return List.of(
                new Section("provenance", "Provenance", List.of(new Facts(facts(origin)))),
                new Section("again", "To run it again", commands(results, origin, request)),
                new Section("settings", "Settings", settings(results, origin)));
    }

    private static List<Fact> facts(Origin origin) {
        List<Fact> facts = new ArrayList<>();
        if (!origin.days().isEmpty()) facts.add(new Fact("run", origin.days() + " (UTC)"));
        if (!origin.engine().isEmpty()) facts.add(new Fact("engine (digest of code and libraries)", origin.engine()));
        facts.addAll(origin.facts());
        return facts.isEmpty() ? List.of(new Fact("provenance", "not in this folder")) : facts;
    }

    private static List<Block> commands(Results results, Origin origin, ReportRequest request) {
        String folder = results.folder().toString();
        List<Block> blocks = new ArrayList<>();
        if (!origin.commands().isEmpty()) {
            blocks.add(new Words("It was run by"));
            blocks.add(
                    new Commands(origin.commands().stream().limit(MOST_COMMANDS).toList()));
        } else if (!origin.file().isEmpty()) {
            blocks.add(new Words("It is run by"));
            blocks.add(new Commands(List.of(ShellWords.joined("contexture", List.of("run", origin.file())))));
        }
        blocks.add(new Words("Every number is computed again and compared, and the comparisons are printed, by"));
        blocks.add(new Commands(List.of(
                ShellWords.joined("contexture", List.of("reproduce", folder)),
                ShellWords.joined("contexture", List.of("compare", folder)),
                ShellWords.joined("contexture", report(folder, request)))));
        return blocks;
    }

    private static List<String> report(String folder, ReportRequest request) {
        List<String> words = new ArrayList<>(List.of("report", folder));
        if (request.metric() != null) words.addAll(List.of("--metric", request.metric()));
        if (request.baseline() != null) words.addAll(List.of("--baseline", request.baseline()));
        if (!request.by().isEmpty()) words.addAll(List.of("--by", String.join(",", request.by())));
        if (request.title() != null) words.addAll(List.of("--title", request.title()));
        return words;
    }

    private static List<Block> settings(Results results, Origin origin) {
        List<Fact> swept = SweptDesign.of(results.trials(), List.of()).factors().stream()
                .map(factor -> new Fact(factor.name(), values(factor)))
                .toList();
        List<Fact> fixed = fixed(results, origin);
        List<Block> blocks = new ArrayList<>();
        blocks.add(swept.isEmpty() ? new Words("No setting was swept.") : new Facts(swept));
        if (!fixed.isEmpty()) {
            blocks.add(new Folded(Wording.count(fixed.size(), "setting") + " that all trials share", new Facts(fixed)));
        }
        return blocks;
    }

    private static String values(Factor factor) {
        List<String> levels = factor.levels().stream().map(Wording::value).toList();
        return levels.size() <= MOST_VALUES
                ? String.join(", ", levels)
                : String.join(", ", levels.subList(0, MOST_VALUES)) + ", … (" + levels.size() + " values)";
    }

    /** Of the plan, or else of the table. */
    private static List<Fact> fixed(Results results, Origin origin) {
        return origin.shared().isEmpty()
                ? TrialColumns.settings(results.trials()).stream()
                        .flatMap(name -> shared(results.trials(), name).stream())
                        .toList()
                : origin.shared().entrySet().stream()
                        .map(entry -> new Fact(entry.getKey(), Wording.value(entry.getValue())))
                        .toList();
    }

    /** Nothing if trials that have begun differ in it. */
    private static Optional<Fact> shared(Table trials, String setting) {
        List<String> values = IntStream.range(0, trials.rowCount())
                .filter(row -> !trials.stringColumn("configuration").isMissing(row))
                .mapToObj(row -> trials.column(setting).getUnformattedString(row))
                .distinct()
                .toList();
        return values.size() == 1 ? Optional.of(new Fact(setting, Wording.value(values.get(0)))) : Optional.empty();
    }
}
