package org.contexture.tensor;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The innermost loops on the CPU's widest vectors. */
final class VectorArithmetic implements Arithmetic {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private static final int ROWS = VectorTiles.ROWS; // the same for both kinds
    private static final boolean X86 = System.getProperty("os.arch").matches("amd64|x86_64|x86|i386");

    /** Of x86, only what has vectors of 16 numbers has 32 registers for them. */
    private static final boolean MANY_REGISTERS = LANES >= 16 || !X86;

    /** Whether one instruction reads numbers that are apart. */
    private static final boolean GATHERS = X86 && LANES >= 8;

    @Override
    public int tileRows() {
        return ROWS;
    }

    @Override
    public int tileColumns() {
        return MANY_REGISTERS ? VectorTiles.WIDTH : VectorTilesNarrow.WIDTH;
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
        for (int i = 0; i < rows; i += ROWS) {
            int some = Math.min(ROWS, rows - i);
            if (MANY_REGISTERS) {
                VectorTiles.ofRows(a, at + i * step, step, b, panel, count, set, c, to + i * stride, stride, some);
            } else {
                VectorTilesNarrow.ofRows(
                        a, at + i * step, step, b, panel, count, set, c, to + i * stride, stride, some);
            }
        }
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
        for (int i = 0; i < rows; i += ROWS) {
            int some = Math.min(ROWS, rows - i);
            if (MANY_REGISTERS) {
                VectorTiles.ofColumns(a, at + i, step, b, panel, count, set, c, to + i * stride, stride, some);
            } else {
                VectorTilesNarrow.ofColumns(a, at + i, step, b, panel, count, set, c, to + i * stride, stride, some);
            }
        }
    }

    @Override
    public void copy(float[] from, int at, int step, float[] to, int toAt, int toStep, int rows) {
        if (MANY_REGISTERS) {
            VectorTiles.copy(from, at, step, to, toAt, toStep, rows);
        } else {
            VectorTilesNarrow.copy(from, at, step, to, toAt, toStep, rows);
        }
    }

    @Override
    public void transpose(float[] from, int at, int stride, int columns, int rows, float[] to, int toAt) {
        int whole = GATHERS ? columns / LANES * LANES : 0;
        int[] apart = new int[LANES];
        Arrays.setAll(apart, lane -> lane * stride);
        for (int j = 0; j < whole; j += LANES) gather(from, at + j * stride, apart, rows, to, toAt + j);
        PlainArithmetic.transpose(
                from, at + whole * stride, stride, columns - whole, rows, to, toAt + whole, tileColumns());
    }

    private static void gather(float[] from, int at, int[] apart, int rows, float[] to, int toAt) {
        int width = MANY_REGISTERS ? VectorTiles.WIDTH : VectorTilesNarrow.WIDTH;
        for (int k = 0; k < rows; k++) {
            FloatVector.fromArray(SPECIES, from, at + k, apart, 0).intoArray(to, toAt + k * width);
        }
    }

    @Override
    public void add(float[] x, int at, float[] to, int toAt, int n) {
        int j = 0;
        for (; j <= n - LANES; j += LANES) {
            VectorFunctions.load(to, toAt + j)
                    .add(VectorFunctions.load(x, at + j))
                    .intoArray(to, toAt + j);
        }
        for (; j < n; j++) to[toAt + j] += x[at + j];
    }

    @Override
    public void sum(float[] x, int xAt, float[] y, int yAt, float[] to, int toAt, int n) {
        int j = 0;
        for (; j <= n - LANES; j += LANES) {
            VectorFunctions.load(x, xAt + j)
                    .add(VectorFunctions.load(y, yAt + j))
                    .intoArray(to, toAt + j);
        }
        for (; j < n; j++) to[toAt + j] = x[xAt + j] + y[yAt + j];
    }

