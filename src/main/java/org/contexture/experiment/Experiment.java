package org.contexture.experiment;

import java.nio.file.Path;
import java.util.List;
import org.contexture.corpus.CorpusSettings;
import org.contexture.decoding.DecodingSettings;
import org.contexture.metrics.MetricsSettings;
import org.contexture.model.ModelSettings;
import org.contexture.training.TrainingSettings;
import org.jspecify.annotations.Nullable;

/**
 * An experiment file, read and checked. The settings are those of the sweep's first point: the file's own, with the first
 * value of each swept key.
 *
 * @param name the file's name without {@code .yaml}
 * @param question what the experiment asks, if the file says
 * @param seeds distinct, in file order; with a rule, those to begin with
 * @param until when there are seeds enough; null if the file names them
 */
public record Experiment(
        String name,
        Path file,
        @Nullable String question,
        CorpusSettings corpus,
        ModelSettings model,
        TrainingSettings training,
        DecodingSettings decoding,
        MetricsSettings metrics,
        ResultsSettings results,
        Sweep sweep,
        List<Long> seeds,
        @Nullable SeedRule until) {
    public Experiment {
        seeds = List.copyOf(seeds);
    }

    /** The same with other seeds. */
    Experiment withSeeds(List<Long> others) {
        return new Experiment(
                name, file, question, corpus, model, training, decoding, metrics, results, sweep, others, until);
    }

    /**
     * Reads a file and checks every point of its grid.
     *
     * @throws org.contexture.setting.UserError with a line {@code file:line:column  key  found; expected} for each problem
     */
    public static Experiment read(Path file) {
        return new ExperimentReader(file).read();
    }
}
