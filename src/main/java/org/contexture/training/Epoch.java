package org.contexture.training;

import org.jspecify.annotations.Nullable;

/**
 * What one pass over the training set gave.
 *
 * @param number from 1
 * @param train losses of the training batches as they came, each before its step
 * @param valid on the validation set after the pass; null without one
 */
public record Epoch(int number, Evaluation train, @Nullable Evaluation valid) {
    /** What chooses the best epoch: the validation loss; without validation, the later the better. */
    double score() {
        return valid == null ? -number : valid.loss();
    }
}
