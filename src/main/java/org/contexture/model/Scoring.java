package org.contexture.model;

import org.contexture.corpus.Batch;

/** Turns logits into losses, and into their gradients where a step is trained: softmax, loss and gradient in one pass. */
final class Scoring {
    private final Batch batch;
    private final double[] losses;
    private final boolean[] correct;

    Scoring(Batch batch) {
        this.batch = batch;
        losses = new double[batch.targetTokens()];
        correct = new boolean[batch.targetTokens()];
    }

    /** Notes the loss of a row; its logits become e^(z − max). */
    void measure(int row, float[] z) {
        int target = batch.output(row);
        float max = Softmax.max(z, z.length);
        float reference = z[target];
        correct[row] = reference == max && Softmax.firstOf(max, z) == target;
        losses[row] = Softmax.exponentiate(z, z.length, max) - reference;
    }

    Output.RowVisitor withGradient(float scale) {
        return (row, z) -> {
            measure(row, z);
            Softmax.gradient(z, z.length, batch.output(row), scale);
        };
    }

    BatchLoss result() {
        return new BatchLoss(losses, correct);
    }
}
