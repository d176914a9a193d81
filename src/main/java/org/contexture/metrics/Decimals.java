package org.contexture.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as Python prints them: the exact binary value, rounded half to even. */
public final class Decimals {
    private Decimals() {}

    /** {@code f"{value:.{decimals}f}"}. */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }
}
