package org.contexture.cli.live;

import java.util.List;
import java.util.function.Function;
import org.contexture.experiment.status.RunningTrial;

/**
 * A column of the live table, beside the names.
 *
 * @param least its width, so that it does not tremble while numbers change; wider cells make it wider
 */
record LiveColumn(String header, int least, Function<RunningTrial, String> cell) {
    private static final int[] BARS = {24, 12, 6};
    private static final LiveColumn EPOCH = new LiveColumn("epoch", 5, t -> t.epoch() + "/" + t.epochs());
    private static final LiveColumn SHARE = new LiveColumn("", 5, t -> Words.percent(t.share()));
    private static final LiveColumn LOSS = new LiveColumn("loss", 5, t -> Words.loss(t.loss()));
    private static final LiveColumn RATE = new LiveColumn("tokens/s", 8, t -> Words.rate(t.tokensPerSecond()));
    private static final LiveColumn LEFT =
            new LiveColumn("left", 10, t -> t.share() >= 1 ? "testing" : Words.time(t.secondsLeft()));

    /** Which columns to show, the fullest choice first. */
    static final List<List<LiveColumn>> CHOICES = List.of(
            List.of(EPOCH, bar(BARS[0]), SHARE, LOSS, RATE, LEFT),
            List.of(EPOCH, bar(BARS[1]), SHARE, LOSS, RATE, LEFT),
            List.of(EPOCH, bar(BARS[2]), LOSS, RATE, LEFT),
            List.of(bar(BARS[2]), LOSS, LEFT),
            List.of(SHARE, LOSS),
            List.of(SHARE),
            List.of());

    private static LiveColumn bar(int width) {
        return new LiveColumn("", width + 2, t -> Words.bar(t.share(), width));
    }

    int width(List<RunningTrial> trials) {
        return Math.max(
                least, trials.stream().map(cell).mapToInt(TextWidth::of).max().orElse(0));
    }
}
