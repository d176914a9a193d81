package org.contexture.cli.live;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.contexture.experiment.Outcome;
import org.contexture.experiment.status.EndedTrial;
import org.contexture.experiment.status.RunSnapshot;
import org.contexture.experiment.status.RunningTrial;

/** Lines that stay. */
final class RunLines {
    private static final int MOST = 4;

    private RunLines() {}

    /** A trial that ended: count, state, name, and metrics or what went wrong. */
    static String ended(EndedTrial ended, int of) {
        Outcome outcome = ended.outcome();
        String message = outcome.message() == null ? metrics(outcome.metrics()) : outcome.message();
        return String.format(
                Locale.ROOT,
                "%" + String.valueOf(of).length() + "d/%d  %-9s %s  %s",
                ended.number(),
                of,
                outcome.state().word(),
                ended.trial().id(),
                TextWidth.printable(message));
    }

    private static String metrics(Map<String, ?> metrics) {
        StringBuilder text = new StringBuilder();
        for (String name : new String[] {"testLoss", "exactMatch", "bleu"}) {
            if (metrics.get(name) instanceof Double value) {
                text.append(String.format(Locale.ROOT, "%s %.4g  ", name, value));
            }
        }
        return text.toString().strip();
    }

    /** Where no table can be drawn: what is under way, for a log that would be silent otherwise. */
    static String underWay(RunSnapshot run) {
        String trials =
                run.running().stream().limit(MOST).map(RunLines::underWay).collect(Collectors.joining(", "));
        int more = run.running().size() - MOST;
        return "... " + run.ended() + " of " + run.open() + " trials, " + Words.percent(run.share()) + ", "
                + Words.time(run.secondsLeft()) + " left; running: " + trials
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static String underWay(RunningTrial trial) {
        return trial.trial() + " (epoch " + trial.epoch() + "/" + trial.epochs() + ", loss " + Words.loss(trial.loss())
                + ", " + Words.rate(trial.tokensPerSecond()) + " tokens/s)";
    }
}
