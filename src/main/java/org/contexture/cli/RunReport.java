package org.contexture.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.contexture.experiment.Plan;
import org.contexture.experiment.ResultFolder;
import org.contexture.experiment.TrialFolder;
import org.contexture.results.ConfigurationTable;
import org.contexture.results.ReferenceCheck;
import org.contexture.results.Results;
import org.contexture.results.Tables;
import org.contexture.results.TerminalTable;
import org.jspecify.annotations.Nullable;

/** What a run ends with: its tables written, the table of configurations, where everything is, and the exit code. */
final class RunReport {
    private final Plan plan;
    private final ResultFolder folder;
    private final PrintWriter out;

    RunReport(Plan plan, ResultFolder folder, PrintWriter out) {
        this.plan = plan;
        this.folder = folder;
        this.out = out;
    }

    /** Writes and prints everything; the exit code tells of failed trials and of results other than the expected ones. */
    int print(@Nullable Path expect) {
        Results tables = Tables.write(folder.path());
        out.println();
        out.print(TerminalTable.of(ConfigurationTable.of(tables.trials()))
                .text(
                        Terminal.width(),
                        "Every trial's values are in " + folder.path().resolve("trials.csv")));
        return conclude(expect);
    }

    private int conclude(@Nullable Path expect) {
        out.println();
        out.println("Tables:  " + folder.path() + "/{trials,epochs,positions,lengths,timings}.csv");
        out.println("Trials:  " + folder.trials() + "/<id>/ (configuration, losses, decoded sentences, log)");
        List<String> others = folder.others(plan);
        if (!others.isEmpty()) {
            out.println("Others:  " + others.size() + " trials there are not in "
                    + plan.experiment().file() + " any more and in no table: "
                    + String.join(", ", others.subList(0, Math.min(3, others.size())))
                    + (others.size() > 3 ? ", …" : ""));
        }
        List<TrialFolder> bad = plan.trials().stream()
                .map(trial -> folder.trial(trial.id()))
                .filter(trial -> !trial.state().equals("ok"))
                .toList();
        bad.forEach(trial -> out.println("Not ok:  " + trial.path().getFileName() + " (" + trial.state() + "), see "
                + trial.path() + "/log.txt"));
        boolean asExpected = expect == null || check(expect);
        out.flush();
        return bad.isEmpty() && asExpected ? 0 : Main.FAILED_TRIALS;
    }

    private boolean check(Path reference) {
        ReferenceCheck check = ReferenceCheck.of(folder.path(), reference);
        out.println("Expected: " + check.sentence());
        check.differences().stream().limit(20).forEach(d -> out.println("  " + d));
        return check.verdict() != ReferenceCheck.Verdict.DIFFERENT;
    }
}
