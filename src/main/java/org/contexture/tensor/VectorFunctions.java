package org.contexture.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link Functions} of vectors, operation by operation the same. These methods exist to be inlined. */
final class VectorFunctions {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private VectorFunctions() {}

    static FloatVector load(float[] from, int at) {
        return FloatVector.fromArray(SPECIES, from, at);
    }

    static FloatVector all(float x) {
        return FloatVector.broadcast(SPECIES, x);
    }

    /** On integers, whose order is that of numbers without a sign: the smaller of two floats takes five instructions. */
    private static FloatVector clamp(FloatVector x, float limit) {
        IntVector bits = x.reinterpretAsInts();
        FloatVector clamped = bits.and(Integer.MAX_VALUE)
                .min(Float.floatToRawIntBits(limit))
                .or(bits.and(Integer.MIN_VALUE))
                .reinterpretAsFloats();
        return x.fma(all(0f), clamped);
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector z = clamp(x, Functions.TANH_ONE);
        FloatVector s = z.mul(z);
        FloatVector p = s.fma(all(Functions.TANH_P13), all(Functions.TANH_P11));
        p = p.fma(s, all(Functions.TANH_P9));
        p = p.fma(s, all(Functions.TANH_P7));
        p = p.fma(s, all(Functions.TANH_P5));
        p = p.fma(s, all(Functions.TANH_P3));
        p = p.fma(s, all(Functions.TANH_P1));
        FloatVector q = s.fma(all(Functions.TANH_Q6), all(Functions.TANH_Q4));
        q = q.fma(s, all(Functions.TANH_Q2));
        q = q.fma(s, all(Functions.TANH_Q0));
        return z.mul(p).div(q);
    }

    static FloatVector exp(FloatVector x) {
        FloatVector y = clamp(x, Functions.LARGEST_EXPONENT);
        FloatVector rounded = y.fma(all(Functions.LOG2_E), all(Functions.ROUNDER));
        FloatVector k = rounded.sub(Functions.ROUNDER);
        FloatVector r = k.fma(all(-Functions.LN2_LOW), k.fma(all(-Functions.LN2_HIGH), y));
        FloatVector p = r.fma(all(Functions.EXP_5), all(Functions.EXP_4));
        p = p.fma(r, all(Functions.EXP_3));
        p = p.fma(r, all(Functions.EXP_2));
        p = p.fma(r, all(Functions.EXP_1));
        p = p.fma(r, all(Functions.EXP_0));
        FloatVector power = rounded.reinterpretAsInts()
                .add(Functions.EXPONENT_BIAS)
                .lanewise(VectorOperators.LSHL, Functions.MANTISSA_BITS)
                .reinterpretAsFloats();
        return power.mul(p.fma(r.mul(r), r.add(1f)));
    }
}
