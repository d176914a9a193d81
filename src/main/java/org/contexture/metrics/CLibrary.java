package org.contexture.metrics;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * e^x to the last bit as Python has it from the GNU C library (2.28 and later, on processors with fused multiply-add), where
 * {@link Math#exp} differs in one of 400 numbers, and with it a score in its last digit. The algorithm is that of ARM's Optimized
 * Routines, which that library uses: x = k ln 2 / 128 + r, a table for 2^(k/128), a polynomial for e^r − 1. The logarithm needs
 * no such care: {@link Math#log} differs in one of 8,000.
 */
final class CLibrary {
    private static final int PARTS = 128;
    private static final double LARGEST = 700;

    private static final double PARTS_BY_LN2 = 0x1.71547652b82fep0 * PARTS;
    private static final double LN2_BY_PARTS_HIGH = 0x1.62e42fefa0000p-8;
    private static final double LN2_BY_PARTS_LOW = 0x1.cf79abc9e3b39p-47;
    private static final double TO_WHOLE = 0x1.8p52; // added and taken away again, it rounds to a whole number

    // The polynomial's coefficients of r² to r⁵, next to 1/2!, 1/3!, 1/4!, 1/5!.
    private static final double C2 = 0x1.ffffffffffdbdp-2;
    private static final double C3 = 0x1.555555555543cp-3;
    private static final double C4 = 0x1.55555cf172b91p-5;
    private static final double C5 = 0x1.1111167a4d017p-7;

    // 2^(k/128) as a double, and how much it lacks, relative to it.
    private static final double[] POWER = new double[PARTS];
    private static final double[] LACK = new double[PARTS];

    static {
        MathContext digits = new MathContext(60);
        BigDecimal root = BigDecimal.valueOf(2);
        for (int k = 1; k < PARTS; k *= 2) {
            root = root.sqrt(digits);
        }
        BigDecimal power = BigDecimal.ONE;
        for (int k = 0; k < PARTS; k++) {
            POWER[k] = power.doubleValue();
            BigDecimal rest = power.subtract(new BigDecimal(POWER[k]));
            LACK[k] = rest.divide(power, digits).doubleValue();
            power = power.multiply(root, digits);
        }
    }

    private CLibrary() {}

    static double exp(double x) {
        if (!(Math.abs(x) < LARGEST)) {
            return StrictMath.exp(x);
        }
        double whole = x * PARTS_BY_LN2 + TO_WHOLE;
        long k = Double.doubleToRawLongBits(whole);
        double steps = whole - TO_WHOLE;
        double r = Math.fma(steps, -LN2_BY_PARTS_LOW, Math.fma(steps, -LN2_BY_PARTS_HIGH, x));
        int part = (int) (k & (PARTS - 1));
        double scale = Math.scalb(POWER[part], (int) Math.floorDiv((long) steps, PARTS));
        double r2 = r * r;
        double lower = Math.fma(r2, Math.fma(r, C3, C2), LACK[part] + r);
        double rest = Math.fma(r2 * r2, Math.fma(r, C5, C4), lower);
        return Math.fma(scale, rest, scale);
    }
}
