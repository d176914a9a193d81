package org.contexture.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Every loop in plain Java and on vectors: the same bits, that of −0 from 0 and NaN included, and nothing written beside the numbers
 * that are asked for.
 */
class ArithmeticTest {
    private static final Arithmetic PLAIN = new PlainArithmetic();
    private static final Arithmetic VECTORS = Arithmetic.HERE;

    private static final int[] SIZES = IntStream.concat(
                    IntStream.rangeClosed(0, 70), IntStream.of(127, 128, 129, 130, 500))
            .toArray();
    private static final int[] OFFSETS = {0, 1, 7, 16};

    /** Room behind the numbers, so that a loop that goes too far is seen. */
    private static final int BEHIND = 40;

    private static final float[] ODD = {
        0f,
        -0f,
        1f,
        -1f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        1e-30f,
        -1e-30f,
        1e30f,
        -1e30f,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN,
        -86.99f,
        -87f,
        -87.5f,
        88f,
        88.5f,
        7.905311f,
        -7.9053116f
    };

    /** Ordinary numbers of many sizes. */
    private static float[] ordinary(int n, SplittableRandom random) {
        float[] x = new float[n];
        for (int j = 0; j < n; j++) x[j] = (float) (random.nextGaussian() * Math.exp(random.nextDouble(-9, 4)));
        return x;
    }

    /** The same with every fifth number odd, by chance. */
    private static float[] odd(int n, SplittableRandom random) {
        float[] x = ordinary(n, random);
        for (int j = 0; j < n; j++) if (random.nextInt(5) == 0) x[j] = ODD[random.nextInt(ODD.length)];
        return x;
    }

    private interface Loop {
        /** Works on two arrays; what it returns is compared too. */
        float run(Arithmetic arithmetic, float[] x, float[] y, int at, int n);
    }

    /** Arrays of ordinary numbers, of odd ones, and of one odd number over and over. */
    private static void sameBits(Loop loop) {
        SplittableRandom random = new SplittableRandom(1);
        for (int n : SIZES) {
            for (int at : OFFSETS) {
                int length = at + n + BEHIND;
                sameBits(loop, ordinary(length, random), ordinary(length, random), at, n);
                sameBits(loop, odd(length, random), odd(length, random), at, n);
                float[] same = new float[length];
                Arrays.fill(same, ODD[random.nextInt(ODD.length)]);
                sameBits(loop, same, ordinary(length, random), at, n);
            }
        }
    }

    private static void sameBits(Loop loop, float[] x, float[] y, int at, int n) {
        float[] x1 = x.clone(), y1 = y.clone(), x2 = x.clone(), y2 = y.clone();
        float plain = loop.run(PLAIN, x1, y1, at, n);
        float vectors = loop.run(VECTORS, x2, y2, at, n);
        String where = n + " numbers from " + at + " on";
        assertEquals(plain, vectors, where);
        assertArrayEquals(x1, x2, where);
        assertArrayEquals(y1, y2, where);
        assertArrayEquals(Arrays.copyOf(x, at), Arrays.copyOf(x2, at), "before " + where);
        assertArrayEquals(rest(x, at + n), rest(x2, at + n), "after " + where);
    }

    private static float[] rest(float[] x, int from) {
        return Arrays.copyOfRange(x, from, x.length);
    }

    @Test
    void testsRunOnVectors() {
        assertEquals("VectorArithmetic", VECTORS.getClass().getSimpleName(), "surefire adds jdk.incubator.vector");
    }

    @Test
    void aSumOfTwoArraysIsTheSame() {
        sameBits((here, x, y, at, n) -> {
            here.add(y, at, x, at, n);
            here.add(x, at, y, at + 3, n);
            return 0;
        });
        sameBits((here, x, y, at, n) -> {
            here.sum(y, at + 1, x, at, x, at, n);
            here.sum(x, at, x, at + 3, y, at + 5, n);
            return 0;
        });
    }

    @Test
    void aScaledArrayAndItsTwoSumsAreTheSame() {
        for (boolean set : new boolean[] {true, false}) {
            for (float factor : new float[] {0.3f, -0f, 1e30f, Float.NaN}) {
                sameBits((here, x, y, at, n) -> {
                    float[] other = y.clone();
                    here.scale(x, at, n, factor, y, at + 1, set, other, at + 2);
                    return digest(other);
                });
            }
        }
    }

    /** A number that two arrays have in common only if they are the same; not a NaN. */
    private static float digest(float[] x) {
        return Arrays.hashCode(x) >> 9;
    }

