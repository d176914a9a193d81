package org.contexture.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PanelsTest {
    private static final int WIDTH = Arithmetic.HERE.tileColumns();

    /** A block of random numbers inside of a larger array. */
    private static Block block(int rows, int columns, SplittableRandom random) {
        int offset = random.nextInt(9), stride = columns + random.nextInt(7);
        float[] values = new float[offset + rows * stride];
        for (int j = 0; j < values.length; j++) values[j] = random.nextFloat() - 0.5f;
        return new Block(values, offset, stride, rows, columns);
    }

    private static float at(Block block, int row, int column) {
        return block.values()[block.row(row) + column];
    }

    /** Panel after panel, each of all rows k, each of WIDTH columns; zeros where the last panel has no column. */
    private static float[] expected(Block b, boolean transposed) {
        int rows = transposed ? b.columns() : b.rows(), columns = transposed ? b.rows() : b.columns();
        int panels = (columns + WIDTH - 1) / WIDTH;
        float[] values = new float[panels * rows * WIDTH];
        for (int k = 0; k < rows; k++) {
            for (int n = 0; n < columns; n++) {
                float x = transposed ? at(b, n, k) : at(b, k, n);
                values[(n / WIDTH * rows + k) * WIDTH + n % WIDTH] = x;
            }
        }
        return values;
    }

    private static void check(Panels panels, Block b, boolean transposed) {
        Panels same = transposed ? panels.setTransposed(b) : panels.set(b);
        float[] expected = expected(b, transposed);
        String what = b + (transposed ? " transposed" : "");
        assertEquals(panels, same);
        assertEquals(transposed ? b.columns() : b.rows(), panels.rows(), what);
        assertEquals(transposed ? b.rows() : b.columns(), panels.columns(), what);
        int end = panels.panel(panels.panels());
        assertEquals(expected.length, end - panels.panel(0), what);
        assertArrayEquals(expected, Arrays.copyOfRange(panels.values(), panels.panel(0), end), what);
    }

    @Test
    void aPanelHoldsAllRowsOfAsManyColumnsAsATile() {
        SplittableRandom random = new SplittableRandom(1);
        for (int rows : new int[] {1, 2, 3, 4, 5, 8, 31, 128, 129}) {
            for (int columns : new int[] {1, 3, 4, 5, WIDTH - 1, WIDTH, WIDTH + 1, 2 * WIDTH, 3 * WIDTH + 7}) {
                check(new Panels(), block(rows, columns, random), false);
                check(new Panels(), block(columns, rows, random), true);
            }
        }
    }

    /** What a larger matrix left behind must not be multiplied. */
    @Test
    void panelsThatHeldMoreForgetIt() {
        SplittableRandom random = new SplittableRandom(2);
        Panels panels = new Panels();
        check(panels, block(70, 200, random), false);
        for (int k = 0; k < 100; k++) {
            check(panels, block(1 + random.nextInt(70), 1 + random.nextInt(200), random), false);
            check(panels, block(1 + random.nextInt(200), 1 + random.nextInt(70), random), true);
        }
    }

    /** It is read where it lies, and what is made into panels after it leaves it alone. */
    @Test
    void whatIsAPanelAlreadyIsNotCopied() {
        SplittableRandom random = new SplittableRandom(4);
        Block panel = new Block(block(5, WIDTH, random).values(), 3, WIDTH, 4, WIDTH);
        float[] before = panel.values().clone();
        Panels panels = new Panels();
        check(panels, panel, false);
        assertEquals(System.identityHashCode(panel.values()), System.identityHashCode(panels.values()));
        check(panels, block(2, WIDTH, random), true);
        check(panels, new Block(panel.values(), 0, WIDTH + 1, 4, WIDTH), false);
        assertArrayEquals(before, panel.values());
    }

    @Test
    void panelsOfASmallerMatrixStayInTheSameArray() {
        SplittableRandom random = new SplittableRandom(3);
        Panels panels = new Panels();
        float[] values = panels.set(block(70, 200, random)).values();
        assertEquals(
                System.identityHashCode(values),
                System.identityHashCode(panels.set(block(7, 20, random)).values()));
    }
}
