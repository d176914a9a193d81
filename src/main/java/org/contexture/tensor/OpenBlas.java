package org.contexture.tensor;

import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Square products by ND4J's OpenBLAS in its native memory, on one thread: the measure of what this machine can do. */
public final class OpenBlas {
    static {
        Nd4j.getBackend(); // loads the one OpenBLAS of this process, which would take every core
        openblas.blas_set_num_threads(1);
    }

    private final INDArray a;
    private final INDArray b;
    private final INDArray c;

    /** For matrices [n, n], in column order: that is what ND4J multiplies without copies. */
    public OpenBlas(int n) {
        a = Nd4j.ones(DataType.FLOAT, n, n).dup('f');
        b = Nd4j.ones(DataType.FLOAT, n, n).dup('f');
        c = Nd4j.create(DataType.FLOAT, new long[] {n, n}, 'f');
    }

    /** One product. */
    public void multiply() {
        a.mmuli(b, c);
    }
}
