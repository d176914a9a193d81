package org.contexture.tensor;

import org.jspecify.annotations.Nullable;

/**
 * Makes the JIT compile the innermost loops while a program still reads what it will compute: until then a loop over vectors makes
 * an object of each, a hundred times slower than later. No result depends on it.
 */
public final class WarmUp {
    /** Rows, columns and steps of the first products; the JIT should see long loops before short ones, or it takes all for short. */
    private static final int LARGEST = 132;

    private static final int SMALLEST = 8;

    private final Block numbers = Matrix.zeros(LARGEST, LARGEST).all();
    private final Block results = Matrix.zeros(LARGEST, LARGEST).all();

    /** Of this JVM, whose compiler is everyone's; null until it begins. */
    private static volatile @Nullable Thread thread;

    private WarmUp() {}

    /** Begins beside whatever the caller does, and ends by itself; does nothing where there are no vectors. */
    public static void begin() {
        if (Arithmetic.HERE instanceof PlainArithmetic) return;
        Thread warmUp = new Thread(() -> new WarmUp().run(), "warm-up");
        warmUp.setDaemon(true);
        warmUp.start();
        thread = warmUp;
    }

    /** Waits for its end if it has begun: training that does not wait takes the CPU from the compiler, and makes its objects for the longer. */
    public static void await() {
        Thread warmUp = thread;
        try {
            if (warmUp != null) warmUp.join();
        } catch (InterruptedException e) { // whoever is to stop will see it
            Thread.currentThread().interrupt();
        }
    }

    static boolean isOver() {
        Thread warmUp = thread;
        return warmUp == null || !warmUp.isAlive();
    }

    /** In many sizes, so that all parts of each loop are seen: what the JIT has not seen it leaves out, and compiles again once it comes. */
    private void run() {
        for (int n = LARGEST; n >= SMALLEST; n--) {
            products(n);
            if (n % 4 < 2) loops(n);
        }
    }

    private void products(int n) {
        Block a = numbers.rows(0, n).columns(0, n), c = results.rows(0, n).columns(0, n);
        Gemm.nt(a, a, Gemm.ADD, c);
        Gemm.nn(a, a, Gemm.SET, c);
        Gemm.tn(a, a, Gemm.ADD, c);
    }

    private void loops(int n) {
        float[] x = results.values(), y = numbers.values();
        for (int row = 0; row < n; row++) {
            int at = results.row(row);
            Rows.add(y, at, x, at, n);
            Rows.sum(y, at, y, at, x, at, n);
            Rows.scale(x, at, n, 1f, x, results.row(0), n % 2 == 0, x, results.row(1));
            Rows.sumOfSquares(x, at, n);
            Functions.sigmoid(x, at, at + n);
            Functions.tanh(y, y, at, at + n);
            Functions.exp(x, at, n, 1f);
            Functions.max(x, at, n);
        }
    }
}
