package org.contexture.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.contexture.experiment.Trial;
import org.contexture.experiment.TrialProgress;
import org.contexture.experiment.status.EndedTrial;
import org.contexture.experiment.status.RunProgress;
import org.contexture.experiment.status.RunSnapshot;
import org.junit.jupiter.api.Test;

/** When something is shown, and the lines of a log. */
class LiveViewTest {
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong nanos = new AtomicLong(5);
    private final Trial a = Trials.trial("a");
    private final Trial b = Trials.trial("b");
    private final RunProgress progress = new RunProgress(0, List.of(a, b), trial -> 1, nanos::get);
    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text);
    private final List<String> seen = new ArrayList<>();

    private LiveView recorded() {
        return new LiveView(out, progress, () -> {
            seen.add("open");
            return new Surface() {
                @Override
                public void show(List<EndedTrial> ended, RunSnapshot run) {
                    seen.add(ended.stream().map(e -> e.trial().id()).toList() + " "
                            + run.running().size());
                }

                @Override
                public void close() {
                    seen.add("close");
                }
            };
        });
    }

    @Test
    void everyEndedTrialIsShownOnceAlsoTheLastOnes() {
        LiveView view = recorded();
        progress.started(a);
        view.show();
        progress.ended(a, Trials.ok());
        progress.started(b);
        view.show();
        view.show();
        progress.ended(b, Trials.diverged());
        view.close();
        assertEquals(List.of("open", "[] 1", "[a-s1] 1", "[] 1", "[b-s1] 0", "close"), seen);
    }

    @Test
    void nothingIsDrawnAfterTheEnd() {
        LiveView view = recorded();
        view.show();
        view.close();
        int shown = seen.size();
        view.show();
        view.close();
        assertEquals("close", seen.get(shown - 1));
        assertEquals(shown, seen.size(), "nor closed twice");
    }

    /** A run with nothing to do does not wait for a terminal to be opened. */
    @Test
    void aViewThatWasNotNeededIsNeverOpened() {
        recorded().close();
        assertEquals(List.of(), seen);
    }

    @Test
    void aLogHasALineForEachEndAndOneAfterASilentMinute() {
        PlainSurface log = new PlainSurface(out, nanos::get);
        progress.started(a);
        progress.started(b);
        progress.progress(a, new TrialProgress(2, 0.2, 1.5, 900));
        nanos.addAndGet(10 * SECOND);
        progress.progress(a, new TrialProgress(3, 0.3, 1.25, 1000));
        nanos.addAndGet(49 * SECOND);
        log.show(List.of(), progress.snapshot());
        assertEquals("", text.toString());
        nanos.addAndGet(SECOND);
        log.show(List.of(), progress.snapshot());
        assertEquals(
                "... 0 of 2 trials, 15 %, 17 min 0 s left; running:"
                        + " a-s1 (epoch 3/10, loss 1.250, 1000 tokens/s), b-s1 (epoch 0/10, loss -, - tokens/s)",
                text.toString().strip());
        log.show(List.of(), progress.snapshot());
        assertEquals(1, text.toString().lines().count(), "not again at once");
        nanos.addAndGet(59 * SECOND);
        log.show(List.of(Trials.ended(1, "a", Trials.ok())), progress.snapshot());
        nanos.addAndGet(59 * SECOND);
        log.show(List.of(), progress.snapshot());
        assertEquals(
                List.of("1/2  ok        a-s1  testLoss 1.500  bleu 20.00"),
                text.toString().lines().skip(1).toList(),
                "a trial's line breaks the silence too");
    }

    @Test
    void aLogThatEndsBetweenTwoLooksIsWhole() {
        LiveView view = LiveView.of(out, progress, false);
        progress.started(a);
        progress.ended(a, Trials.diverged());
        view.close();
        assertTrue(text.toString().startsWith("1/2  diverged  a-s1  diverged at·step 3"), text.toString());
    }

    /** The terminal is given back although drawing failed; the failure is not hidden from a test. */
    @Test
    void aSurfaceThatFailsIsClosed() {
        LiveView view = new LiveView(out, progress, () -> new Surface() {
            @Override
            public void show(List<EndedTrial> ended, RunSnapshot run) {
                throw new IllegalStateException("a broken terminal");
            }

            @Override
            public void close() {
                seen.add("close");
            }
        });
        assertThrows(IllegalStateException.class, view::show);
        view.close();
        assertEquals(List.of("close"), seen);
    }
}
