package org.contexture.model;

import org.contexture.corpus.Batch;
import org.contexture.tensor.Functions;
import org.contexture.tensor.Rows;

/**
 * Turns logits into losses, and into their gradients where a step is trained: softmax, loss and gradient in one pass.
 *
 * <p>The softmax is shifted by the reference's logit instead of the largest one: its e^0 keeps the sum from vanishing, and the
 * loss is log Σ e^(z − z_reference) at once. Only where some logit is so much larger that the sum would overflow, the
 * largest is looked for.
 */
final class Scoring {
    /** Far below what a float can hold, far above what a model that has not diverged comes to. */
    private static final float LARGE_SUM = 1e30f;

    private final Batch batch;
    private final double[] losses;
    private final boolean[] correct;
    private float[] e = {};

    Scoring(Batch batch) {
        this.batch = batch;
        losses = new double[batch.targetTokens()];
        correct = new boolean[batch.targetTokens()];
    }

    /** Notes the loss of a row, and whether its largest logit is the reference's; returns the sum of e^(z − shift). */
    float measure(int row, float[] z) {
        e = Rows.atLeast(e, z.length);
        int target = batch.output(row);
        correct[row] = Softmax.isArgMax(target, z);
        float shift = z[target];
        float sum = Functions.exp(z, shift, e, z.length);
        if (!(sum < LARGE_SUM)) {
            shift = Functions.max(z, z.length);
            sum = Functions.exp(z, shift, e, z.length);
        }
        losses[row] = StrictMath.log(sum) + (shift - z[target]);
        return sum;
    }

    /** The same, and the gradient of scale × the loss by the row's logits. */
    Output.RowGradient withGradient(float scale) {
        return (row, z) -> {
            float sum = measure(row, z);
            Softmax.gradient(e, z.length, sum, batch.output(row), scale);
            return e;
        };
    }

    BatchLoss result() {
        return new BatchLoss(losses, correct);
    }
}
