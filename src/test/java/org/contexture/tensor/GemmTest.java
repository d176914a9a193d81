package org.contexture.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GemmTest {
    private final Matrix a = Matrix.of(2, 3, new float[] {1, 2, 3, 4, 5, 6});
    private final Matrix b = Matrix.of(3, 2, new float[] {7, 8, 9, 10, 11, 12});

    @Test
    void nnMultipliesRowsByColumns() {
        Matrix c = Matrix.of(2, 2, new float[] {1, 1, 1, 1});
        Gemm.nn(a.all(), b.all(), Gemm.SET, c.all());
        assertArrayEquals(new float[] {58, 64, 139, 154}, c.toArray());
        Gemm.nn(a.all(), b.all(), Gemm.ADD, c.all());
        assertArrayEquals(new float[] {116, 128, 278, 308}, c.toArray());
    }

    @Test
    void ntAndTnTransposeOneOperand() {
        Matrix c = Matrix.zeros(2, 2);
        Gemm.nt(a.all(), Matrix.of(2, 3, new float[] {7, 9, 11, 8, 10, 12}).all(), Gemm.SET, c.all());
        assertArrayEquals(new float[] {58, 64, 139, 154}, c.toArray());
        Gemm.tn(Matrix.of(3, 2, new float[] {1, 4, 2, 5, 3, 6}).all(), b.all(), Gemm.SET, c.all());
        assertArrayEquals(new float[] {58, 64, 139, 154}, c.toArray());
    }

    @Test
    void blocksReadAndWriteOnlyTheirRectangle() {
        Matrix c = Matrix.of(3, 3, new float[] {9, 9, 9, 9, 9, 9, 9, 9, 9});
        Gemm.nn(a.columns(1, 2).rows(1, 1), b.rows(1, 2), Gemm.SET, c.rows(1, 1).columns(1, 2));
        assertArrayEquals(new float[] {9, 9, 9, 9, 5 * 9 + 6 * 11, 5 * 10 + 6 * 12, 9, 9, 9}, c.toArray());
    }

    @Test
    void wideProductsAreTheSameAndEndWithTheirTile() {
        int beyond = Gemm.wide(2) + 1;
        Block b = Matrix.of(2, 3, new float[] {7, 9, 11, 8, 10, 12}).all();
        Matrix c = Matrix.zeros(2, beyond);
        c.all().fill(1f);
        Block wide = c.columns(0, Gemm.wide(2));
        Gemm.nt(a.all(), b, Gemm.SET, wide);
        Gemm.times(a.all(), new Panels().setTransposed(b), Gemm.ADD, wide);
        float[] numbers = c.toArray();
        for (int i = 0; i < 2; i++) {
            assertEquals(2 * (i == 0 ? 58 : 139), numbers[i * beyond]);
            assertEquals(2 * (i == 0 ? 64 : 154), numbers[i * beyond + 1]);
            assertEquals(1f, numbers[i * beyond + beyond - 1], "behind the tile");
        }
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        Matrix c = Matrix.zeros(2, 2);
        assertThrows(IllegalArgumentException.class, () -> Gemm.nn(a.all(), a.all(), Gemm.SET, c.all()));
        assertThrows(IllegalArgumentException.class, () -> Gemm.nt(a.all(), b.all(), Gemm.SET, c.all()));
        Block tooWide = Matrix.zeros(2, 3).all();
        assertThrows(IllegalArgumentException.class, () -> Gemm.nt(a.all(), a.all(), Gemm.SET, tooWide));
        assertThrows(IllegalArgumentException.class, () -> Gemm.tn(a.all(), b.all(), Gemm.SET, c.all()));
    }

    @Test
    void rowsAndPartsOfThemAreCopiedUnchanged() {
        Matrix m = Matrix.zeros(3, 2);
        m.write(1, new float[] {0, 1, 2, 3, 4}, 1, 2);
        assertArrayEquals(new float[] {0, 0, 1, 2, 3, 4}, m.toArray());
        m.writePart(0, 1, new float[] {8, 7}, 1, 1);
        m.copyRows(1, m, 0, 1);
        float[] row = new float[4];
        m.read(1, row, 2, 1);
        assertArrayEquals(new float[] {0, 0, 0, 7}, row);
        assertEquals(7f, m.array().getFloat(0, 1), "the ND4J array holds the same numbers");
    }

    @Test
    void onlyProductsCountAsTimeSpentInProducts() {
        Matrix a = Matrix.zeros(200, 200);
        Matrix b = Matrix.zeros(200, 200);
        assertEquals(0, Gemm.secondsOf(() -> a.write(0, new float[200 * 200], 0, 200)));
        double one = Gemm.secondsOf(() -> Gemm.nn(a.all(), a.all(), Gemm.SET, b.all()));
        assertTrue(one > 0);
        assertThrows(
                IllegalStateException.class,
                () -> Gemm.secondsOf(() -> {
                    throw new IllegalStateException("work that fails");
                }));
        Gemm.nn(a.all(), a.all(), Gemm.SET, b.all()); // counts nowhere
        assertEquals(0, Gemm.secondsOf(() -> {}));
    }
}
