package org.contexture.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.jspecify.annotations.Nullable;

/**
 * Matrix products C = A B + βC. N stands for an operand as it is, T for its transpose.
 *
 * <p>To every number of C, or to zero, chains of at most {@value #DEPTH} fused multiply-adds are added in the order of k: the same bits on every CPU, in
 * any tiles, on any number of threads.
 */
public final class Gemm {
    /** β that overwrites C. */
    public static final float SET = 0f;

    /** β that adds to C. */
    public static final float ADD = 1f;

    private static final Arithmetic HERE = Arithmetic.HERE;
    private static final int ROWS = Arithmetic.HERE.tileRows();
    private static final int WIDTH = Arithmetic.HERE.tileColumns();

    /** Steps of k at once: so much of a panel stays in the first-level cache. Results depend on it. */
    private static final int DEPTH = 128;

    /** Rows of C at once: so many whole rows stay in the second-level cache. */
    private static final int HEIGHT = 96;

    /** Numbers of B that are turned into panels at once: a megabyte. */
    private static final int MOST = 1 << 18;

    /** Multiplications that are worth a second thread, which has to wake up first and finds nothing in its caches. */
    private static final long LARGE = 1 << 24;

    /**
     * Panels of B that do not pay for a copy of A's columns: all of these are read where they lie, for one panel after the other, if they are as many
     * as whole tiles read.
     */
    private static final int FEW = 2;

    private static final ThreadLocal<Panels> PANELS = ThreadLocal.withInitial(Panels::new);
    private static final ThreadLocal<float[]> BESIDE =
            ThreadLocal.withInitial(() -> new float[Rows.FIRST + HEIGHT * WIDTH]);
    private static final ThreadLocal<float[]> COLUMNS =
            ThreadLocal.withInitial(() -> new float[Rows.FIRST + DEPTH * Arithmetic.STEP]);

    /** Nanoseconds spent in this thread's products while they are timed; null while they are not. */
    private static final ThreadLocal<long @Nullable []> SPENT = new ThreadLocal<>();

    private static volatile int threads = 1;

    private Gemm() {}

    /** C [m, n] = A [m, k] B [k, n] + βC. */
    public static void nn(Block a, Block b, float beta, Block c) {
        check(a.columns() == b.rows() && a.rows() == c.rows() && b.columns() == c.columns(), a, b, c);
        multiplyAsItIs(a, false, b, beta, c);
    }

    /** C [m, n] = A [m, k] Bᵀ + βC for B [n, k]; C may be {@link #wide}. */
    public static void nt(Block a, Block b, float beta, Block c) {
        check(a.columns() == b.columns() && a.rows() == c.rows() && fits(b.rows(), c), a, b, c);
        long start = start();
        int most = columnsAtOnce(b.columns());
        for (int from = 0; from < b.rows(); from += most) {
            Block rows = b.rows(from, Math.min(most, b.rows() - from));
            Block columns = c.columns(from, Math.min(most, c.columns() - from));
            multiply(a, false, PANELS.get().setTransposed(rows), beta, columns);
        }
        stop(start);
    }

    /** C [m, n] = Aᵀ B [k, n] + βC for A [k, m]. */
    public static void tn(Block a, Block b, float beta, Block c) {
        check(a.rows() == b.rows() && a.columns() == c.rows() && b.columns() == c.columns(), a, b, c);
        multiplyAsItIs(a, true, b, beta, c);
    }

    private static void multiplyAsItIs(Block a, boolean transposed, Block b, float beta, Block c) {
        long start = start();
        int most = columnsAtOnce(b.rows());
        for (int from = 0; from < c.columns(); from += most) {
            int n = Math.min(most, c.columns() - from);
            multiply(a, transposed, PANELS.get().set(b.columns(from, n)), beta, c.columns(from, n));
        }
        stop(start);
    }

    /** C [m, n] = A [m, k] B + βC for B [k, n] in panels; C may be {@link #wide}. */
    public static void times(Block a, Panels b, float beta, Block c) {
        check(a.columns() == b.rows() && a.rows() == c.rows() && fits(b.columns(), c), a, b, c);
        long start = start();
        multiply(a, false, b, beta, c);
        stop(start);
    }

    /** C [m, n] = Aᵀ B + βC for A [k, m] and B [k, n] in panels. */
    public static void transposedTimes(Block a, Panels b, float beta, Block c) {
        check(a.rows() == b.rows() && a.columns() == c.rows() && b.columns() == c.columns(), a, b, c);
        long start = start();
        multiply(a, true, b, beta, c);
        stop(start);
    }

    /**
     * The columns of whole tiles for n columns. Where C has so many, tiles are made in their place, and what is in the columns from n on means nothing;
     * else the last ones are made beside C and copied.
     */
    public static int wide(int n) {
        return Panels.panels(n) * WIDTH;
    }

    private static boolean fits(int n, Block c) {
        return c.columns() == n || c.columns() == wide(n);
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
        List<ForkJoinTask<?>> others = new ArrayList<>();
        for (int p = 1; p < parts; p++) {
            int part = p;
            others.add(ForkJoinPool.commonPool().submit(() -> multiplyPart(a, transposed, b, beta, c, part, parts)));
        }
        multiplyPart(a, transposed, b, beta, c, 0, parts);
        others.forEach(ForkJoinTask::join);
    }

