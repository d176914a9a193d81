package org.contexture.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.contexture.experiment.FrozenPlan;
import org.contexture.experiment.FrozenTrial;
import org.contexture.experiment.ResultFolder;
import org.contexture.experiment.State;
import org.contexture.experiment.TrialFolder;
import org.contexture.results.ConfigurationTable;
import org.contexture.results.ReferenceCheck;
import org.contexture.results.Results;
import org.contexture.results.Tables;
import org.contexture.results.TerminalTable;
import org.jspecify.annotations.Nullable;

/** What a run ends with: its tables written, the table of configurations, where everything is, and the exit code. */
final class RunReport {
    private final FrozenPlan plan;
    private final ResultFolder folder;
    private final PrintWriter out;

    RunReport(FrozenPlan plan, ResultFolder folder, PrintWriter out) {
        this.plan = plan;
        this.folder = folder;
        this.out = out;
    }

    /** Writes and prints everything; the exit code tells of failed trials and of results other than the expected ones. */
    int print(boolean interrupted, @Nullable Path expect) {
        Results tables = Tables.write(folder.path());
        out.println();
        out.print(TerminalTable.of(ConfigurationTable.of(tables.trials()))
                .text(
                        Terminal.width(),
                        "Every trial's values are in " + folder.path().resolve("trials.csv")));
        int code = conclude(expect);
        if (interrupted) {
            out.println("Interrupted: what has ended is in the tables; run the same command again to go on.");
            out.flush();
        }
        return code;
    }

    private int conclude(@Nullable Path expect) {
        out.println();
        out.println("Tables:  " + folder.path() + "/{trials,epochs,positions,lengths,timings}.csv");
        out.println("Trials:  " + folder.trials() + "/<id>/ (configuration, losses, decoded sentences, log)");
        List<String> others = folder.others(plan);
        if (!others.isEmpty()) {
            out.println("Others:  " + others.size() + " trials there are not in this plan and in no table: "
                    + String.join(", ", others.subList(0, Math.min(3, others.size())))
                    + (others.size() > 3 ? ", …" : ""));
        }
        boolean allWell = printEnds();
        boolean asExpected = expect == null || check(expect);
        out.flush();
        return allWell && asExpected ? 0 : Main.FAILED_TRIALS;
    }

    /** Tells of trials that did not end well; pruned ones are as was asked for. */
    private boolean printEnds() {
        Map<String, List<FrozenTrial>> ends = plan.trials().stream()
                .collect(Collectors.groupingBy(
                        trial -> folder.trial(trial).state(), LinkedHashMap::new, Collectors.toList()));
        ends.remove(State.OK.word());
        List<FrozenTrial> pruned = ends.remove(State.PRUNED.word());
        if (pruned != null) {
            out.println("Pruned:  " + pruned.size() + " trials by halving; they are in no mean");
        }
        ends.forEach(this::printBad);
        return ends.isEmpty();
    }

    private void printBad(String state, List<FrozenTrial> trials) {
        boolean goesOnByItself = state.equals(TrialFolder.UNFINISHED) || state.equals(State.INTERRUPTED.word());
        String example = ", such as " + trials.get(0).id();
        if (goesOnByItself) {
            out.println("Open:    " + trials.size() + " " + state + example + "; the same command goes on");
            return;
        }
        out.println("Not ok:  " + trials.size() + " " + state + example + ", see "
                + folder.trial(trials.get(0)).path() + "/log.txt");
        out.println("         (to run them again: --retry '" + state + "')");
    }

    private boolean check(Path reference) {
        ReferenceCheck check = ReferenceCheck.of(folder.path(), reference);
        out.println("Expected: " + check.sentence());
        check.differences().stream().limit(20).forEach(d -> out.println("  " + d));
        return check.verdict() != ReferenceCheck.Verdict.DIFFERENT;
    }
}
