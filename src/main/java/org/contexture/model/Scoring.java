package org.contexture.model;

import java.util.Arrays;
import org.contexture.corpus.Batch;
import org.contexture.tensor.Functions;

/**
 * Turns logits into losses, and into their gradients where a step is trained.
 *
 * <p>The softmax is shifted by the reference's logit instead of the largest one where it is among the first that are read: its e^0
 * keeps the sum from vanishing, and the loss is log Σ e^(z − z_reference) at once. Where it comes later, one of the first
 * logits does. Only where a sum becomes so large that it could overflow, the largest is looked for and the rows are read again.
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
    private final boolean[] seeking;
    private final boolean[] sought;
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
        seeking = new boolean[rows];
        sought = new boolean[rows];
    }

    /** Leaves e^(z − shift). */
    @Override
    public void read(int row, int from, float[] z, int at, int n) {
        boolean end = from + n == vocabulary;
        if (from == 0) sum[row] = 0;
        if (seeking[row]) {
            seek(row, from, Functions.max(z, at, n), end);
            return;
        }
        int target = batch.output(row) - from;
        if (from == 0) begin(row, target, z, at, n);
        compare(row, target, z, at, n);
        sum[row] += Functions.expPadded(z, at, n, shift[row]);
        if (end) end(row);
    }

    /** Looks for the largest logit and does nothing else: what overflowed is lost, so all of them are read once more. */
    private void seek(int row, int from, float largest, boolean end) {
        shift[row] = from == 0 ? largest : Math.max(shift[row], largest);
        seeking[row] = !end;
        again |= end;
    }

    /** The shift of rows that are read again stays the one that was found. */
    private void begin(int row, int target, float[] z, int at, int n) {
        if (Float.isNaN(shift[row])) shift[row] = target < n ? z[at + target] : Softmax.maxOfFew(z, at, n);
        rival[row] = Float.NEGATIVE_INFINITY;
    }

    private void end(int row) {
        losses[row] = Math.max(0, StrictMath.log(sum[row]) + (shift[row] - reference[row]));
        if (sum[row] < LARGE_SUM || sought[row]) return;
        seeking[row] = true;
        sought[row] = true;
        again = true;
    }

    /** Whether the reference's logit is the largest: no earlier one as large, no later one larger. */
    private void compare(int row, int target, float[] z, int at, int n) {
        if (target >= n) {
            rival[row] = Math.max(rival[row], Functions.max(z, at, n));
        } else if (target >= 0) {
            reference[row] = z[at + target];
            correct[row] = z[at + target] > rival[row] && Softmax.isArgMax(target, z, at, n);
        } else if (correct[row]) {
            correct[row] = Functions.max(z, at, n) <= reference[row];
        }
    }

    @Override
    public boolean again() {
        boolean needed = again;
        again = false;
        return needed;
    }

    /** scale × (softmax − one-hot of the reference): the factor is scale / Σ. */
    @Override
    public float gradient(int row, int from, float[] kept, int at, int n) {
        int target = batch.output(row) - from;
        if (target >= 0 && target < n) kept[at + target] -= sum[row];
        return scale / sum[row];
    }

    BatchLoss result() {
        return new BatchLoss(losses, correct);
    }
}
