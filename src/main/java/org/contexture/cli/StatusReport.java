package org.contexture.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.contexture.cli.live.LiveTable;
import org.contexture.cli.live.TextWidth;
import org.contexture.cli.live.Words;
import org.contexture.experiment.status.ExperimentStatus;
import org.contexture.experiment.status.RunStatus;
import org.contexture.experiment.status.Runner;
import org.contexture.experiment.status.TrialStatus;

/**
 * How an experiment stands, in lines.
 *
 * @param now the time, for how long ago something was
 */
record StatusReport(ExperimentStatus status, Instant now) {
    /**
     * Every line: counts, the runner, what runs, what went wrong.
     *
     * @param width of the terminal, in columns
     */
    List<String> lines(int width) {
        List<String> lines = new ArrayList<>();
        String question = status.question() == null ? "" : ": " + status.question();
        lines.add(TextWidth.printable(status.experiment() + question));
        lines.add(counts());
        lines.add("Runner:  " + TextWidth.printable(runner()));
        if (!status.running().isEmpty()) {
            lines.add("");
            lines.addAll(LiveTable.rows(status.running(), width, Integer.MAX_VALUE));
        }
        if (!status.bad().isEmpty()) lines.add("");
        status.bad().forEach(trial -> lines.addAll(bad(trial)));
        return lines;
    }

    private String counts() {
        String states = status.counts().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + TextWidth.printable(count.getKey()))
                .collect(Collectors.joining(", "));
        RunStatus work = status.atWork();
        String left = work == null || !Double.isFinite(work.run().secondsLeft())
                ? ""
                : "; " + Words.time(work.run().secondsLeft()) + " left";
        int trials = status.trials().size();
        return "Trials:  " + trials + (trials == 0 ? "" : ": " + states) + left;
    }

    private String runner() {
        RunStatus last = status.status();
        if (last == null) {
            return "no run has told of itself";
        }
        String process = "process " + last.pid() + " on " + last.host();
        Runner runner = status.runner();
        return switch (runner) {
            case RUNNING, ELSEWHERE ->
                process + ", " + last.workers() + (last.workers() == 1 ? " worker" : " workers") + ", for "
                        + since(last.started()) + ", told of itself " + since(last.updated()) + " ago";
            case ENDED -> "ended " + since(last.ended() == null ? last.updated() : last.ended()) + " ago";
            case STALE, NONE ->
                "stale: " + process + " is gone without a word, it last told of itself " + since(last.updated())
                        + " ago; run the experiment again to go on";
        };
    }

    private String since(Instant time) {
        return Words.time(Duration.between(time, now).toMillis() / 1e3);
    }

    private static List<String> bad(TrialStatus trial) {
        String message = trial.message() == null ? "" : ": " + trial.message();
        return List.of(TextWidth.printable(trial.trial() + " (" + trial.state() + ")" + message), "    " + trial.log());
    }
}
