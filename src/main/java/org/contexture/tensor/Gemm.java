package org.contexture.tensor;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Matrix products C = A B + βC. N stands for an operand as it is, T for its transpose.
 *
 * <p>Every number of C is one chain of fused multiply-adds in the order of k, beginning with zero or with C: the same bits on every
 * CPU, in any tiles, on any number of threads.
 */
public final class Gemm {
    /** β that overwrites C. */
    public static final float SET = 0f;

    /** β that adds to C. */
    public static final float ADD = 1f;

    private static final int ROWS = Arithmetic.HERE.tileRows();
    private static final int WIDTH = Arithmetic.HERE.tileColumns();

    /** Steps of k at once: so much of a panel stays in the first-level cache. */
    private static final int DEPTH = Integer.getInteger("depth", 128);

    /** Rows of C at once: so many whole rows stay in the second-level cache. */
    private static final int HEIGHT = Integer.getInteger("height", 16) * ROWS;

    /** Numbers of B that are turned into panels at once: a megabyte. */
    private static final int MOST = 1 << 18;

    /** Multiplications that are worth a second thread. */
    private static final long LARGE = 1 << 20;

    private static final ThreadLocal<Panels> PANELS = ThreadLocal.withInitial(Panels::new);
    private static final ThreadLocal<float[]> BESIDE = ThreadLocal.withInitial(() -> new float[ROWS * WIDTH]);
    private static final ThreadLocal<float[]> FEW = ThreadLocal.withInitial(() -> new float[ROWS * DEPTH]);

    /** Nanoseconds spent in this thread's products while they are timed; null while they are not. */
    private static final ThreadLocal<long @Nullable []> SPENT = new ThreadLocal<>();

    private static volatile int threads = 1;

    private Gemm() {}

    /** C [m, n] = A [m, k] B [k, n] + βC. */
    public static void nn(Block a, Block b, float beta, Block c) {
        check(a.columns() == b.rows() && a.rows() == c.rows() && b.columns() == c.columns(), a, b, c);
        long start = start();
        int most = columnsAtOnce(b.rows());
        for (int from = 0; from < c.columns(); from += most) {
            int n = Math.min(most, c.columns() - from);
            multiply(a, false, PANELS.get().set(b.columns(from, n)), beta, c.columns(from, n));
        }
        stop(start);
    }

    /** C [m, n] = A [m, k] Bᵀ + βC for B [n, k]. */
    public static void nt(Block a, Block b, float beta, Block c) {
        check(a.columns() == b.columns() && a.rows() == c.rows() && b.rows() == c.columns(), a, b, c);
        long start = start();
        int most = columnsAtOnce(b.columns());
        for (int from = 0; from < c.columns(); from += most) {
            int n = Math.min(most, c.columns() - from);
            multiply(a, false, PANELS.get().setTransposed(b.rows(from, n)), beta, c.columns(from, n));
        }
        stop(start);
    }

    /** C [m, n] = Aᵀ B [k, n] + βC for A [k, m]. */
    public static void tn(Block a, Block b, float beta, Block c) {
        check(a.rows() == b.rows() && a.columns() == c.rows() && b.columns() == c.columns(), a, b, c);
        long start = start();
        int most = columnsAtOnce(b.rows());
        for (int from = 0; from < c.columns(); from += most) {
            int n = Math.min(most, c.columns() - from);
            multiply(a, true, PANELS.get().set(b.columns(from, n)), beta, c.columns(from, n));
        }
        stop(start);
    }

    /** C [m, n] = A [m, k] B + βC for B [k, n] in panels. */
    public static void times(Block a, Panels b, float beta, Block c) {
        check(a.columns() == b.rows() && a.rows() == c.rows() && b.columns() == c.columns(), a, b, c);
        long start = start();
        multiply(a, false, b, beta, c);
        stop(start);
    }

    /** How many threads a product may use from now on, in the whole process. */
    public static void threads(int count) {
        threads = count;
    }

