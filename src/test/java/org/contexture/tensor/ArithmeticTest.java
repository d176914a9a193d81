package org.contexture.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
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
                sameBits(loop, OddNumbers.ordinary(length, random), OddNumbers.ordinary(length, random), at, n);
                sameBits(loop, OddNumbers.odd(length, random), OddNumbers.odd(length, random), at, n);
                float[] same = new float[length];
                Arrays.fill(same, OddNumbers.one(random));
                sameBits(loop, same, OddNumbers.ordinary(length, random), at, n);
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
    void rowsAsWideAsATileAreCopied() {
        for (Arithmetic here : List.of(PLAIN, VECTORS)) {
            int width = here.tileColumns();
            for (int rows = 0; rows < 4; rows++) {
                for (int at : OFFSETS) {
                    copied(here, width, rows, at);
                }
            }
        }
    }

    private static void copied(Arithmetic here, int width, int rows, int at) {
        SplittableRandom random = new SplittableRandom(rows + at);
        int step = width + random.nextInt(5), toStep = width + random.nextInt(5);
        float[] from = OddNumbers.odd(at + rows * step + width, random);
        float[] to = OddNumbers.odd(at + 1 + rows * toStep + width, random);
        float[] copied = to.clone();
        for (int row = 0; row < rows; row++) {
            System.arraycopy(from, at + row * step, copied, at + 1 + row * toStep, width);
        }
        here.copy(from, at, step, to, at + 1, toStep, rows);
        assertArrayEquals(copied, to, rows + " rows from " + at + " on");
    }

    @Test
    void rowsBecomeAPanelsColumns() {
        for (Arithmetic here : List.of(PLAIN, VECTORS)) {
            for (int columns = 1; columns <= here.tileColumns(); columns++) {
                for (int rows : new int[] {1, 2, 5, 17}) transposed(here, columns, rows);
            }
        }
    }

    private static void transposed(Arithmetic here, int columns, int rows) {
        SplittableRandom random = new SplittableRandom(rows + columns);
        int at = random.nextInt(20), toAt = random.nextInt(20), stride = rows + random.nextInt(5);
        int width = here.tileColumns();
        float[] from = OddNumbers.odd(at + columns * stride, random);
        float[] to = OddNumbers.odd(toAt + rows * width, random);
        float[] expected = to.clone();
        for (int j = 0; j < columns; j++) {
            for (int k = 0; k < rows; k++) expected[toAt + k * width + j] = from[at + j * stride + k];
        }
        here.transpose(from, at, stride, columns, rows, to, toAt);
        assertArrayEquals(
                expected, to, here.getClass().getSimpleName() + ": " + columns + " columns, " + rows + " rows");
    }
}
