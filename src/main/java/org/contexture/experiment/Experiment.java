package org.contexture.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.contexture.corpus.CorpusSettings;
import org.contexture.corpus.VocabularySizes;
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
 * @param halving how the worse configurations are pruned; null if all train to their end
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
        @Nullable SeedRule until,
        @Nullable HalvingSettings halving) {
    public Experiment {
        seeds = List.copyOf(seeds);
    }

    /** The folder of its file, which paths of corpora are relative to. */
    public Path base() {
        return Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of(""));
    }

    /** The same with other seeds. */
    Experiment withSeeds(List<Long> others) {
        return new Experiment(
                name, file, question, corpus, model, training, decoding, metrics, results, sweep, others, until,
                halving);
    }

    /** Every corpus of the sweep, once each, in the order of its points. */
    public List<CorpusSettings> corpora() {
        return sweep.points().stream()
                .map(point -> point.settings().corpus())
                .distinct()
                .toList();
    }

    /** Whether widths are still to be chosen by {@link #matched}. */
    public boolean isOpen() {
        return sweep.points().stream().anyMatch(Sweep.Point::isOpen);
    }

    /**
     * The same with the widths that come closest to the budgets of {@code match}; itself if there are none.
     *
     * @throws org.contexture.setting.UserError if two points come to the same settings
     */
    public Experiment matched(Function<CorpusSettings, VocabularySizes> vocabularies) {
        if (!isOpen()) {
            return this;
        }
        Sweep closed = new Matching(vocabularies).of(sweep, file.toString());
        return of(new Source(name, file, question, halving), closed, seeds, until);
    }

    /** What an experiment is called, where it stands, what it asks and how it prunes. */
    record Source(String name, Path file, @Nullable String question, @Nullable HalvingSettings halving) {}

    /** An experiment whose own settings are those of its first point. */
    static Experiment of(Source source, Sweep sweep, List<Long> seeds, @Nullable SeedRule until) {
        Settings first = sweep.points().get(0).settings();
        return new Experiment(
                source.name(),
                source.file(),
                source.question(),
                first.corpus(),
                first.model(),
                first.training(),
                first.decoding(),
                first.metrics(),
                first.results(),
                sweep,
                seeds,
                until,
                source.halving());
    }

    /**
     * Reads a file and checks every point of its sweep.
     *
     * @throws org.contexture.setting.UserError with a line {@code file:line:column  key  found; expected} for each problem
     */
    public static Experiment read(Path file) {
        return read(file, Overrides.NONE);
    }

    /**
     * The same, changed by options of the command line.
     *
     * @throws org.contexture.setting.UserError as {@link #read(Path)}; an option's text takes the place of its file and line
     */
    public static Experiment read(Path file, Overrides overrides) {
        return new ExperimentReader(file, overrides).read();
    }
}
