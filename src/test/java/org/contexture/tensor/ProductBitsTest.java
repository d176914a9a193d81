package org.contexture.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products against a reference that knows no tile, panel, block or thread, bit for bit. */
class ProductBitsTest {
    /** Steps of k in one chain of multiply-adds. */
    private static final int CHAIN = 128;

    private static final int[][] SHAPES = {
        {1, 1, 1},
        {4, 64, 128},
        {5, 65, 129},
        {96, 32, 256},
        {97, 33, 257},
        {193, 70, 300},
        {300, 300, 300},
        {3, 300, 150},
        {300, 1, 20},
        {1, 2100, 130},
        {2, 40, 8300}
    };

    private final SplittableRandom random = new SplittableRandom(7);

    @AfterEach
    void oneThreadAgain() {
        Gemm.threads(1);
    }

    /** A block of random numbers somewhere in a larger array. */
    private Block block(int rows, int columns) {
        int offset = random.nextInt(20), stride = columns + random.nextInt(9);
        float[] values = new float[offset + rows * stride + random.nextInt(3)];
        for (int j = 0; j < values.length; j++) values[j] = (float) random.nextGaussian();
        return new Block(values, offset, stride, rows, columns);
    }

    private static Block transposed(Block block) {
        float[] values = new float[block.rows() * block.columns()];
        for (int i = 0; i < block.rows(); i++) {
            for (int j = 0; j < block.columns(); j++) {
                values[j * block.rows() + i] = block.values()[block.row(i) + j];
            }
        }
        return new Block(values, 0, block.rows(), block.columns(), block.rows());
    }

    /** Takes the numbers that are next in memory somewhere else, with gaps. */
    private Block elsewhere(Block block) {
        Block copy = block(block.rows(), block.columns());
        for (int i = 0; i < block.rows(); i++) {
            System.arraycopy(block.values(), block.row(i), copy.values(), copy.row(i), block.columns());
        }
        return copy;
    }

    /** All of C's array after C = A B + βC. */
    private static float[] expected(Block a, Block b, float beta, Block c) {
        float[] values = c.values().clone();
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j < c.columns(); j++) {
                float sum = beta == Gemm.SET ? 0 : values[c.row(i) + j];
                for (int from = 0; from < a.columns(); from += CHAIN) {
                    sum += chain(a, i, b, j, from, Math.min(a.columns(), from + CHAIN));
                }
                values[c.row(i) + j] = sum;
            }
        }
        return values;
    }

    private static float chain(Block a, int i, Block b, int j, int from, int to) {
        float chain = 0;
        for (int k = from; k < to; k++) {
            chain = Math.fma(a.values()[a.row(i) + k], b.values()[b.row(k) + j], chain);
        }
        return chain;
    }

    private interface Product {
        void into(Block c);
    }

    private static void check(String name, float[] expected, Block c, Product product) {
        Block own = new Block(c.values().clone(), c.offset(), c.stride(), c.rows(), c.columns());
        product.into(own);
        assertArrayEquals(expected, own.values(), name);
    }

    private void check(int m, int n, int k, float beta) {
        Block a = block(m, k), b = block(k, n), c = block(m, n);
        Block aT = elsewhere(transposed(a)), bT = elsewhere(transposed(b));
        float[] expected = expected(a, b, beta, c);
        String what = " of m, n, k = " + m + ", " + n + ", " + k + " and β = " + beta;
        check("nn" + what, expected, c, own -> Gemm.nn(a, b, beta, own));
        check("nt" + what, expected, c, own -> Gemm.nt(a, bT, beta, own));
        check("tn" + what, expected, c, own -> Gemm.tn(aT, b, beta, own));
        check("times panels" + what, expected, c, own -> Gemm.times(a, new Panels().set(b), beta, own));
        check(
                "times transposed panels" + what,
                expected,
                c,
                own -> Gemm.times(a, new Panels().setTransposed(bT), beta, own));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aProductIsChainsOfFusedMultiplyAddsAddedInOrderOnAnyNumberOfThreads(int threads) {
        Gemm.threads(threads);
        for (float beta : new float[] {Gemm.SET, Gemm.ADD}) {
            for (int[] shape : SHAPES) check(shape[0], shape[1], shape[2], beta);
            check(261, 259, 263, beta); // worth more than one thread
            for (int k = 0; k < 40; k++) {
                check(1 + random.nextInt(150), 1 + random.nextInt(150), 1 + random.nextInt(150), beta);
            }
        }
    }

    /** So that products of both kinds are made with three threads. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void moreThreadsThanRowsOfTilesAreNoHarm(int threads) {
        Gemm.threads(threads);
        check(1, 4200, 4100, Gemm.ADD);
        check(6, 1800, 1600, Gemm.SET);
    }
}
