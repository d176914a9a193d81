package org.contexture.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.contexture.corpus.CorpusSettings;
import org.contexture.corpus.Dataset;
import org.contexture.experiment.Experiment;
import org.contexture.experiment.JsonFile;
import org.contexture.experiment.Plan;
import org.contexture.experiment.Trial;
import org.contexture.experiment.TrialFolder;
import org.contexture.experiment.executor.InProcess;
import org.contexture.results.ConfigurationTable;
import org.contexture.results.ReferenceCheck;
import org.contexture.results.Results;
import org.contexture.results.Tables;
import org.contexture.results.TerminalTable;
import org.contexture.setting.UserError;
import org.contexture.tensor.Machine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code contexture run}: trains every trial of an experiment file and writes the tables. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Trains every trial of an experiment file, writes its tables and prints the result.",
        footer = {
            "",
            "Finished trials of the same settings are kept, so running the same command again goes on",
            "where it was interrupted.",
            "",
            "Examples:",
            "  contexture run experiments/smoke.yaml",
            "  contexture run experiments/cell-context-hidden.yaml --workers 4 --results /data/runs"
        })
final class RunCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "The experiment, a YAML file.")
    private Path file = Path.of("");

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Where result folders go (default: ${DEFAULT-VALUE}).",
            defaultValue = "results")
    private Path results = Path.of("results");

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Trials that run at once (default: one for each core).")
    private @Nullable Integer workers;

    @Option(
            names = "--expect",
            paramLabel = "DIR",
            description =
                    "Compare with the published tables in DIR: bit for bit on a machine of the same CPU, BLAS kernel"
                            + " and ND4J build, else losses within 1e-3 relative. Exit code 1 if they differ.")
    private @Nullable Path expect;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        checkOptions();
        Experiment experiment = Experiment.read(file);
        Plan plan = Plan.of(experiment);
        Path folder = results.resolve(experiment.name());
        List<Trial> open = open(plan, folder);
        Map<CorpusSettings, Dataset> datasets = datasets(open, out);
        writePlan(plan, folder);
        train(plan, folder, new InProcess(folder.resolve("trials"), datasets, workers()), open);
        Results tables = Tables.write(folder);
        out.println();
        out.print(TerminalTable.of(ConfigurationTable.of(tables.trials()))
                .text(Terminal.width(), folder.resolve("trials.csv").toString()));
        return conclude(plan, folder, out);
    }

    /** What is wrong is told before anything is computed. */
    private void checkOptions() {
        if (workers != null && workers < 1) {
            throw new UserError("--workers is " + workers + "; expected at least 1");
        }
        if (expect != null && !Files.isRegularFile(expect.resolve("trials.csv"))) {
            throw new UserError(
                    "--expect " + expect + ": no trials.csv there; expected a folder with published tables");
        }
    }

    private int workers() {
        return workers == null ? Runtime.getRuntime().availableProcessors() : workers;
    }

    /** The trials still to be run; what a folder already holds under the same id must be the same trial. */
    private static List<Trial> open(Plan plan, Path folder) {
        List<Trial> open = new ArrayList<>();
        for (Trial trial : plan.trials()) {
            TrialFolder old = new TrialFolder(folder.resolve("trials").resolve(trial.id()));
            if (old.isFinished() && !old.holds(trial)) {
                throw new UserError(old.path() + " holds a finished trial of other settings, which is not overwritten;"
                        + " expected the settings of " + plan.experiment().file()
                        + ". Choose another folder with --results DIR, or move the old one away.");
            }
            if (!old.isFinished()) {
                open.add(trial);
            }
        }
        return open;
    }

    private Map<CorpusSettings, Dataset> datasets(List<Trial> trials, PrintWriter out) {
        Path base = file.toAbsolutePath().getParent();
        Map<CorpusSettings, Dataset> datasets = new LinkedHashMap<>();
        for (Trial trial : trials) {
            if (!datasets.containsKey(trial.corpus())) {
                Dataset data = Dataset.load(trial.corpus(), base == null ? Path.of("") : base);
                data.notes().forEach(note -> out.println("corpus: " + note));
                datasets.put(trial.corpus(), data);
            }
        }
        out.flush();
        return datasets;
    }

    private static void writePlan(Plan plan, Path folder) {
        JsonFile.write(
                folder.resolve("plan.json"),
                JsonFile.pretty(JsonFile.map(
                        "experiment", plan.experiment().name(),
                        "question", plan.experiment().question(),
                        "trials", plan.trials().stream().map(Trial::id).toList())));
        Machine machine = Machine.here();
        JsonFile.write(
                folder.resolve("provenance.json"),
                JsonFile.pretty(JsonFile.map("cpu", machine.cpu(), "blas", machine.blas(), "nd4j", machine.nd4j())));
    }

    private void train(Plan plan, Path folder, InProcess executor, List<Trial> open) {
        int kept = plan.trials().size() - open.size();
        Progress progress = new Progress(spec.commandLine().getOut(), open.size(), Terminal.isInteractive());
        progress.announce(plan, folder, kept);
        executor.run(open, progress);
        progress.close();
    }

    private int conclude(Plan plan, Path folder, PrintWriter out) {
        out.println();
        out.println("Tables:  " + folder + "/{trials,epochs,positions,timings}.csv");
        out.println("Trials:  " + folder.resolve("trials") + "/<id>/ (configuration, losses, decoded sentences, log)");
        List<Trial> bad = plan.trials().stream()
                .filter(t -> !new TrialFolder(folder.resolve("trials").resolve(t.id()))
                        .state()
                        .equals("ok"))
                .toList();
        bad.forEach(t -> out.println("Not ok:  " + t.id() + ", see "
                + folder.resolve("trials").resolve(t.id()).resolve("log.txt")));
        boolean asExpected = expect == null || check(folder, expect, out);
        out.flush();
        return bad.isEmpty() && asExpected ? 0 : Main.FAILED_TRIALS;
    }

    private static boolean check(Path folder, Path reference, PrintWriter out) {
        ReferenceCheck check = ReferenceCheck.of(folder, reference);
        out.println("Expected: " + check.sentence());
        check.differences().stream().limit(20).forEach(d -> out.println("  " + d));
        return check.verdict() != ReferenceCheck.Verdict.DIFFERENT;
    }
}
