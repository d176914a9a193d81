package org.contexture.experiment;

import org.contexture.corpus.CorpusSettings;
import org.contexture.decoding.DecodingSettings;
import org.contexture.metrics.MetricsSettings;
import org.contexture.model.ModelSettings;
import org.contexture.setting.Setting;
import org.contexture.training.TrainingSettings;

/** Everything that is set for a trial but its seed. */
public record Settings(
        @Setting("Where sentence pairs come from.") CorpusSettings corpus,
        @Setting("Which cell, which context, how wide.") ModelSettings model,
        @Setting("How long and how the model is trained.") TrainingSettings training,
        @Setting("How test sentences are translated.") DecodingSettings decoding,
        @Setting("How decoded test sentences are scored.") MetricsSettings metrics,
        @Setting("How much a trial keeps.") ResultsSettings results) {
    /** The same with another model. */
    Settings with(ModelSettings other) {
        return new Settings(corpus, other, training, decoding, metrics, results);
    }
}
