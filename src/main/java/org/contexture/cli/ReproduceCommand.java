package org.contexture.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.contexture.corpus.CorpusSettings;
import org.contexture.corpus.Dataset;
import org.contexture.experiment.FrozenPlan;
import org.contexture.experiment.FrozenTrial;
import org.contexture.results.Reproduction;
import org.contexture.results.Results;
import org.contexture.results.Tables;
import org.contexture.setting.UserError;
import org.contexture.tensor.WarmUp;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code contexture reproduce}: runs kept trials again and compares every metric. */
@Command(
        name = "reproduce",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs the trials of a folder of results again, from its plan.json, and compares every metric with the kept ones.",
            "They are equal bit for bit on every CPU. Of results with another arithmetic, or from before it was told, losses are"
                    + " compared within 1e-3 relative. Names the first difference and what has changed since. Nothing in the folder is touched."
        },
        footer = {
            "",
            "Examples:",
            "  contexture reproduce results/published/smoke",
            "  contexture reproduce results/smoke gru-last-s1 --keep /tmp/again",
            "",
            "Exit codes: 0 reproduced; 1 something differs; 2 wrong usage or unusable input."
        })
final class ReproduceCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "RESULTS", description = "A folder of results, or published tables.")
    private Path results = Path.of("");

    @Parameters(index = "1..*", paramLabel = "TRIAL", description = "Trials to run again (default: all that ended).")
    private List<String> trials = List.of();

    @Option(
            names = "--tolerance",
            paramLabel = "X",
            description = "Largest relative difference of any number, of whatever arithmetic.")
    private @Nullable Double tolerance;

    @Mixin
    private Workers workers = new Workers();

    @Option(
            names = "--base",
            paramLabel = "DIR",
            description = "Where the corpus files are (default: where the plan says).")
    private @Nullable Path base;

    @Option(names = "--keep", paramLabel = "DIR", description = "Keep the new results in this new folder.")
    private @Nullable Path keep;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        checkOptions();
        WarmUp.begin();
        FrozenPlan plan = FrozenPlan.read(results);
        List<FrozenTrial> wanted =
                new EndedTrials(results, Results.load(results).states()).of(plan, trials);
        ReproductionReport report = new ReproductionReport(results, plan, wanted, out());
        Map<CorpusSettings, Dataset> datasets = new Corpora(base == null ? plan.base() : base)
                .datasets(wanted.stream().map(each -> each.trial().corpus()));
        if (!report.sameCorpora(datasets)) {
            return Main.FAILED_TRIALS;
        }
        try (ScratchFolder scratch = ScratchFolder.of(keep)) {
            out().println("Running " + wanted.size() + " of " + plan.trials().size() + " trials again ...");
            out().flush();
            Map<String, Path> again =
                    new Rerun(datasets, workers.count(), this::tell).run(plan, wanted, scratch.path());
            Tables.write(scratch.path());
            return report.print(Reproduction.of(folders(scratch.path(), wanted, again), tolerance), scratch.path());
        }
    }

    private void checkOptions() {
        workers.count();
        if (tolerance != null && !(tolerance >= 0 && tolerance < 1)) {
            throw new UserError("--tolerance is " + tolerance + "; expected a number from 0 up to 1, such as 1e-6");
        }
        if (!Files.isDirectory(results)) {
            throw new UserError(
                    results + " is no folder; expected an experiment's folder of results, such as results/smoke");
        }
        if (base != null && !Files.isDirectory(base)) {
            throw new UserError("--base " + base + " is no folder; expected the one that corpus paths start at");
        }
    }

    private Reproduction.Folders folders(Path scratch, List<FrozenTrial> wanted, Map<String, Path> again) {
        Map<String, Reproduction.Folders.Pair> pairs = new LinkedHashMap<>();
        for (FrozenTrial trial : wanted) {
            Path folder = again.getOrDefault(trial.id(), scratch);
            pairs.put(trial.id(), new Reproduction.Folders.Pair(folder, trial.folderIn(results)));
        }
        return new Reproduction.Folders(scratch, results, pairs);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private synchronized void tell(String line) {
        out().println(line);
        out().flush();
    }
}
