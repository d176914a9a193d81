package org.contexture.tensor;

/** Sums over rows and growing heap arrays: what layers share around their products. */
public final class Rows {
    /**
     * Where the numbers of a buffer begin that vectors are read from again and again: at a cache line, if arrays begin with one ({@link JvmFlags}), since an
     * array's header takes sixteen bytes. A vector that lies in two lines takes two reads.
     */
    public static final int FIRST = 12;

    private Rows() {}

    /** Index of the first number of a row in a buffer of rows [·, width]. */
    public static int at(int row, int width) {
        return FIRST + row * width;
    }

    /**
     * n numbers and as many more as make whole vectors on every CPU: what is done to rows with so much room needs no loop for a few numbers at
     * their end. What lies there means nothing.
     */
    public static int padded(int n) {
        return (n + Arithmetic.PARTIAL_SUMS - 1) / Arithmetic.PARTIAL_SUMS * Arithmetic.PARTIAL_SUMS;
    }

    /** The array itself if it holds so many rows [rows, width] from {@link #FIRST} on, else a larger one; growing forgets its content. */
    public static float[] atLeast(float[] array, int rows, int width) {
        return atLeast(array, at(rows, width));
    }

    /** The array itself if it holds n numbers, else a larger one; growing forgets its content. */
    public static float[] atLeast(float[] array, int n) {
        return array.length >= n ? array : new float[n + n / 8];
    }

    /** target[to + j] += source[from + j] for n numbers. */
    public static void add(float[] source, int from, float[] target, int to, int n) {
        Arithmetic.HERE.add(source, from, target, to, n);
    }

    /** target[to + j] = x[xFrom + j] + y[yFrom + j] for n numbers. */
    public static void sum(float[] x, int xFrom, float[] y, int yFrom, float[] target, int to, int n) {
        Arithmetic.HERE.sum(x, xFrom, y, yFrom, target, to, n);
    }

    /** x[at + j] *= factor for n numbers; each product is added to a sum, or set as one, and added to another sum. */
    public static void scale(
            float[] x, int at, int n, float factor, float[] sum, int sumAt, boolean set, float[] other, int otherAt) {
        Arithmetic.HERE.scale(x, at, n, factor, sum, sumAt, set, other, otherAt);
    }

    /** x[at + j] *= factor for n numbers, and each product is added to a sum. */
    public static void scale(float[] x, int at, int n, float factor, float[] sum, int sumAt) {
        for (int j = 0; j < n; j++) x[at + j] *= factor;
        add(x, at, sum, sumAt, n);
    }

    /** The sum of n squares: in few partial sums, so it is for some thousand numbers at most. */
    public static float sumOfSquares(float[] x, int at, int n) {
        return Arithmetic.HERE.sumOfSquares(x, at, n);
    }

    /** Adds all rows of a block to sums [columns]. */
    public static void sum(Block block, float[] sums) {
        for (int row = 0; row < block.rows(); row++) {
            add(block.values(), block.row(row), sums, 0, block.columns());
        }
    }
}
