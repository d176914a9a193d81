package org.contexture.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TileTest {
    private static final int[] OFFSETS = {0, 1, 7, 16};

    @Test
    void oneOfTheTwoArithmeticsIsOnVectors() {
        assertEquals("VectorArithmetic", Arithmetic.HERE.getClass().getSimpleName(), "surefire adds the module");
    }

    /** Tiles have a shape of their own in each arithmetic, so both are compared with chains of multiply-adds. */
    @Test
    void everyNumberOfATileReceivesOneChainOfFusedMultiplyAdds() {
        for (Arithmetic here : new Arithmetic[] {new PlainArithmetic(), Arithmetic.HERE}) {
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
            a = OddNumbers.odd(at + (columns ? (count + 1) * Arithmetic.STEP : rows * step + 1), random);
            b = OddNumbers.odd(at + count * here.tileColumns(), random);
            c = OddNumbers.odd(at + rows * stride, random);
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