    /** One of some parts of C's rows, about as many whole tiles as the others. */
    private static void multiplyPart(Block a, boolean transposed, Panels b, float beta, Block c, int part, int parts) {
        int tiles = (c.rows() + ROWS - 1) / ROWS;
        int end = Math.min(c.rows(), tiles * (part + 1) / parts * ROWS);
        multiply(a, transposed, b, beta, c, tiles * part / parts * ROWS, end);
    }

    /** Rows [first, end) of C. */
    private static void multiply(Block a, boolean transposed, Panels b, float beta, Block c, int first, int end) {
        if (transposed) {
            multiplyTransposed(a, b, beta, c, first, end);
            return;
        }
        for (int i = first; i < end; i += HEIGHT) {
            Block rows = c.rows(i, Math.min(HEIGHT, end - i));
            for (int k = 0; k < b.rows(); k += DEPTH) {
                int count = Math.min(DEPTH, b.rows() - k);
                tiles(a.values(), a.row(i) + k, a.stride(), false, b, k, count, beta == SET && k == 0, rows);
            }
        }
    }

    /** The same for Aᵀ; A's rows are read from front to back. */
    private static void multiplyTransposed(Block a, Panels b, float beta, Block c, int first, int end) {
        boolean inPlace = b.panels() <= FEW && (end - first) % ROWS == 0;
        int some = inPlace ? end - first : WIDTH;
        for (int k = 0; k < b.rows(); k += DEPTH) {
            int count = Math.min(DEPTH, b.rows() - k);
            boolean set = beta == SET && k == 0;
            for (int i = first; i < end; i += some) {
                Block rows = c.rows(i, Math.min(some, end - i));
                if (inPlace) {
                    tiles(a.values(), a.row(k) + i, a.stride(), true, b, k, count, set, rows);
                } else {
                    float[] copy = columns(a.rows(k, count).columns(i, rows.rows()));
                    tiles(copy, Rows.FIRST, Arithmetic.STEP, true, b, k, count, set, rows);
                }
            }
        }
    }

    /** A copy of as many columns of A as a tile has at most, in rows {@link Arithmetic#STEP} apart. */
    private static float[] columns(Block a) {
        float[] columns = COLUMNS.get();
        if (a.columns() == WIDTH) {
            HERE.copy(a.values(), a.offset(), a.stride(), columns, Rows.FIRST, Arithmetic.STEP, a.rows());
            return columns;
        }
        for (int k = 0; k < a.rows(); k++) {
            System.arraycopy(a.values(), a.row(k), columns, Rows.FIRST + k * Arithmetic.STEP, a.columns());
        }
        return columns;
    }

    /** All tiles of some rows of C; numbers of A from index {@code at} on, in rows or columns {@code step} apart. */
    private static void tiles(
            float[] a, int at, int step, boolean columns, Panels b, int k, int count, boolean set, Block c) {
        int whole = c.columns() / WIDTH;
        for (int j = 0; j < whole; j++) {
            tiles(a, at, step, columns, b, j, k, count, set, c.columns(j * WIDTH, WIDTH));
        }
        for (int i = 0; whole < b.panels() && i < c.rows(); i += HEIGHT) {
            int here = at + i * (columns ? 1 : step);
            Block rows = c.rows(i, Math.min(HEIGHT, c.rows() - i));
            narrowTiles(
                    a, here, step, columns, b, k, count, set, rows.columns(whole * WIDTH, c.columns() - whole * WIDTH));
        }
    }

    /** The tiles of the last panel where C has fewer columns than these: made beside it. */
    private static void narrowTiles(
            float[] a, int at, int step, boolean columns, Panels b, int k, int count, boolean set, Block c) {
        Block beside = new Block(BESIDE.get(), Rows.FIRST, WIDTH, c.rows(), WIDTH);
        for (int i = 0; !set && i < c.rows(); i++) {
            System.arraycopy(c.values(), c.row(i), beside.values(), beside.row(i), c.columns());
        }
        tiles(a, at, step, columns, b, b.panels() - 1, k, count, set, beside);
        for (int i = 0; i < c.rows(); i++) {
            System.arraycopy(beside.values(), beside.row(i), c.values(), c.row(i), c.columns());
        }
    }

    /** The tiles of panel j. */
    private static void tiles(
            float[] a, int at, int step, boolean columns, Panels b, int j, int k, int count, boolean set, Block c) {
        int panel = b.panel(j) + k * WIDTH;
        if (columns) {
            HERE.tilesOfColumns(
                    a, at, step, b.values(), panel, count, set, c.values(), c.offset(), c.stride(), c.rows());
        } else {
            HERE.tiles(a, at, step, b.values(), panel, count, set, c.values(), c.offset(), c.stride(), c.rows());
        }
    }

    private static void check(boolean fits, Object a, Object b, Block c) {
        if (!fits) {
            throw new IllegalArgumentException("Shapes do not fit a product: A " + a + ", B " + b + ", C " + c);
        }
    }
}