    @Test
    void activationsAreTheSame() {
        sameBits((here, x, y, at, n) -> {
            here.sigmoid(x, at, at + n);
            return 0;
        });
        sameBits((here, x, y, at, n) -> {
            here.tanh(x, y, at, at + n);
            here.tanh(x, x, at, at + n);
            return 0;
        });
    }

    @Test
    void exponentialsAreTheSame() {
        for (float shift : new float[] {0f, -0f, 3.3f, -50f, 1e30f, Float.NaN}) {
            sameBits((here, x, y, at, n) -> {
                here.exp(x, at, n, shift);
                return 0;
            });
        }
    }

    @Test
    void sumsAreTheSame() {
        sameBits((here, x, y, at, n) -> here.sum(x, at, n));
        sameBits((here, x, y, at, n) -> here.sumOfSquares(x, at, n));
    }

    @Test
    void theLargestIsTheSame() {
        sameBits((here, x, y, at, n) -> here.max(x, at, n));
    }

    @Test
    void amongZerosThePositiveOneIsTheLargest() {
        for (int n : new int[] {1, 2, 16, 17, 40}) {
            for (int place = 0; place < n; place++) {
                float[] x = new float[n];
                Arrays.fill(x, -0f);
                assertEquals(-0f, VECTORS.max(x, 0, n));
                x[place] = 0f;
                assertEquals(0f, VECTORS.max(x, 0, n), place + " of " + n);
                assertEquals(0f, PLAIN.max(x, 0, n), place + " of " + n);
            }
        }
    }

    @Test
    void copiesOfRectanglesAreTheSame() {
        SplittableRandom random = new SplittableRandom(2);
        for (int width : SIZES) {
            for (int at : OFFSETS) {
                int rows = 1 + random.nextInt(4), step = width + random.nextInt(5), toStep = width + random.nextInt(5);
                float[] from = odd(at + rows * (step + 1), random);
                float[] plain = odd(at + 1 + rows * (toStep + 1), random);
                float[] vectors = plain.clone();
                PLAIN.copy(from, at, step, plain, at + 1, toStep, rows, width);
                VECTORS.copy(from, at, step, vectors, at + 1, toStep, rows, width);
                assertArrayEquals(plain, vectors, rows + " rows of " + width + " numbers from " + at + " on");
            }
        }
    }

    /** Tiles have a shape of their own in each arithmetic, so both are compared with chains of multiply-adds. */
    @Test
    void everyNumberOfATileReceivesOneChainOfFusedMultiplyAdds() {
        for (Arithmetic here : new Arithmetic[] {PLAIN, VECTORS}) {
            for (int count : new int[] {0, 1, 2, 3, 7, 64, 127, 128}) {
                for (int rows = 1; rows <= here.tileRows(); rows++) {
                    for (int at : OFFSETS) new Tile(here, count, rows, at, false).check();
                    for (int at : OFFSETS) new Tile(here, count, rows, at, true).check();
                }
            }
        }
    }

    private static final class Tile {
        private static final int BETWEEN = 5;

        private final Arithmetic here;
        private final int count;
        private final int rows;
        private final int at;
        private final boolean columns;
        private final int step;
        private final int stride;
        private final float[] a;
        private final float[] b;
        private final float[] c;

        Tile(Arithmetic here, int count, int rows, int at, boolean columns) {
            this.here = here;
            this.count = count;
            this.rows = rows;
            this.at = at;
            this.columns = columns;
            SplittableRandom random = new SplittableRandom(count + rows);
            step = count + BETWEEN;
            stride = here.tileColumns() + BETWEEN;
            a = odd(at + (columns ? (count + 1) * Arithmetic.STEP : rows * step + 1), random);
            b = odd(at + count * here.tileColumns(), random);
            c = odd(at + rows * stride, random);
        }

        private float a(int i, int k) {
            return a[columns ? at + k * Arithmetic.STEP + i : at + i * step + k];
        }

        private float[] expected() {
            float[] expected = c.clone();
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < here.tileColumns(); j++) {
                    float chain = 0;
                    for (int k = 0; k < count; k++) {
                        chain = Math.fma(a(i, k), b[at + k * here.tileColumns() + j], chain);
                    }
                    expected[at + i * stride + j] += chain;
                }
            }
            return expected;
        }

        void check() {
            float[] expected = expected();
            if (columns) {
                here.tileOfColumns(a, at, b, at, count, c, at, stride, rows);
            } else {
                here.tile(a, at, step, b, at, count, c, at, stride, rows);
            }
            String what = (columns ? "columns" : "rows") + ", " + rows + " × " + count + " from " + at + " on";
            assertArrayEquals(expected, c, here.getClass().getSimpleName() + ": " + what);
        }
    }
}
