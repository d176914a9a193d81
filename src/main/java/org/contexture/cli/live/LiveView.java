package org.contexture.cli.live;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.contexture.experiment.FrozenPlan;
import org.contexture.experiment.Ticker;
import org.contexture.experiment.status.EndedTrial;
import org.contexture.experiment.status.RunProgress;
import org.jspecify.annotations.Nullable;

/** Shows a run's progress, from a thread of its own, until it is closed. */
public final class LiveView implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final PrintWriter out;
    private final RunProgress progress;
    private final Supplier<Surface> opening;
    private @Nullable Surface surface;
    private @Nullable Ticker ticker;
    private int shown;
    private boolean isClosed;

    LiveView(PrintWriter out, RunProgress progress, Supplier<Surface> opening) {
        this.out = out;
        this.progress = progress;
        this.opening = opening;
    }

    /**
     * A view that does nothing yet.
     *
     * @param isTerminal whether {@code out} is a terminal that may be drawn on
     */
    public static LiveView of(PrintWriter out, RunProgress progress, boolean isTerminal) {
        Supplier<Surface> plain = () -> new PlainSurface(out, System::nanoTime);
        return new LiveView(out, progress, isTerminal ? () -> terminal(plain) : plain);
    }

    private static Surface terminal(Supplier<Surface> plain) {
        try {
            String noColor = System.getenv("NO_COLOR");
            SystemTerminal.size(); // loads the native library, or fails
            return new TerminalSurface(
                    SystemTerminal.open(System.getenv("TERM")),
                    SystemTerminal::size,
                    noColor == null || noColor.isEmpty());
        } catch (IOException | LinkageError e) {
            return plain.get();
        }
    }

    /** Says what will be run, and begins to show how it goes. */
    public void announce(FrozenPlan plan, Path folder, int kept) {
        int count = plan.trials().size();
        out.println(count + (count == 1 ? " trial of " : " trials of ")
                + plan.file() + " into " + folder
                + (kept > 0 ? "; " + kept + " that ended before are kept" : ""));
        out.flush();
        ticker = new Ticker("contexture-view", PAUSE, this::show);
    }

    /** Opened here, because a terminal takes a tenth of a second and trials need not wait for it. */
    synchronized void show() {
        if (isClosed) {
            return;
        }
        if (surface == null) surface = opening.get();
        List<EndedTrial> ended = progress.endedAfter(shown);
        shown += ended.size();
        surface.show(ended, progress.snapshot());
    }

    /** Shows what has not been shown yet and leaves the terminal as a line end would. */
    @Override
    public void close() {
        if (ticker != null) ticker.close();
        end();
    }

    private synchronized void end() {
        if (isClosed) {
            return;
        }
        try {
            boolean isUnused = surface == null && progress.endedAfter(shown).isEmpty();
            if (!isUnused) show();
        } catch (RuntimeException e) {
            // A terminal that cannot be drawn on any more must not hide what the run has come to.
        } finally {
            isClosed = true;
            if (surface != null) surface.close();
        }
    }
}
