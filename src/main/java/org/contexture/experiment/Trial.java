package org.contexture.experiment;

import java.util.Map;
import org.contexture.corpus.CorpusSettings;
import org.contexture.decoding.DecodingSettings;
import org.contexture.metrics.Metric;
import org.contexture.metrics.MetricKind;
import org.contexture.metrics.MetricsSettings;
import org.contexture.metrics.Tokenization;
import org.contexture.model.ModelSettings;
import org.contexture.training.TrainingSettings;
import org.jspecify.annotations.Nullable;

/**
 * One training run: a point of the grid and a seed.
 *
 * @param id the configuration and the seed, such as {@code gru-last-hidden64-s1}; safe as a folder's name
 * @param configuration the id without the seed, shared by trials that differ in nothing else
 * @param settings all settings by dotted path, see {@link FlatSettings}; the seed is not among them
 */
public record Trial(
        String id,
        String configuration,
        long seed,
        CorpusSettings corpus,
        ModelSettings model,
        TrainingSettings training,
        DecodingSettings decoding,
        MetricsSettings metrics,
        ResultsSettings results,
        Map<String, @Nullable Object> settings) {
    /** A metric with the options of the file; BLEU cuts text as the corpus does, unless the file says otherwise. */
    public Metric metric(MetricKind kind) {
        Tokenization usual =
                switch (corpus.tokenizer()) {
                    case WHITESPACE -> Tokenization.NONE;
                    case WORD -> Tokenization.MTEVAL_13A;
                    case CHARACTER -> Tokenization.CHAR;
                };
        return metrics.metric(kind, usual);
    }

    /** A trial of these settings. */
    static Trial of(String configuration, long seed, Settings all, Map<String, @Nullable Object> flat) {
        return new Trial(
                configuration + "-s" + seed,
                configuration,
                seed,
                all.corpus(),
                all.model(),
                all.training(),
                all.decoding(),
                all.metrics(),
                all.results(),
                flat);
    }

    /**
     * A trial from its written form.
     *
     * @param source the file it was read from, for messages
     * @throws org.contexture.setting.UserError if the settings do not fit
     */
    public static Trial of(
            String configuration, long seed, Map<String, ? extends @Nullable Object> settings, String source) {
        Settings all = FlatSettings.read(settings, source);
        return of(configuration, seed, all, FlatSettings.of(all));
    }
}
