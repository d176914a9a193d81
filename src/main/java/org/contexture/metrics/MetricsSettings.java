package org.contexture.metrics;

import java.util.List;
import org.contexture.setting.Setting;

/** The metrics part of an experiment file: how decoded test sentences are scored. */
public record MetricsSettings(
        @Setting(value = "Scores of the decoded test sentences.", byDefault = "[bleu, chrf]") List<MetricKind> scores,
        @Setting("BLEU's options, with sacreBLEU's meaning.") BleuSettings bleu,
        @Setting("chrF's options, with sacreBLEU's meaning.") Chrf chrf,
        @Setting("TER's options, with sacreBLEU's meaning.") Ter ter) {
    public MetricsSettings {
        scores = List.copyOf(scores);
    }

    /** A metric with its options; {@code usual} is how BLEU cuts text unless the file says otherwise. */
    public Metric metric(MetricKind kind, Tokenization usual) {
        return switch (kind) {
            case BLEU -> bleu.metric(usual);
            case CHRF -> chrf;
            case TER -> ter;
        };
    }
}
