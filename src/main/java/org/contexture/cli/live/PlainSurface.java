package org.contexture.cli.live;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.LongSupplier;
import org.contexture.experiment.status.EndedTrial;
import org.contexture.experiment.status.RunSnapshot;

/** A file, a pipe or a log: a line for each trial that ended, and one after each minute without a line. */
final class PlainSurface implements Surface {
    private static final long SILENCE_NANOS = 60_000_000_000L;

    private final PrintWriter out;
    private final LongSupplier nanos;
    private long lastLine;

    PlainSurface(PrintWriter out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
        lastLine = nanos.getAsLong();
    }

    @Override
    public void show(List<EndedTrial> ended, RunSnapshot run) {
        long now = nanos.getAsLong();
        ended.forEach(trial -> out.println(RunLines.ended(trial, run.open())));
        boolean isSilent = ended.isEmpty()
                && now - lastLine >= SILENCE_NANOS
                && !run.running().isEmpty();
        if (isSilent) {
            out.println(RunLines.underWay(run));
        }
        if (isSilent || !ended.isEmpty()) {
            lastLine = now;
            out.flush();
        }
    }

    @Override
    public void close() {
        out.flush();
    }
}
