package org.contexture.model;

import java.util.Arrays;
import org.contexture.corpus.Batch;
import org.contexture.tensor.Functions;
import org.contexture.tensor.Rows;

/**
 * Turns logits into losses, and into their gradients where a step is trained.
 *
 * <p>The softmax is shifted by the reference's logit instead of the largest one where it is among the first that are read: its e^0
 * keeps the sum from vanishing, and the loss is log Σ e^(z − z_reference) at once. Where it comes later, one of the first
 * logits does. Only where a sum becomes so large that it could overflow, a larger one is taken and the rows are read again.
 */
final class Scoring implements LogitsReader {
    /** Far below what a float can hold, far above what a model that has not diverged comes to. */
    private static final float LARGE_SUM = 1e30f;

    private final Batch batch;
    private final int vocabulary;
    private final float scale;
    private final double[] losses;
    private final boolean[] correct;
    private final float[] shift;
    private final float[] sum;
    private final float[] reference;
    private final float[] rival;
    private float[] e = {};
    private boolean again;

    /**
     * For the rows of a batch.
     *
     * @param scale gradients are those of scale × the loss
     */
    Scoring(Batch batch, int vocabulary, float scale) {
        this.batch = batch;
        this.vocabulary = vocabulary;
        this.scale = scale;
        int rows = batch.targetTokens();
        losses = new double[rows];
        correct = new boolean[rows];
        shift = new float[rows];
        Arrays.fill(shift, Float.NaN);
        sum = new float[rows];
        reference = new float[rows];
        rival = new float[rows];
    }

    /** Leaves e^(z − shift). */
    @Override
    public float[] read(int row, int from, float[] z, int n) {
        e = Rows.atLeast(e, n);
        int target = batch.output(row) - from;
        if (from == 0) begin(row, target, z, n);
        compare(row, target, z, n);
        sum[row] += Functions.exp(z, shift[row], e, n);
        if (sum[row] >= LARGE_SUM) raise(row, Functions.max(z, n));
        if (from + n == vocabulary) losses[row] = Math.max(0, StrictMath.log(sum[row]) + (shift[row] - reference[row]));
        return e;
    }

    /** The shift of rows that are read again stays the one that was found. */
    private void begin(int row, int target, float[] z, int n) {
        if (Float.isNaN(shift[row])) shift[row] = target < n ? z[target] : Softmax.maxOfFew(z, n);
        sum[row] = 0;
        rival[row] = Float.NEGATIVE_INFINITY;
    }

    private void raise(int row, float max) {
        if (!(max > shift[row])) return; // what made the sum large was read before, and it cannot grow much
        shift[row] = max;
        again = true;
    }

    /** Whether the reference's logit is the largest: no earlier one as large, no later one larger. */
    private void compare(int row, int target, float[] z, int n) {
        if (target >= n) {
            rival[row] = Math.max(rival[row], Functions.max(z, n));
        } else if (target >= 0) {
            reference[row] = z[target];
            correct[row] = z[target] > rival[row] && Softmax.isArgMax(target, z, n);
        } else if (correct[row]) {
            correct[row] = Functions.max(z, n) <= reference[row];
        }
    }

    @Override
    public boolean again() {
        boolean needed = again;
        again = false;
        return needed;
    }

    @Override
    public void gradient(int row, int from, float[] kept, int n) {
        Softmax.gradient(kept, n, sum[row], batch.output(row) - from, scale);
    }

    BatchLoss result() {
        return new BatchLoss(losses, correct);
    }
}
