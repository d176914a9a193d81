package org.contexture.experiment.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.contexture.experiment.Outcome;
import org.contexture.experiment.State;
import org.contexture.experiment.Trial;
import org.contexture.experiment.TrialProgress;
import org.junit.jupiter.api.Test;

/** What is worked out from what trials tell. */
class RunProgressTest {
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong nanos = new AtomicLong(-7 * SECOND);
    private final Trial cheap = trial("cheap", 1);
    private final Trial dear = trial("dear", 1);
    private final RunProgress progress = new RunProgress(
            3, List.of(cheap, dear), trial -> trial.configuration().equals("dear") ? 9 : 1, nanos::get);

    static Trial trial(String configuration, long seed) {
        return Trial.of(configuration, seed, Map.of("corpus.task", "reverse", "training.epochs", 10), "test");
    }

    static Outcome outcome(State state) {
        return new Outcome(state, state == State.OK ? null : "because", null, null, Map.of());
    }

    private void tell(Trial trial, double share) {
        progress.progress(trial, new TrialProgress((int) (share * 10) + 1, share, 2.5, 1000));
    }

    @Test
    void aTrialThatBeganHasNoNumbersYet() {
        progress.started(cheap);
        RunningTrial running = progress.snapshot().running().get(0);
        assertEquals(new RunningTrial("cheap-s1", 0, 10, 0, Double.NaN, Double.NaN, Double.NaN), running);
        tell(cheap, 0.01);
        assertEquals(
                new RunningTrial("cheap-s1", 1, 10, 0.01, 2.5, 1000, Double.NaN),
                progress.snapshot().running().get(0));
    }

    @Test
    void theTimeLeftIsAtTheRateSinceTheFirstStepOfThisRun() {
        progress.started(cheap);
        nanos.addAndGet(100 * SECOND); // reading its corpus
        tell(cheap, 0.5); // taken up again in the middle
        nanos.addAndGet(10 * SECOND);
        tell(cheap, 0.6);
        assertEquals(40, progress.snapshot().running().get(0).secondsLeft(), 1e-9);
    }

    @Test
    void aDearTrialCountsAsMuchAsItCosts() {
        progress.started(cheap);
        progress.started(dear);
        tell(cheap, 0);
        tell(dear, 0);
        nanos.addAndGet(10 * SECOND);
        tell(cheap, 1);
        progress.ended(cheap, outcome(State.OK));
        assertEquals(0.1, progress.snapshot().share(), 1e-12);
        assertEquals(90, progress.snapshot().secondsLeft(), 1e-9);
        tell(dear, 1 / 3.0);
        assertEquals(0.4, progress.snapshot().share(), 1e-12);
        assertEquals(20, progress.snapshot().secondsLeft(), 1e-9, "no less than the slowest trial needs");
    }

    @Test
    void aTrialThatDivergesAtOnceSaysNothingOfTheRate() {
        progress.started(cheap);
        progress.started(dear);
        tell(dear, 0);
        nanos.addAndGet(10 * SECOND);
        progress.ended(dear, outcome(State.DIVERGED));
        assertTrue(Double.isNaN(progress.snapshot().secondsLeft()));
        assertEquals(0.9, progress.snapshot().share(), 1e-12, "but it is done");
    }

    @Test
    void statesAndNamesAreThoseOfThisRun() {
        progress.started(dear);
        progress.started(cheap);
        RunSnapshot run = progress.snapshot();
        assertEquals(
                List.of("dear-s1", "cheap-s1"),
                run.running().stream().map(RunningTrial::trial).toList());
        progress.ended(dear, outcome(State.KILLED));
        progress.ended(cheap, outcome(State.OK));
        run = progress.snapshot();
        assertEquals(Map.of(State.KILLED, 1, State.OK, 1), run.states());
        assertEquals(List.of(5, 3, 2, 2, 1), List.of(run.planned(), run.kept(), run.open(), run.ended(), run.failed()));
        assertEquals(List.of(), run.running());
        assertEquals(
                List.of(2),
                progress.endedAfter(1).stream().map(EndedTrial::number).toList());
        tell(cheap, 0.5);
        assertEquals(List.of(), progress.snapshot().running(), "a late word of a trial that ended");
    }

    @Test
    void manyThreadsLoseNothing() {
        List<Trial> trials =
                IntStream.range(0, 8).mapToObj(seed -> trial("t", seed)).toList();
        RunProgress many = new RunProgress(0, trials, trial -> 1, nanos::get);
        int times = 100_000;
        IntStream.range(0, times).parallel().forEach(i -> {
            Trial trial = trials.get(i % trials.size());
            many.started(trial);
            many.progress(trial, new TrialProgress(1, 0.5, 1, 1));
            if (i % 1000 == 0) assertTrue(many.snapshot().running().size() <= trials.size());
            many.ended(trial, outcome(State.OK));
        });
        assertEquals(Map.of(State.OK, times), many.snapshot().states());
        assertEquals(times, many.endedAfter(times - 1).get(0).number());
    }
}
