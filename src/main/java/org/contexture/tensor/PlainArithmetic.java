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
    public void tiles(
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
            int rows) {
        tiles(a, at, step, 1, b, panel, count, set, c, to, stride, rows);
    }

    @Override
    public void tilesOfColumns(
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
            int rows) {
        tiles(a, at, 1, step, b, panel, count, set, c, to, stride, rows);
    }

    /** For numbers of A that are {@code perRow} apart from row to row of C, and {@code perK} from step to step of k. */
    private void tiles(
            float[] a,
            int at,
            int perRow,
            int perK,
            float[] b,
            int panel,
            int count,
            boolean set,
            float[] c,
            int to,
            int stride,
            int rows) {
        float[] sums = new float[COLUMNS];
        for (int i = 0; i < rows; i++) {
            Arrays.fill(sums, 0f);
            for (int k = 0; k < count; k++) {
                multiplyAdd(a[at + i * perRow + k * perK], b, panel + k * COLUMNS, sums);
            }
            if (set) Arrays.fill(c, to + i * stride, to + i * stride + COLUMNS, 0f);
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
    public void transpose(float[] from, int at, int stride, int columns, int rows, float[] to, int toAt) {
        transpose(from, at, stride, columns, rows, to, toAt, COLUMNS);
    }

    /** In panels of some width; four rows at once, since memory that is far away answers them together. */
    static void transpose(float[] from, int at, int stride, int columns, int rows, float[] to, int toAt, int width) {
        int j = 0;
        for (; j <= columns - 4; j += 4) {
            int at0 = at + j * stride, at1 = at0 + stride, at2 = at1 + stride, at3 = at2 + stride;
            for (int k = 0; k < rows; k++) {
                int here = toAt + k * width + j;
                to[here] = from[at0 + k];
                to[here + 1] = from[at1 + k];
                to[here + 2] = from[at2 + k];
                to[here + 3] = from[at3 + k];
            }
        }
        for (; j < columns; j++) {
            for (int k = 0; k < rows; k++) to[toAt + k * width + j] = from[at + j * stride + k];
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
