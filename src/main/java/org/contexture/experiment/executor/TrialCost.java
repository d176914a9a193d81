package org.contexture.experiment.executor;

import java.util.Map;
import org.contexture.corpus.CorpusSettings;
import org.contexture.corpus.Dataset;
import org.contexture.experiment.Trial;
import org.contexture.model.Flops;

/**
 * A guess at what trials cost beside each other, from widths, vocabularies, epochs and pairs.
 *
 * @param datasets the prepared corpus of each trial's settings
 */
public record TrialCost(Map<CorpusSettings, Dataset> datasets) {
    public TrialCost {
        datasets = Map.copyOf(datasets);
    }

    /**
     * In operations for each token of a pair, so that only ratios mean something.
     *
     * @throws IllegalArgumentException if no data set was prepared for the trial
     */
    public double of(Trial trial) {
        Dataset data = datasets.get(trial.corpus());
        if (data == null) {
            throw new IllegalArgumentException("No data set was prepared for " + trial.id());
        }
        double pairs = (double) trial.training().epochs() * data.train().size();
        return pairs * new Flops(trial.model(), data.target().size()).ofTokens();
    }
}
