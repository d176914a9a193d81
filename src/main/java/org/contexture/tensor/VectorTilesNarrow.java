package org.contexture.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The same as {@link VectorTiles} with four rows of two vectors, for CPUs with 16 vector registers (AVX2): it takes 14.
 */
final class VectorTilesNarrow {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    static final int WIDTH = 2 * LANES;
    static final int ROWS = 4;

    /** What a tile begins with, see {@link VectorTiles}. */
    private static final float[] ZEROES = new float[ROWS * WIDTH];

    private VectorTilesNarrow() {}

    /** C += A B, or C = A B where it is to be set, for rows of A that are {@code step} apart. */
    static void ofRows(
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
        float[] d = set ? ZEROES : c;
        int from = set ? 0 : to;
        int by = set ? WIDTH : stride;
        int r1 = at + Math.min(1, rows - 1) * step;
        int r2 = at + Math.min(2, rows - 1) * step;
        int r3 = at + Math.min(3, rows - 1) * step;
        FloatVector c00 = FloatVector.fromArray(SPECIES, ZEROES, 0);
        FloatVector c01 = FloatVector.fromArray(SPECIES, ZEROES, LANES);
        FloatVector c10 = FloatVector.fromArray(SPECIES, ZEROES, 2 * LANES);
        FloatVector c11 = FloatVector.fromArray(SPECIES, ZEROES, 3 * LANES);
        FloatVector c20 = FloatVector.fromArray(SPECIES, ZEROES, 4 * LANES);
        FloatVector c21 = FloatVector.fromArray(SPECIES, ZEROES, 5 * LANES);
        FloatVector c30 = FloatVector.fromArray(SPECIES, ZEROES, 6 * LANES);
        FloatVector c31 = FloatVector.fromArray(SPECIES, ZEROES, 7 * LANES);
        for (int k = 0; k < count; k++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, panel + k * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, panel + k * WIDTH + LANES);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a[at + k]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            FloatVector x1 = FloatVector.broadcast(SPECIES, a[r1 + k]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            FloatVector x2 = FloatVector.broadcast(SPECIES, a[r2 + k]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            FloatVector x3 = FloatVector.broadcast(SPECIES, a[r3 + k]);
            c30 = x3.fma(b0, c30);
            c31 = x3.fma(b1, c31);
        }
        c00.add(FloatVector.fromArray(SPECIES, d, from)).intoArray(c, to);
        c01.add(FloatVector.fromArray(SPECIES, d, from + LANES)).intoArray(c, to + LANES);
        if (rows == 1) return;
        int z1 = to + stride, d1 = from + by;
        c10.add(FloatVector.fromArray(SPECIES, d, d1)).intoArray(c, z1);
        c11.add(FloatVector.fromArray(SPECIES, d, d1 + LANES)).intoArray(c, z1 + LANES);
        if (rows == 2) return;
        int z2 = to + 2 * stride, d2 = from + 2 * by;
        c20.add(FloatVector.fromArray(SPECIES, d, d2)).intoArray(c, z2);
        c21.add(FloatVector.fromArray(SPECIES, d, d2 + LANES)).intoArray(c, z2 + LANES);
        if (rows == 3) return;
        int z3 = to + 3 * stride, d3 = from + 3 * by;
        c30.add(FloatVector.fromArray(SPECIES, d, d3)).intoArray(c, z3);
        c31.add(FloatVector.fromArray(SPECIES, d, d3 + LANES)).intoArray(c, z3 + LANES);
    }

    /** C += Aᵀ B, or C = Aᵀ B, for columns of A, side by side in rows that are {@code step} apart. */
    static void ofColumns(
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
        float[] d = set ? ZEROES : c;
        int from = set ? 0 : to;
        int by = set ? WIDTH : stride;
        FloatVector c00 = FloatVector.fromArray(SPECIES, ZEROES, 0);
        FloatVector c01 = FloatVector.fromArray(SPECIES, ZEROES, LANES);
        FloatVector c10 = FloatVector.fromArray(SPECIES, ZEROES, 2 * LANES);
        FloatVector c11 = FloatVector.fromArray(SPECIES, ZEROES, 3 * LANES);
        FloatVector c20 = FloatVector.fromArray(SPECIES, ZEROES, 4 * LANES);
        FloatVector c21 = FloatVector.fromArray(SPECIES, ZEROES, 5 * LANES);
        FloatVector c30 = FloatVector.fromArray(SPECIES, ZEROES, 6 * LANES);
        FloatVector c31 = FloatVector.fromArray(SPECIES, ZEROES, 7 * LANES);
        int x = at;
        for (int k = 0; k < count; k++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, panel + k * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, panel + k * WIDTH + LANES);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a[x]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            FloatVector x1 = FloatVector.broadcast(SPECIES, a[x + 1]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            FloatVector x2 = FloatVector.broadcast(SPECIES, a[x + 2]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            FloatVector x3 = FloatVector.broadcast(SPECIES, a[x + 3]);
            c30 = x3.fma(b0, c30);
            c31 = x3.fma(b1, c31);
            x += step;
        }
        c00.add(FloatVector.fromArray(SPECIES, d, from)).intoArray(c, to);
        c01.add(FloatVector.fromArray(SPECIES, d, from + LANES)).intoArray(c, to + LANES);
        if (rows == 1) return;
        int z1 = to + stride, d1 = from + by;
        c10.add(FloatVector.fromArray(SPECIES, d, d1)).intoArray(c, z1);
        c11.add(FloatVector.fromArray(SPECIES, d, d1 + LANES)).intoArray(c, z1 + LANES);
        if (rows == 2) return;
        int z2 = to + 2 * stride, d2 = from + 2 * by;
        c20.add(FloatVector.fromArray(SPECIES, d, d2)).intoArray(c, z2);
        c21.add(FloatVector.fromArray(SPECIES, d, d2 + LANES)).intoArray(c, z2 + LANES);
        if (rows == 3) return;
        int z3 = to + 3 * stride, d3 = from + 3 * by;
        c30.add(FloatVector.fromArray(SPECIES, d, d3)).intoArray(c, z3);
        c31.add(FloatVector.fromArray(SPECIES, d, d3 + LANES)).intoArray(c, z3 + LANES);
    }

    /** Copies rows as wide as a tile. */
    static void copy(float[] from, int at, int step, float[] to, int toAt, int toStep, int rows) {
        int source = at, target = toAt;
        for (int row = 0; row < rows; row++) {
            FloatVector.fromArray(SPECIES, from, source).intoArray(to, target);
            FloatVector.fromArray(SPECIES, from, source + LANES).intoArray(to, target + LANES);
            source += step;
            target += toStep;
        }
    }
}
