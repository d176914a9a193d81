package org.contexture.tensor;

/**
 * The innermost loops, in plain Java or on the CPU's vectors. Both give the same bits: every sum has an order that depends on neither
 * the CPU's vectors nor the number of threads.
 */
interface Arithmetic {
    /** The one this JVM uses: vectors where the module for them was added ({@code --add-modules jdk.incubator.vector}). */
    Arithmetic HERE = choose();

    private static Arithmetic choose() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) return new PlainArithmetic();
        try { // by name: this package is compiled, and loads, without the module
            Class<?> vectors = Class.forName("org.contexture.tensor.VectorArithmetic");
            return (Arithmetic) vectors.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("VectorArithmetic is part of this package", e);
        }
    }

    /** Rows of a tile of C. */
    int tileRows();

    /** Columns of a tile of C, and of a panel of B. */
    int tileColumns();

    /**
     * C += A B, or C = A B, for a panel's columns of C and some steps of k, tile by tile: to each number of C, or to zero, one chain of fused
     * multiply-adds is added, in the order of k.
     *
     * @param a rows of A, the first from index {@code at} on, the others {@code step} apart
     * @param b a panel of B, from index {@code panel} on
     * @param count numbers of k
     * @param set whether to add to zero
     * @param c where the tiles are: {@code to} is the index of the first number, {@code stride} leads from row to row
     * @param rows of C
     */
    void tiles(
            float[] a,
            int at,
            int step,
            float[] b,
            int panel,
            int count,
            boolean set,
            float[] c,
            int to,
            int stride,
            int rows);

    /** The same for Aᵀ: columns of A, side by side in rows {@code step} apart, from index {@code at} on. */
    void tilesOfColumns(
            float[] a,
            int at,
            int step,
            float[] b,
            int panel,
            int count,
            boolean set,
            float[] c,
            int to,
            int stride,
            int rows);

    /**
     * From row to row of a copy of A's columns: not a power of two, which few sets of the first-level cache would keep, and at least as many numbers as
     * a tile has columns.
     */
    int STEP = 112;

    /** Copies rows of as many numbers as a tile has columns, {@code step} and {@code toStep} apart. */
    void copy(float[] from, int at, int step, float[] to, int toAt, int toStep, int rows);

    /** to[toAt + k·w + j] = from[at + j·stride + k] for so many columns j and rows k, where w is the number of a tile's columns: rows become a panel's columns. */
    void transpose(float[] from, int at, int stride, int columns, int rows, float[] to, int toAt);

    /** to[toAt + j] += x[at + j] for n numbers. */
    void add(float[] x, int at, float[] to, int toAt, int n);

    /** to[toAt + j] = x[xAt + j] + y[yAt + j] for n numbers. */
    void sum(float[] x, int xAt, float[] y, int yAt, float[] to, int toAt, int n);

    /** x[at + j] *= factor for n numbers, and each product is added to a sum, or set as one, and added to another. */
    void scale(float[] x, int at, int n, float factor, float[] sum, int sumAt, boolean set, float[] other, int otherAt);

    /** x[j] = σ(x[j]) on [from, to). */
    void sigmoid(float[] x, int from, int to);

    /** y[j] = tanh(x[j]) on [from, to). */
    void tanh(float[] x, float[] y, int from, int to);

    /** z[at + j] = e^(z − shift) for n numbers. */
    void exp(float[] z, int at, int n, float shift);

    /** The sum of n numbers: number j belongs to partial sum j mod {@link #PARTIAL_SUMS}, and these are added in halves. */
    float sum(float[] x, int at, int n);

    /** The sum of n squares, in the same order. */
    float sumOfSquares(float[] x, int at, int n);

    /** The largest of n numbers; NaN if there is one. */
    float max(float[] x, int at, int n);

    /** As many as the widest vector has numbers. */
    int PARTIAL_SUMS = 16;
}
