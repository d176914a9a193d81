package org.contexture.metrics;

import java.util.Arrays;

/**
 * All that a metric needs to know of a system's output: a row of numbers a segment, whose sum has the corpus score.
 */
@SuppressWarnings("ArrayRecordComponent") // plain numbers in bulk, never compared
public record SufficientStatistics(double[][] rows) {
    /** How many segments there are. */
    public int size() {
        return rows.length;
    }

    /** Added up over segments, in order. */
    public double[] sum() {
        double[] sum = rows[0].clone();
        for (int i = 1; i < rows.length; i++) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += rows[i][k];
            }
        }
        return sum;
    }

    /** Row after row in single precision, for resampling. */
    float[] flat() {
        int width = rows[0].length;
        float[] flat = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < width; k++) {
                flat[i * width + k] = (float) rows[i][k];
            }
        }
        return flat;
    }

    @Override
    public String toString() {
        return rows.length + " segments, " + Arrays.toString(sum());
    }
}
