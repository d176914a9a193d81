package org.contexture.statistics;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * What can be read out of a vector by a linear map: a classifier that is fitted to vectors whose class is known and asked for the
 * class of others (Alain and Bengio, 2017: "Understanding intermediate layers using linear classifier probes"). It is fitted by
 * least squares to indicators of the classes, with a ridge (Hastie, Tibshirani and Friedman, 2009, sections 3.4 and 4.2):
 *
 * <pre>
 *   W = (XᵀX + λ n I)⁻¹ XᵀY       class of x = arg max_k (Wᵀx)_k
 * </pre>
 *
 * where X has a column of ones. Closed form: there is nothing to tune and the same vectors give the same bits.
 */
public final class LinearProbe {
    /** λ, a share of the vectors' own size: keeps the product invertible where a unit never moves. */
    public static final double RIDGE = 1e-4;

    private final RealMatrix weights;

    private LinearProbe(RealMatrix weights) {
        this.weights = weights;
    }

    /**
     * Fits a probe.
     *
     * @param vectors [N, H]
     * @param classes of each vector, from 0
     * @param count how many classes there are
     * @throws IllegalArgumentException without vectors, or unless each has a class below count
     */
    public static LinearProbe fit(float[][] vectors, int[] classes, int count) {
        if (vectors.length == 0 || vectors.length != classes.length) {
            throw new IllegalArgumentException(vectors.length + " vectors have " + classes.length + " classes");
        }
        RealMatrix x = withOnes(vectors);
        RealMatrix y = new Array2DRowRealMatrix(vectors.length, count);
        for (int n = 0; n < classes.length; n++) {
            if (classes[n] < 0 || classes[n] >= count) {
                throw new IllegalArgumentException("class " + classes[n] + " is not below " + count);
            }
            y.setEntry(n, classes[n], 1);
        }
        RealMatrix square = x.transpose().multiply(x);
        for (int h = 0; h < square.getRowDimension(); h++) {
            square.addToEntry(h, h, RIDGE * vectors.length);
        }
        return new LinearProbe(new CholeskyDecomposition(square)
                .getSolver()
                .solve(x.transpose().multiply(y)));
    }

    /** The share of vectors whose class it names. */
    public double accuracy(float[][] vectors, int[] classes) {
        RealMatrix scores = withOnes(vectors).multiply(weights);
        int right = 0;
        for (int n = 0; n < vectors.length; n++) {
            right += argMax(scores.getRow(n)) == classes[n] ? 1 : 0;
        }
        return (double) right / vectors.length;
    }

    private static int argMax(double[] scores) {
        int best = 0;
        for (int k = 1; k < scores.length; k++) {
            if (scores[k] > scores[best]) best = k;
        }
        return best;
    }

    private static RealMatrix withOnes(float[][] vectors) {
        double[][] rows = new double[vectors.length][];
        for (int n = 0; n < rows.length; n++) {
            rows[n] = new double[vectors[n].length + 1];
            rows[n][0] = 1;
            for (int h = 0; h < vectors[n].length; h++) {
                rows[n][h + 1] = vectors[n][h];
            }
        }
        return new Array2DRowRealMatrix(rows, false);
    }
}
