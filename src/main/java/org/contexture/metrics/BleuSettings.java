package org.contexture.metrics;

import org.contexture.setting.Setting;
import org.jspecify.annotations.Nullable;

/** BLEU's part of an experiment file; see {@link Bleu} for what the options do. */
public record BleuSettings(
        @Setting("How text is cut; by default none for whitespace tokens, 13a for words, char for characters.")
                @Nullable Tokenization tokenize,
        @Setting(value = "Ignore case.", byDefault = "false") boolean lowercase,
        @Setting(value = "What an n-gram order without a match counts for.", byDefault = "exp") Smoothing smooth,
        @Setting(
                        value = "Number that floor (0.1 by default) or add-k (1 by default) smooths with.",
                        min = 0,
                        aboveMin = true,
                        max = Bleu.MOST_VALUE)
                @Nullable Double smoothValue,
        @Setting(value = "Longest n-gram.", byDefault = "4", min = 1, max = Bleu.MOST_ORDER) int order,
        @Setting(value = "Leave out orders that hypotheses are too short for.", byDefault = "false")
                boolean effectiveOrder) {
    /** @throws IllegalArgumentException if there is a value that the smoothing has no use for */
    public BleuSettings {
        Bleu.checkSmoothing(smooth, smoothValue);
    }

    /** The metric; the corpus's own way of cutting text stands in for one that was not chosen. */
    public Bleu metric(Tokenization usual) {
        return new Bleu(tokenize == null ? usual : tokenize, lowercase, smooth, smoothValue, order, effectiveOrder);
    }
}
