package org.contexture.experiment.executor;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.contexture.corpus.CorpusSettings;
import org.contexture.corpus.Dataset;
import org.contexture.experiment.FrozenTrial;
import org.contexture.experiment.Trial;
import org.contexture.model.Flops;

/** The order in which trials start: a dear one that starts last would leave the other workers idle. */
public final class DearestFirst {
    private final Map<CorpusSettings, Dataset> datasets;

    public DearestFirst(Map<CorpusSettings, Dataset> datasets) {
        this.datasets = Map.copyOf(datasets);
    }

    /** The trials, those with most arithmetic first; others keep their order. */
    public List<FrozenTrial> order(List<FrozenTrial> trials) {
        return trials.stream()
                .sorted(Comparator.comparingDouble((FrozenTrial frozen) -> cost(frozen.trial()))
                        .reversed())
                .toList();
    }

    /** A guess at what a trial takes, in operations for each token of a pair: only ratios mean something. */
    public double cost(Trial trial) {
        Dataset data = datasets.get(trial.corpus());
        if (data == null) {
            throw new IllegalArgumentException("No data set was prepared for " + trial.id());
        }
        double pairs = (double) trial.training().epochs() * data.train().size();
        return pairs * new Flops(trial.model(), data.target().size()).ofTokens();
    }
}
