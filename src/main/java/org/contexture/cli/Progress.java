package org.contexture.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.contexture.experiment.FrozenPlan;
import org.contexture.experiment.Outcome;
import org.contexture.experiment.Trial;
import org.contexture.experiment.TrialListener;
import org.contexture.experiment.TrialProgress;

/**
 * Shows how a sweep goes: a line for each trial that ended, and on a terminal one line with a bar that is drawn over. Trials
 * report from several threads; every method holds the lock.
 */
final class Progress implements TrialListener {
    private static final int BAR = 24;
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintWriter out;
    private final int trials;
    private final boolean interactive;
    private final long start = System.nanoTime();
    private final Map<String, Double> running = new LinkedHashMap<>();
    private int ended;
    private double loss = Double.NaN;
    private long drawn;
    private int shown;
    private boolean closed;

    Progress(PrintWriter out, int trials, boolean interactive) {
        this.out = out;
        this.trials = trials;
        this.interactive = interactive;
    }

    /** Says what will be run. */
    synchronized void announce(FrozenPlan plan, Path folder, int kept) {
        int count = plan.trials().size();
        out.println(count + (count == 1 ? " trial of " : " trials of ")
                + plan.file() + " into " + folder
                + (kept > 0 ? "; " + kept + " that ended before are kept" : ""));
        out.flush();
    }

    @Override
    public synchronized void started(Trial trial) {
        running.put(trial.id(), 0.0);
        draw(true);
    }

    @Override
    public synchronized void progress(Trial trial, TrialProgress progress) {
        running.put(trial.id(), progress.share());
        loss = progress.loss();
        draw(false);
    }

    @Override
    public synchronized void ended(Trial trial, Outcome outcome) {
        running.remove(trial.id());
        ended++;
        erase();
        out.println(line(trial, outcome));
        draw(true);
    }

    private String line(Trial trial, Outcome outcome) {
        String message = outcome.message() == null ? metrics(outcome.metrics()) : outcome.message();
        int width = String.valueOf(trials).length();
        return String.format(
                Locale.ROOT,
                "%" + width + "d/%d  %-9s %s  %s",
                ended,
                trials,
                outcome.state().word(),
                trial.id(),
                message);
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

    private void draw(boolean now) {
        if (!interactive || closed || (!now && System.nanoTime() - drawn < REDRAW_NANOS)) {
            out.flush();
            return;
        }
        erase();
        String line = bar();
        out.print(line);
        out.flush();
        shown = line.length();
        drawn = System.nanoTime();
    }

    private String bar() {
        double share = Math.min(
                1, (ended + running.values().stream().mapToDouble(s -> s).sum()) / Math.max(1, trials));
        int width = Terminal.width() < 80 ? BAR / 3 : BAR;
        int full = (int) (share * width);
        double seconds = (System.nanoTime() - start) / 1e9;
        String left = share > 0.01 ? time(seconds / share - seconds) : "?";
        String line = String.format(
                Locale.ROOT,
                "[%s%s] %3.0f %%  %d of %d trials%s  %s left",
                "#".repeat(full),
                "-".repeat(width - full),
                100 * share,
                ended,
                trials,
                Double.isNaN(loss) ? "" : String.format(Locale.ROOT, "  loss %.3f", loss),
                left);
        return line.length() < Terminal.width() ? line : line.substring(0, Terminal.width() - 1);
    }

    private static String time(double seconds) {
        Duration duration = Duration.ofSeconds(Math.round(seconds));
        return duration.toHours() > 0
                ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
                : duration.toMinutes() > 0
                        ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                        : duration.toSeconds() + " s";
    }

    private void erase() {
        if (interactive && shown > 0) {
            out.print("\r" + " ".repeat(shown) + "\r");
            shown = 0;
        }
    }

    /** Leaves the terminal as a line end would. */
    synchronized void close() {
        closed = true;
        erase();
        out.flush();
    }
}
