package org.contexture.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The innermost loops on the CPU's widest vectors. */
final class VectorArithmetic implements Arithmetic {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Of x86, only what has vectors of 16 numbers has 32 registers for them. */
    private static final boolean MANY_REGISTERS =
            LANES >= 16 || !System.getProperty("os.arch").matches("amd64|x86_64|x86|i386");

    @Override
    public int tileRows() {
        return VectorTiles.ROWS; // the same for both kinds
    }

    @Override
    public int tileColumns() {
        return MANY_REGISTERS ? VectorTiles.WIDTH : VectorTilesNarrow.WIDTH;
    }

    @Override
    public void tile(
            float[] a, int at, int step, float[] b, int panel, int count, float[] c, int to, int stride, int rows) {
        if (MANY_REGISTERS) {
            VectorTiles.ofRows(a, at, step, b, panel, count, c, to, stride, rows);
        } else {
            VectorTilesNarrow.ofRows(a, at, step, b, panel, count, c, to, stride, rows);
        }
    }

    @Override
    public void tileOfColumns(
            float[] a, int at, float[] b, int panel, int count, float[] c, int to, int stride, int rows) {
        if (MANY_REGISTERS) {
            VectorTiles.ofColumns(a, at, b, panel, count, c, to, stride, rows);
        } else {
            VectorTilesNarrow.ofColumns(a, at, b, panel, count, c, to, stride, rows);
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
    public void zero(float[] c, int to, int stride, int rows) {
        if (MANY_REGISTERS) {
            VectorTiles.zero(c, to, stride, rows);
        } else {
            VectorTilesNarrow.zero(c, to, stride, rows);
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

    @Override
    public float max(float[] x, int at, int n) {
        int j = at;
        float max = Float.NEGATIVE_INFINITY;
        if (n >= LANES) {
            FloatVector most = VectorFunctions.load(x, at);
            for (j += LANES; j <= at + n - LANES; j += LANES) {
                most = most.max(VectorFunctions.load(x, j));
            }
            max = most.reduceLanes(VectorOperators.MAX);
        }
        for (; j < at + n; j++) max = Math.max(max, x[j]);
        return max;
    }
}
