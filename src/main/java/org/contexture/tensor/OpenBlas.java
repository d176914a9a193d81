package org.contexture.tensor;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Square products by ND4J's OpenBLAS in its native memory: the measure of what this machine can do. */
public final class OpenBlas {
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
