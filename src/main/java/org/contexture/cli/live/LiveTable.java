package org.contexture.cli.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contexture.experiment.status.RunSnapshot;
import org.contexture.experiment.status.RunningTrial;

/** A run as lines for a terminal: a row for each trial under way, and a last line that sums up. */
public final class LiveTable {
    private static final String GAP = "  ";
    private static final String HEADER = "trial";

    /** A name may be cut to this before columns are left out for it. */
    private static final int SHORT_NAME = 28;

    private static final int NARROW = 60;

    private LiveTable() {}

    /**
     * Lines that fit a terminal without touching its last column, where some wrap, and leave it a line for what else there is
     * to say.
     *
     * @param width columns of the terminal
     * @param height its rows
     */
    public static List<String> lines(RunSnapshot run, int width, int height) {
        List<String> lines = new ArrayList<>();
        int rows = height - 3; // beside header, summary and the line that is left free
        if (rows > 0 && !run.running().isEmpty()) {
            lines.addAll(rows(run.running(), width - 1, rows));
        }
        lines.add(summary(run, width - 1));
        return lines;
    }

    /**
     * The header and a row for each trial, no more than {@code most} rows: what else there is becomes a count.
     *
     * @param width the lines' own
     */
    public static List<String> rows(List<RunningTrial> trials, int width, int most) {
        boolean isLonger = trials.size() > most;
        List<RunningTrial> shown = isLonger ? trials.subList(0, most - 1) : trials;
        List<String> lines = new ArrayList<>();
        if (!shown.isEmpty()) {
            lines.addAll(table(shown, width));
        }
        if (isLonger) {
            lines.add(TextWidth.cut("… and " + (trials.size() - shown.size()) + " more", width));
        }
        return lines;
    }

    private static List<String> table(List<RunningTrial> trials, int width) {
        int longest = trials.stream()
                .mapToInt(trial -> TextWidth.of(TextWidth.printable(trial.trial())))
                .reduce(HEADER.length(), Math::max);
        List<LiveColumn> columns = LiveColumn.CHOICES.stream()
                .filter(choice -> width - width(choice, trials) >= Math.min(longest, SHORT_NAME))
                .findFirst()
                .orElse(List.of());
        int names = Math.min(longest, width - width(columns, trials));
        Function<RunningTrial, String> name =
                trial -> TextWidth.left(TextWidth.cutMiddle(TextWidth.printable(trial.trial()), names), names);
        Stream<String> header = Stream.of(
                TextWidth.left(TextWidth.cut(HEADER, names), names) + cells(columns, trials, LiveColumn::header));
        Stream<String> rows = trials.stream()
                .map(trial -> name.apply(trial)
                        + cells(columns, trials, column -> column.cell().apply(trial)));
        return Stream.concat(header, rows).map(String::stripTrailing).toList();
    }

    private static int width(List<LiveColumn> columns, List<RunningTrial> trials) {
        return columns.stream()
                .mapToInt(column -> GAP.length() + column.width(trials))
                .sum();
    }

    private static String cells(
            List<LiveColumn> columns, List<RunningTrial> trials, Function<LiveColumn, String> text) {
        return columns.stream()
                .map(column -> GAP + TextWidth.right(text.apply(column), column.width(trials)))
                .collect(Collectors.joining());
    }

    /** Such as {@code [####----]  50 %  3 of 6 trials, 1 failed  2 min 5 s left}; what does not fit is cut. */
    private static String summary(RunSnapshot run, int width) {
        String bar = Words.bar(run.share(), width < NARROW ? 8 : 24);
        String failed = run.failed() > 0 ? ", " + run.failed() + " failed" : "";
        String done = run.ended() + " of " + run.open() + (width < NARROW ? "" : " trials");
        return TextWidth.cut(
                bar + " " + TextWidth.right(Words.percent(run.share()), 5) + GAP + done + failed + GAP
                        + Words.time(run.secondsLeft()) + " left",
                width);
    }
}
