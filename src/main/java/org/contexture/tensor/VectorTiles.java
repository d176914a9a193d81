package org.contexture.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of a product on the CPU's widest vectors.
 *
 * <p>A tile of C, six rows of two vectors, stays in registers while A's numbers are broadcast against two vectors of B: for a CPU that starts
 * two multiply-adds and two loads at once, eight loads hide behind twelve multiply-adds, and sixteen registers are enough. Every index in a
 * loop is one that the JIT can check before the loop, and vectors are made by methods that it always inlines.
 */
final class VectorTiles {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();
    static final int WIDTH = 2 * LANES;
    static final int ROWS = 6;

    private VectorTiles() {}

    private static FloatVector start(float[] c, int at, boolean add) {
        return add ? FloatVector.fromArray(SPECIES, c, at) : FloatVector.zero(SPECIES);
    }

    /** A tile from rows of A that are {@code step} apart. Two numbers of k at once: of so many indices some are kept in memory. */
    static void ofRows(
            float[] a, int at, int step, float[] b, int panel, int count, float[] c, int to, int stride, int rows, boolean add) {
        int last = rows - 1;
        int r0 = at;
        int r1 = at + Math.min(1, last) * step;
        int r2 = at + Math.min(2, last) * step;
        int r3 = at + Math.min(3, last) * step;
        int r4 = at + Math.min(4, last) * step;
        int r5 = at + Math.min(5, last) * step;
        int z0 = to;
        int z1 = to + Math.min(1, last) * stride;
        int z2 = to + Math.min(2, last) * stride;
        int z3 = to + Math.min(3, last) * stride;
        int z4 = to + Math.min(4, last) * stride;
        int z5 = to + Math.min(5, last) * stride;
        FloatVector c00 = start(c, z0, add), c01 = start(c, z0 + LANES, add);
        FloatVector c10 = start(c, z1, add), c11 = start(c, z1 + LANES, add);
        FloatVector c20 = start(c, z2, add), c21 = start(c, z2 + LANES, add);
        FloatVector c30 = start(c, z3, add), c31 = start(c, z3 + LANES, add);
        FloatVector c40 = start(c, z4, add), c41 = start(c, z4 + LANES, add);
        FloatVector c50 = start(c, z5, add), c51 = start(c, z5 + LANES, add);
        int k = 0;
        for (; k < count - 1; k += 2) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, panel + k * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, panel + k * WIDTH + LANES);
            FloatVector x;
            x = FloatVector.broadcast(SPECIES, a[r0 + k]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            x = FloatVector.broadcast(SPECIES, a[r1 + k]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(SPECIES, a[r2 + k]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            x = FloatVector.broadcast(SPECIES, a[r3 + k]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = FloatVector.broadcast(SPECIES, a[r4 + k]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            x = FloatVector.broadcast(SPECIES, a[r5 + k]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            b0 = FloatVector.fromArray(SPECIES, b, panel + k * WIDTH + WIDTH);
            b1 = FloatVector.fromArray(SPECIES, b, panel + k * WIDTH + WIDTH + LANES);
            x = FloatVector.broadcast(SPECIES, a[r0 + k + 1]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            x = FloatVector.broadcast(SPECIES, a[r1 + k + 1]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(SPECIES, a[r2 + k + 1]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            x = FloatVector.broadcast(SPECIES, a[r3 + k + 1]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = FloatVector.broadcast(SPECIES, a[r4 + k + 1]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            x = FloatVector.broadcast(SPECIES, a[r5 + k + 1]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
        }
        if (k < count) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, panel + k * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, panel + k * WIDTH + LANES);
            FloatVector x;
            x = FloatVector.broadcast(SPECIES, a[r0 + k]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            x = FloatVector.broadcast(SPECIES, a[r1 + k]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(SPECIES, a[r2 + k]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            x = FloatVector.broadcast(SPECIES, a[r3 + k]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = FloatVector.broadcast(SPECIES, a[r4 + k]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            x = FloatVector.broadcast(SPECIES, a[r5 + k]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
        }
        c00.intoArray(c, z0);
        c01.intoArray(c, z0 + LANES);
        if (last < 1) return;
        c10.intoArray(c, z1);
        c11.intoArray(c, z1 + LANES);
        if (last < 2) return;
        c20.intoArray(c, z2);
        c21.intoArray(c, z2 + LANES);
        if (last < 3) return;
        c30.intoArray(c, z3);
        c31.intoArray(c, z3 + LANES);
        if (last < 4) return;
        c40.intoArray(c, z4);
        c41.intoArray(c, z4 + LANES);
        if (last < 5) return;
        c50.intoArray(c, z5);
        c51.intoArray(c, z5 + LANES);
    }

    /** A tile from six columns of A, side by side in rows that are {@link Arithmetic#STEP} apart. */
    static void ofColumns(
            float[] a, int at, float[] b, int panel, int count, float[] c, int to, int stride, int rows, boolean add) {
        int last = rows - 1;
        int z0 = to;
        int z1 = to + Math.min(1, last) * stride;
        int z2 = to + Math.min(2, last) * stride;
        int z3 = to + Math.min(3, last) * stride;
        int z4 = to + Math.min(4, last) * stride;
        int z5 = to + Math.min(5, last) * stride;
        FloatVector c00 = start(c, z0, add), c01 = start(c, z0 + LANES, add);
        FloatVector c10 = start(c, z1, add), c11 = start(c, z1 + LANES, add);
        FloatVector c20 = start(c, z2, add), c21 = start(c, z2 + LANES, add);
        FloatVector c30 = start(c, z3, add), c31 = start(c, z3 + LANES, add);
        FloatVector c40 = start(c, z4, add), c41 = start(c, z4 + LANES, add);
        FloatVector c50 = start(c, z5, add), c51 = start(c, z5 + LANES, add);
        for (int k = 0; k < count; k++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, panel + k * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, panel + k * WIDTH + LANES);
            FloatVector x;
            x = FloatVector.broadcast(SPECIES, a[at + k * Arithmetic.STEP]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            x = FloatVector.broadcast(SPECIES, a[at + k * Arithmetic.STEP + 1]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(SPECIES, a[at + k * Arithmetic.STEP + 2]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            x = FloatVector.broadcast(SPECIES, a[at + k * Arithmetic.STEP + 3]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = FloatVector.broadcast(SPECIES, a[at + k * Arithmetic.STEP + 4]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            x = FloatVector.broadcast(SPECIES, a[at + k * Arithmetic.STEP + 5]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
        }
        c00.intoArray(c, z0);
        c01.intoArray(c, z0 + LANES);
        if (last < 1) return;
        c10.intoArray(c, z1);
        c11.intoArray(c, z1 + LANES);
        if (last < 2) return;
        c20.intoArray(c, z2);
        c21.intoArray(c, z2 + LANES);
        if (last < 3) return;
        c30.intoArray(c, z3);
        c31.intoArray(c, z3 + LANES);
        if (last < 4) return;
        c40.intoArray(c, z4);
        c41.intoArray(c, z4 + LANES);
        if (last < 5) return;
        c50.intoArray(c, z5);
        c51.intoArray(c, z5 + LANES);
    }
}
