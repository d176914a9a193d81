package org.contexture.tensor;

import java.util.Arrays;

/** The innermost loops in plain Java: the same bits as on vectors, several times slower. */
final class PlainArithmetic implements Arithmetic {
    private static final int ROWS = 4;
    private static final int COLUMNS = 64;

    @Override
    public int tileRows() {
        return ROWS;
    }

    @Override
    public int tileColumns() {
        return COLUMNS;
    }

    @Override
    public void tile(
            float[] a, int at, int step, float[] b, int panel, int count, float[] c, int to, int stride, int rows) {
        float[] sums = new float[COLUMNS];
        for (int i = 0; i < rows; i++) {
            Arrays.fill(sums, 0f);
            for (int k = 0; k < count; k++) {
                multiplyAdd(a[at + i * step + k], b, panel + k * COLUMNS, sums);
            }
            add(sums, 0, c, to + i * stride, COLUMNS);
        }
    }

    @Override
    public void tileOfColumns(
            float[] a, int at, float[] b, int panel, int count, float[] c, int to, int stride, int rows) {
        float[] sums = new float[COLUMNS];
        for (int i = 0; i < rows; i++) {
            Arrays.fill(sums, 0f);
            for (int k = 0; k < count; k++) {
                multiplyAdd(a[at + k * STEP + i], b, panel + k * COLUMNS, sums);
            }
            add(sums, 0, c, to + i * stride, COLUMNS);
        }
    }

    private static void multiplyAdd(float x, float[] b, int at, float[] sums) {
        for (int j = 0; j < COLUMNS; j++) {
            sums[j] = Math.fma(x, b[at + j], sums[j]);
        }
    }

    @Override
    public void copy(float[] from, int at, int step, float[] to, int toAt, int toStep, int rows) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(from, at + row * step, to, toAt + row * toStep, COLUMNS);
        }
    }

    @Override
    public void zero(float[] c, int to, int stride, int rows) {
        for (int row = 0; row < rows; row++) {
            Arrays.fill(c, to + row * stride, to + row * stride + COLUMNS, 0f);
        }
    }

    @Override
    public void add(float[] x, int at, float[] to, int toAt, int n) {
        for (int j = 0; j < n; j++) to[toAt + j] += x[at + j];
    }

    @Override
    public void sum(float[] x, int xAt, float[] y, int yAt, float[] to, int toAt, int n) {
        for (int j = 0; j < n; j++) to[toAt + j] = x[xAt + j] + y[yAt + j];
    }

    @Override
    public void scale(
            float[] x, int at, int n, float factor, float[] sum, int sumAt, boolean set, float[] other, int otherAt) {
        for (int j = 0; j < n; j++) {
            float y = x[at + j] * factor;
            x[at + j] = y;
            sum[sumAt + j] = set ? y : sum[sumAt + j] + y;
            other[otherAt + j] += y;
        }
    }

    @Override
    public void sigmoid(float[] x, int from, int to) {
        for (int j = from; j < to; j++) x[j] = Functions.sigmoid(x[j]);
    }

    @Override
    public void tanh(float[] x, float[] y, int from, int to) {
        for (int j = from; j < to; j++) y[j] = Functions.tanh(x[j]);
    }

    @Override
    public void exp(float[] z, int at, int n, float shift) {
        for (int j = at; j < at + n; j++) z[j] = Functions.exp(z[j] - shift);
    }

    @Override
    public float sum(float[] x, int at, int n) {
        float[] sums = new float[PARTIAL_SUMS];
        for (int j = 0; j < n; j++) sums[j % PARTIAL_SUMS] += x[at + j];
        return halves(sums);
    }

    @Override
    public float sumOfSquares(float[] x, int at, int n) {
        float[] sums = new float[PARTIAL_SUMS];
        for (int j = 0; j < n; j++) sums[j % PARTIAL_SUMS] = Math.fma(x[at + j], x[at + j], sums[j % PARTIAL_SUMS]);
        return halves(sums);
    }

    /** The sum of partial sums, added in halves. */
    static float halves(float[] sums) {
        for (int half = PARTIAL_SUMS / 2; half > 0; half /= 2) {
            for (int j = 0; j < half; j++) sums[j] += sums[j + half];
        }
        return sums[0];
    }

    @Override
    public float max(float[] x, int at, int n) {
        float max = Float.NEGATIVE_INFINITY;
        for (int j = at; j < at + n; j++) max = Math.max(max, x[j]);
        return max;
    }
}
