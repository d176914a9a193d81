package org.contexture.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.contexture.benchmark.CostEstimate;
import org.contexture.experiment.JsonFile;
import org.contexture.experiment.Plan;
import org.contexture.experiment.SettingOrigins;
import org.contexture.experiment.SettingOrigins.Origin;
import org.contexture.results.TerminalColumn;
import org.contexture.results.TerminalTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code contexture plan}: what a run would do. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Checks an experiment file and shows what a run would train: every configuration, its parameters and an estimate of"
                    + " its cost. Corpora are read, nothing is trained and nothing is written."
        },
        footer = {
            "",
            "Examples:",
            "  contexture plan experiments/cell-context-hidden.yaml",
            "  contexture plan my.yaml --set training.epochs=2 --trials",
            "  contexture plan my.yaml --origin"
        })
final class PlanCommand implements Runnable {
    @Mixin
    private ExperimentOptions experiment = new ExperimentOptions();

    @Option(names = "--trials", description = "List the id of every trial too.")
    private boolean trials;

    @Option(
            names = "--origin",
            description = "Show where each setting has its value from instead, without reading corpora.")
    private boolean origin;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        if (origin) {
            origins(out);
        } else {
            plan(out);
        }
        out.flush();
    }

    private void plan(PrintWriter out) {
        Corpora corpora = experiment.corpora();
        Plan plan = Plan.of(experiment.read().matched(corpora::vocabularies));
        double rate = CostEstimate.measuredRate();
        PlanReport report = new PlanReport(plan, PlannedConfiguration.of(plan, corpora, rate), rate);
        if (json) {
            out.print(JsonFile.pretty(report.json(trials)));
        } else {
            report.print(out, trials);
        }
    }

    private void origins(PrintWriter out) {
        List<Origin> origins = SettingOrigins.of(experiment.file(), experiment.overrides());
        if (json) {
            out.print(JsonFile.pretty(JsonFile.map(
                    "settings", origins.stream().map(PlanCommand::json).toList())));
            return;
        }
        TerminalTable table = new TerminalTable(List.of(
                TerminalColumn.text("setting", origins.stream().map(Origin::path)),
                TerminalColumn.text("value", origins.stream().map(Origin::value)),
                TerminalColumn.text("from", origins.stream().map(Origin::from))));
        out.print(table.text(Terminal.width(), "--json has all."));
    }

    private static Map<String, @Nullable Object> json(Origin origin) {
        return JsonFile.map("path", origin.path(), "value", origin.value(), "from", origin.from());
    }
}
