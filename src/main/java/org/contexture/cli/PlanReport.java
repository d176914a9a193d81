package org.contexture.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.contexture.experiment.Experiment;
import org.contexture.experiment.FlatSettings;
import org.contexture.experiment.JsonFile;
import org.contexture.experiment.Plan;
import org.contexture.experiment.SeedRule;
import org.contexture.experiment.Sweep;
import org.contexture.experiment.Trial;
import org.contexture.results.TerminalColumn;
import org.contexture.results.TerminalTable;
import org.jspecify.annotations.Nullable;

/** A plan for people and for programs. */
final class PlanReport {
    private final Plan plan;
    private final List<PlannedConfiguration> configurations;
    private final double rate;

    PlanReport(Plan plan, List<PlannedConfiguration> configurations, double rate) {
        this.plan = plan;
        this.configurations = configurations;
        this.rate = rate;
    }

    /** Seconds of one core that all trials take, and those of the longest. */
    private double total() {
        return configurations.stream().mapToDouble(c -> c.cost().seconds()).sum() * seeds();
    }

    private double longest() {
        return configurations.stream()
                .mapToDouble(c -> c.cost().seconds())
                .max()
                .orElse(0);
    }

    private int seeds() {
        return plan.experiment().seeds().size();
    }

    void print(PrintWriter out, boolean trials) {
        Experiment experiment = plan.experiment();
        out.println(experiment.name() + " (" + experiment.file() + ")");
        if (experiment.question() != null) out.println(experiment.question().replaceAll("\\p{Cntrl}", " "));
        out.println();
        out.print(table().text(Terminal.width(), "--json has every column."));
        out.println();
        if (trials) plan.trials().forEach(trial -> out.println(trial.id()));
        if (trials) out.println();
        configurations.stream()
                .filter(PlannedConfiguration::isFarFromBudget)
                .forEach(c -> out.println("match: " + c.name() + " has " + count(c.parameters()) + " parameters, "
                        + percent(c.offBudget()) + " from the budget; no width allowed comes closer"));
        summary(out);
    }

    private void summary(PrintWriter out) {
        int count = plan.trials().size();
        SeedRule until = plan.experiment().until();
        out.println("Trials:   " + count + " (" + configurations.size()
                + (configurations.size() == 1 ? " configuration" : " configurations") + ", seeds "
                + (seeds() > 10 ? seeds() + " of them" : String.join(", ", seedWords()))
                + (until == null ? "" : "; up to " + until.max() + " until " + until.metric() + " is known") + ")");
        int workers = Math.min(count, Runtime.getRuntime().availableProcessors());
        double wall = Math.max(longest(), total() / workers);
        out.println("Estimate: " + time(total()) + " of one core, " + time(wall) + " with " + workers
                + (workers == 1 ? " worker" : " workers") + ", the longest trial " + time(longest()));
        out.println(String.format(
                Locale.ROOT,
                "          from %.3g FLOP at this machine's %.0f GFLOP/s; only an estimate, it may be off by a factor of two",
                configurations.stream().mapToDouble(c -> c.cost().flops()).sum() * seeds(),
                rate / 1e9));
    }

    private List<String> seedWords() {
        return plan.experiment().seeds().stream().map(String::valueOf).toList();
    }

    private TerminalTable table() {
        List<String> paths =
                plan.experiment().sweep().axes().stream().map(Sweep.Axis::path).toList();
        List<TerminalColumn> columns = new ArrayList<>();
        if (paths.isEmpty()) columns.add(TerminalColumn.text("configuration", names()));
        List<String> headers = TerminalTable.shortNames(paths);
        for (int a = 0; a < paths.size(); a++) {
            columns.add(axis(headers.get(a), paths.get(a)));
        }
        columns.add(TerminalColumn.numbers("parameters", configurations.stream().map(c -> count(c.parameters()))));
        if (configurations.stream().anyMatch(c -> c.budget() != null)) {
            columns.add(
                    TerminalColumn.numbers("offBudget", configurations.stream().map(c -> percent(c.offBudget()))));
        }
        columns.add(TerminalColumn.numbers(
                "GFLOP",
                configurations.stream()
                        .map(c -> String.format(Locale.ROOT, "%,.0f", c.cost().flops() / 1e9))));
        columns.add(TerminalColumn.numbers(
                "estimate", configurations.stream().map(c -> time(c.cost().seconds()))));
        return new TerminalTable(columns);
    }

    private Stream<String> names() {
        return configurations.stream().map(PlannedConfiguration::name);
    }

    private TerminalColumn axis(String header, String path) {
        boolean isNumber = configurations.stream().allMatch(c -> c.values().get(path) instanceof Number);
        List<String> cells = configurations.stream()
                .map(c -> c.values().get(path) == null
                        ? ""
                        : FlatSettings.text(c.values().get(path)))
                .toList();
        return new TerminalColumn(header, isNumber, cells);
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String percent(@Nullable Double share) {
        return share == null ? "" : String.format(Locale.ROOT, "%+.1f %%", 100 * share);
    }

    private static String time(double seconds) {
        String unit = seconds < 100 ? "s" : seconds < 6000 ? "min" : seconds < 100 * 3600 ? "h" : "days";
        double value = seconds / (seconds < 100 ? 1 : seconds < 6000 ? 60 : seconds < 100 * 3600 ? 3600 : 86400);
        return String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, unit);
    }

    Map<String, @Nullable Object> json(boolean trials) {
        Experiment experiment = plan.experiment();
        Map<String, @Nullable Object> json = JsonFile.map(
                "experiment", experiment.name(),
                "file", experiment.file().toString(),
                "question", experiment.question(),
                "seeds", experiment.seeds(),
                "trials", plan.trials().size(),
                "configurations",
                        configurations.stream().map(PlannedConfiguration::json).toList(),
                "estimatedSeconds", total(),
                "longestSeconds", longest(),
                "productsPerSecond", rate);
        if (trials) json.put("ids", plan.trials().stream().map(Trial::id).toList());
        return json;
    }
}
