package org.contexture.cli.live;

import java.util.List;
import java.util.Map;
import org.contexture.experiment.Outcome;
import org.contexture.experiment.State;
import org.contexture.experiment.Trial;
import org.contexture.experiment.status.EndedTrial;
import org.contexture.experiment.status.RunSnapshot;
import org.contexture.experiment.status.RunningTrial;

/** Trials to show. */
final class Trials {
    private Trials() {}

    static Trial trial(String configuration) {
        return Trial.of(configuration, 1, Map.of("corpus.task", "reverse", "training.epochs", 10), "test");
    }

    static Outcome ok() {
        return new Outcome(State.OK, null, 10L, 3, Map.of("testLoss", 1.5, "bleu", 20.0));
    }

    static Outcome diverged() {
        return new Outcome(State.DIVERGED, "diverged at\nstep 3", 10L, null, Map.of());
    }

    static EndedTrial ended(int number, String configuration, Outcome outcome) {
        return new EndedTrial(number, trial(configuration), outcome);
    }

    static RunSnapshot running(String... names) {
        List<RunningTrial> running = java.util.Arrays.stream(names)
                .map(name -> new RunningTrial(name, 1, 10, 0.05, 1, 100, 10))
                .toList();
        return new RunSnapshot(9, 0, Map.of(), running, 0.5, 60);
    }
}
