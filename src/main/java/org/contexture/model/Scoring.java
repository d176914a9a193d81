package org.contexture.model;

import org.contexture.corpus.Batch;
import org.contexture.tensor.Functions;

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

    /** Notes the loss of a row; its logits become e^(z − max), whose sum is returned. */
    float measure(int row, float[] z) {
        int target = batch.output(row);
        float max = Functions.max(z, z.length);
        float reference = z[target];
        correct[row] = reference == max && Softmax.firstOf(max, z) == target;
        float sum = Functions.exp(z, max, z.length);
        losses[row] = max + StrictMath.log(sum) - reference;
        return sum;
    }

    Output.RowVisitor withGradient(float scale) {
        return (row, z) -> {
            float sum = measure(row, z);
            Softmax.gradient(z, z.length, sum, batch.output(row), scale);
        };
    }

    BatchLoss result() {
        return new BatchLoss(losses, correct);
    }
}