    /** Does some work and returns how many seconds of it this thread spent in products: what no other code around them can save. */
    public static double secondsOf(Runnable work) {
        long[] spent = {0};
        SPENT.set(spent);
        try {
            work.run();
        } finally {
            SPENT.remove();
        }
        return spent[0] / 1e9;
    }

    private static long start() {
        return SPENT.get() == null ? 0 : System.nanoTime();
    }

    private static void stop(long start) {
        long[] spent = SPENT.get();
        if (spent != null) spent[0] += System.nanoTime() - start;
    }

    private static int columnsAtOnce(int k) {
        return Math.max(1, MOST / k / WIDTH) * WIDTH;
    }

    private static void multiply(Block a, boolean transposed, Panels b, float beta, Block c) {
        int parts = (long) c.rows() * c.columns() * b.rows() < LARGE ? 1 : threads;
        if (parts == 1) {
            multiply(a, transposed, b, beta, c, 0, c.rows());
            return;
        }
        int tiles = (c.rows() + ROWS - 1) / ROWS;
        IntStream.range(0, parts).parallel().forEach(p -> {
            int from = tiles * p / parts * ROWS;
            int to = Math.min(c.rows(), tiles * (p + 1) / parts * ROWS);
            multiply(a, transposed, b, beta, c, from, to);
        });
    }

    /** Rows [first, end) of C. */
    private static void multiply(Block a, boolean transposed, Panels b, float beta, Block c, int first, int end) {
        for (int block = first; block < end; block += HEIGHT) {
            int stop = Math.min(end, block + HEIGHT);
            for (int from = 0; from < b.rows(); from += DEPTH) {
                int count = Math.min(DEPTH, b.rows() - from);
                for (int j = 0; j < b.panels(); j++) {
                    panel(a, transposed, b, j, from, count, c, block, stop, beta == ADD || from > 0);
                }
            }
        }
    }

    /** All tiles of a panel, in rows [first, end) of C. One that is wider than what is left of C is made beside it. */
    private static void panel(
            Block a, boolean transposed, Panels b, int j, int from, int count, Block c, int first, int end, boolean add) {
        int at = b.panel(j) + from * WIDTH;
        int width = Math.min(WIDTH, c.columns() - j * WIDTH);
        boolean whole = width == WIDTH;
        float[] tile = whole ? c.values() : BESIDE.get();
        int stride = whole ? c.stride() : WIDTH;
        for (int i = first; i < end; i += ROWS) {
            int rows = Math.min(ROWS, end - i);
            int to = c.row(i) + j * WIDTH;
            if (!whole && add) copy(c.values(), to, c.stride(), tile, 0, WIDTH, rows, width);
            if (transposed) {
                tileOfColumns(a, i, from, b, at, count, tile, whole ? to : 0, stride, rows, add);
            } else {
                Arithmetic.HERE.tile(
                        a.values(), a.row(i) + from, a.stride(), b.values(), at, count, tile, whole ? to : 0, stride, rows, add);
            }
            if (!whole) copy(tile, 0, WIDTH, c.values(), to, c.stride(), rows, width);
        }
    }

    /** Fewer columns than a tile reads are copied to where more may be read. */
    private static void tileOfColumns(
            Block a, int i, int from, Panels b, int at, int count, float[] c, int to, int stride, int rows, boolean add) {
        if (rows == ROWS) {
            Arithmetic.HERE.tileOfColumns(
                    a.values(), a.row(from) + i, a.stride(), b.values(), at, count, c, to, stride, rows, add);
            return;
        }
        float[] few = FEW.get();
        copy(a.values(), a.row(from) + i, a.stride(), few, 0, ROWS, count, rows);
        Arithmetic.HERE.tileOfColumns(few, 0, ROWS, b.values(), at, count, c, to, stride, rows, add);
    }

    private static void copy(float[] from, int at, int step, float[] target, int to, int stride, int rows, int width) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(from, at + row * step, target, to + row * stride, width);
        }
    }

    private static void check(boolean fits, Object a, Object b, Block c) {
        if (!fits) {
            throw new IllegalArgumentException("Shapes do not fit a product: A " + a + ", B " + b + ", C " + c);
        }
    }
}
