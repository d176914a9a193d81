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
                for (int rows = 1; rows <= 2 * here.tileRows() + 1; rows++) {
                    for (int at : OFFSETS) new Tiles(here, count, rows, at, false).check();
                    for (int at : OFFSETS) new Tiles(here, count, rows, at, true).check();
                }
            }
        }
    }

    private static final class Tiles {
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

        Tiles(Arithmetic here, int count, int rows, int at, boolean columns) {
            this.here = here;
            this.count = count;
            this.rows = rows;
            this.at = at;
            this.columns = columns;
            SplittableRandom random = new SplittableRandom(count + rows);
            step = (columns ? rows : count) + BETWEEN;
            stride = here.tileColumns() + BETWEEN;
            a = OddNumbers.odd(at + (columns ? (count + 1) * step : rows * step + 1), random);
            b = OddNumbers.odd(at + count * here.tileColumns(), random);
            c = OddNumbers.odd(at + rows * stride, random);
        }

        private float a(int i, int k) {
            return a[columns ? at + k * step + i : at + i * step + k];
        }

        private float[] expected(boolean set) {
            float[] expected = c.clone();
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < here.tileColumns(); j++) {
                    float chain = 0;
                    for (int k = 0; k < count; k++) {
                        chain = Math.fma(a(i, k), b[at + k * here.tileColumns() + j], chain);
                    }
                    expected[at + i * stride + j] = (set ? 0 : expected[at + i * stride + j]) + chain;
                }
            }
            return expected;
        }

        void check() {
            check(false);
            check(true);
        }

        private void check(boolean set) {
            float[] made = c.clone();
            if (columns) {
                here.tilesOfColumns(a, at, step, b, at, count, set, made, at, stride, rows);
            } else {
                here.tiles(a, at, step, b, at, count, set, made, at, stride, rows);
            }
            String what = (columns ? "columns" : "rows") + ", " + rows + " × " + count + " from " + at + " on, " + set;
            assertArrayEquals(expected(set), made, here.getClass().getSimpleName() + ": " + what);
        }
    }
}
