package org.contexture.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Every trial of an experiment, in the order they are listed: the sweep's first key varies slowest, the seed fastest. */
public record Plan(Experiment experiment, List<Trial> trials) {
    public Plan {
        trials = List.copyOf(trials);
    }

    /**
     * Lays out the trials; the same file gives the same plan.
     *
     * @throws IllegalArgumentException if widths are still to be chosen: the experiment must be matched first
     */
    public static Plan of(Experiment experiment) {
        if (experiment.isOpen()) {
            throw new IllegalArgumentException(experiment.name() + " has widths to be matched");
        }
        List<String> names = TrialId.configurations(experiment.sweep());
        List<Trial> trials = new ArrayList<>();
        for (int p = 0; p < names.size(); p++) {
            Settings settings = experiment.sweep().points().get(p).settings();
            Map<String, @Nullable Object> flat = FlatSettings.of(settings);
            for (long seed : experiment.seeds()) {
                trials.add(Trial.of(names.get(p), seed, settings, flat));
            }
        }
        return new Plan(experiment, trials);
    }

    /** The same experiment with seeds 1 to n. */
    public Plan withSeeds(int n) {
        return of(experiment.withSeeds(LongStream.rangeClosed(1, n).boxed().toList()));
    }
}
