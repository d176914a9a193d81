package org.contexture.model;

/**
 * The teacher-forced loss of a batch, row by row.
 *
 * @param losses −log P(y_t | y_<t, c) in nats at each packed target row, {@code </s>} counted
 * @param correct whether the arg max of each row is the reference token
 */
@SuppressWarnings("ArrayRecordComponent") // plain results, never compared
public record BatchLoss(double[] losses, boolean[] correct) {
    /** Target tokens, {@code </s>} counted. */
    public int tokens() {
        return losses.length;
    }

    /** The summed loss in nats. */
    public double sum() {
        double sum = 0;
        for (double loss : losses) {
            sum += loss;
        }
        return sum;
    }

    /** Tokens whose arg max is the reference. */
    public int correctTokens() {
        int count = 0;
        for (boolean each : correct) {
            count += each ? 1 : 0;
        }
        return count;
    }
}
