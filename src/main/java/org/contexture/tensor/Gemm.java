package org.contexture.tensor;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Matrix products C = A B + βC on ND4J's own BLAS library, without the copies that ND4J's wrapper makes of row-major
 * operands. N stands for an operand as it is, T for its transpose.
 */
public final class Gemm {
    /** β that overwrites C. */
    public static final float SET = 0f;

    /** β that adds to C. */
    public static final float ADD = 1f;

    private static final ThreadLocal<Operand[]> OPERANDS =
            ThreadLocal.withInitial(() -> new Operand[] {new Operand(), new Operand(), new Operand()});

    /** Nanoseconds spent in this thread's products while they are timed; null while they are not. */
    private static final ThreadLocal<long @Nullable []> SPENT = new ThreadLocal<>();

    static {
        Nd4j.getBackend(); // loads ND4J's natives, and with them the one OpenBLAS of this process
        threads(1);
    }

    private Gemm() {}

    /** C [m, n] = A [m, k] B [k, n] + βC. */
    public static void nn(Block a, Block b, float beta, Block c) {
        check(a.columns() == b.rows() && a.rows() == c.rows() && b.columns() == c.columns(), a, b, c);
        multiply(openblas.CblasNoTrans, openblas.CblasNoTrans, a.columns(), a, b, beta, c);
    }

    /** C [m, n] = A [m, k] Bᵀ + βC for B [n, k]. */
    public static void nt(Block a, Block b, float beta, Block c) {
        check(a.columns() == b.columns() && a.rows() == c.rows() && b.rows() == c.columns(), a, b, c);
        multiply(openblas.CblasNoTrans, openblas.CblasTrans, a.columns(), a, b, beta, c);
    }

    /** C [m, n] = Aᵀ B [k, n] + βC for A [k, m]. */
    public static void tn(Block a, Block b, float beta, Block c) {
        check(a.rows() == b.rows() && a.columns() == c.rows() && b.columns() == c.columns(), a, b, c);
        multiply(openblas.CblasTrans, openblas.CblasNoTrans, a.rows(), a, b, beta, c);
    }

    /** How many threads a product may use from now on, in the whole process. */
    public static void threads(int count) {
        openblas.blas_set_num_threads(count);
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

    private static void multiply(int transA, int transB, int k, Block a, Block b, float beta, Block c) {
        long[] spent = SPENT.get();
        long start = spent == null ? 0 : System.nanoTime();
        call(transA, transB, k, a, b, beta, c);
        if (spent != null) spent[0] += System.nanoTime() - start;
    }

    private static void call(int transA, int transB, int k, Block a, Block b, float beta, Block c) {
        Operand[] at = OPERANDS.get();
        openblas.cblas_sgemm(
                openblas.CblasRowMajor,
                transA,
                transB,
                c.rows(),
                c.columns(),
                k,
                1f,
                at[0].at(a),
                a.of().columns(),
                at[1].at(b),
                b.of().columns(),
                beta,
                at[2].at(c),
                c.of().columns());
    }

    private static void check(boolean fits, Block a, Block b, Block c) {
        if (!fits) {
            throw new IllegalArgumentException("Shapes do not fit a product: A " + a + ", B " + b + ", C " + c);
        }
    }

    /** A pointer that is moved instead of allocated: a training step makes some hundred products. */
    private static final class Operand extends FloatPointer {
        Operand at(Block block) {
            address = block.address();
            return this;
        }
    }
}
