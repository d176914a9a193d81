package org.contexture.experiment;

import org.contexture.corpus.CorpusSettings;
import org.contexture.decoding.DecodingSettings;
import org.contexture.experiment.yaml.YamlNode;
import org.contexture.metrics.MetricsSettings;
import org.contexture.model.ModelSettings;
import org.contexture.setting.Setting;
import org.contexture.training.TrainingSettings;
import org.jspecify.annotations.Nullable;

/** The keys of an experiment file. */
record ExperimentFile(
        @Setting(
                        value =
                                "File or files that this one extends, relative to it: mappings are merged, everything else is replaced, null removes.",
                        key = "extends")
                @Nullable YamlNode bases,
        @Setting("The question this experiment answers, in a sentence.") @Nullable String question,
        @Setting("Where sentence pairs come from.") CorpusSettings corpus,
        @Setting("Which cell, which context, how wide.") ModelSettings model,
        @Setting("How long and how the model is trained.") TrainingSettings training,
        @Setting("How test sentences are translated.") DecodingSettings decoding,
        @Setting("How decoded test sentences are scored.") MetricsSettings metrics,
        @Setting("How much a trial keeps.") ResultsSettings results,
        @Setting(
                        "Dotted paths of settings, each with a list of values: every combination is tried. Also zip, points, random, when, exclude, include, match, and a list of such mappings; see docs/sweeps.md.")
                @Nullable YamlNode sweep,
        @Setting(
                        value =
                                "Seeds of each combination: a list, n for 1 to n, or until: { metric, halfWidth, min, max } to add seeds until the 95 % interval of a metric is narrow enough.",
                        byDefault = "[1]")
                YamlNode seeds,
        @Setting("Successive halving: all configurations train for a few epochs, the better ones go on.") @Nullable HalvingSettings halving) {
    /** @throws IllegalArgumentException if sections do not fit together */
    ExperimentFile {
        boolean validates = !corpus.isWithoutValidation();
        if (training.patience() != null && !validates) {
            throw new IllegalArgumentException(
                    "training.patience waits for a better validation loss, but corpus.valid is none; expected a validation set, or no patience");
        }
        if (halving != null && halving.needsValidation() && !validates) {
            throw new IllegalArgumentException("halving.metric is " + halving.metric()
                    + ", but corpus.valid is none; expected a validation set, or trainLoss");
        }
    }

    Settings settings() {
        return new Settings(corpus, model, training, decoding, metrics, results);
    }
}