    @Override
    public void scale(
            float[] x, int at, int n, float factor, float[] sum, int sumAt, boolean set, float[] other, int otherAt) {
        int j = 0;
        for (; j <= n - LANES; j += LANES) {
            FloatVector y = VectorFunctions.load(x, at + j).mul(factor);
            y.intoArray(x, at + j);
            (set ? y : VectorFunctions.load(sum, sumAt + j).add(y)).intoArray(sum, sumAt + j);
            VectorFunctions.load(other, otherAt + j).add(y).intoArray(other, otherAt + j);
        }
        for (; j < n; j++) {
            float y = x[at + j] * factor;
            x[at + j] = y;
            sum[sumAt + j] = set ? y : sum[sumAt + j] + y;
            other[otherAt + j] += y;
        }
    }

    @Override
    public void sigmoid(float[] x, int from, int to) {
        int j = from;
        for (; j <= to - LANES; j += LANES) {
            VectorFunctions.tanh(VectorFunctions.load(x, j).mul(0.5f))
                    .fma(VectorFunctions.all(0.5f), VectorFunctions.all(0.5f))
                    .intoArray(x, j);
        }
        for (; j < to; j++) x[j] = Functions.sigmoid(x[j]);
    }

    @Override
    public void tanh(float[] x, float[] y, int from, int to) {
        int j = from;
        for (; j <= to - LANES; j += LANES) {
            VectorFunctions.tanh(VectorFunctions.load(x, j)).intoArray(y, j);
        }
        for (; j < to; j++) y[j] = Functions.tanh(x[j]);
    }

    @Override
    public void exp(float[] z, int at, int n, float shift) {
        int j = at;
        for (; j <= at + n - LANES; j += LANES) {
            VectorFunctions.exp(VectorFunctions.load(z, j).sub(shift)).intoArray(z, j);
        }
        for (; j < at + n; j++) z[j] = Functions.exp(z[j] - shift);
    }

    @Override
    public float sum(float[] x, int at, int n) {
        float[] sums = new float[PARTIAL_SUMS];
        int whole = n / PARTIAL_SUMS * PARTIAL_SUMS;
        for (int part = 0; part < PARTIAL_SUMS; part += LANES) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int j = at + part; j < at + whole; j += PARTIAL_SUMS) {
                sum = sum.add(VectorFunctions.load(x, j));
            }
            sum.intoArray(sums, part);
        }
        for (int j = whole; j < n; j++) sums[j - whole] += x[at + j];
        return PlainArithmetic.halves(sums);
    }

    @Override
    public float sumOfSquares(float[] x, int at, int n) {
        float[] sums = new float[PARTIAL_SUMS];
        int whole = n / PARTIAL_SUMS * PARTIAL_SUMS;
        for (int part = 0; part < PARTIAL_SUMS; part += LANES) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int j = at + part; j < at + whole; j += PARTIAL_SUMS) {
                FloatVector y = VectorFunctions.load(x, j);
                sum = y.fma(y, sum);
            }
            sum.intoArray(sums, part);
        }
        for (int j = whole; j < n; j++) sums[j - whole] = Math.fma(x[at + j], x[at + j], sums[j - whole]);
        return PlainArithmetic.halves(sums);
    }

    /** Four maxima side by side: one waits for the one before, since it has to see NaN. */
    @Override
    public float max(float[] x, int at, int n) {
        FloatVector m0 = VectorFunctions.all(Float.NEGATIVE_INFINITY), m1 = m0, m2 = m0, m3 = m0;
        int j = at;
        for (; j <= at + n - 4 * LANES; j += 4 * LANES) {
            m0 = m0.max(VectorFunctions.load(x, j));
            m1 = m1.max(VectorFunctions.load(x, j + LANES));
            m2 = m2.max(VectorFunctions.load(x, j + 2 * LANES));
            m3 = m3.max(VectorFunctions.load(x, j + 3 * LANES));
        }
        for (; j <= at + n - LANES; j += LANES) {
            m0 = m0.max(VectorFunctions.load(x, j));
        }
        float max = m0.max(m1).max(m2.max(m3)).reduceLanes(VectorOperators.MAX);
        for (; j < at + n; j++) max = Math.max(max, x[j]);
        return max;
    }
}
