package org.contexture.report;

import java.math.BigDecimal;
import java.math.MathContext;
import org.contexture.results.Spread;
import org.contexture.statistics.Interval;
import org.jspecify.annotations.Nullable;

/** Numbers inside sentences. */
final class Wording {
    private static final int MOST_DECIMALS = 6;

    private Wording() {}

    /**
     * A number and how well it is known.
     *
     * @param value such as {@code 62.1}
     * @param known such as {@code 95 % CI 51.9 to 72.2 over 8 seeds}, or {@code 1 seed} without an interval
     */
    record Estimate(String value, String known) {
        @Override
        public String toString() {
            return value + " (" + known + ")";
        }
    }

    /** @param signed whether a plus stands before what is positive */
    static Estimate estimate(double value, @Nullable Interval interval, int seeds, boolean signed) {
        if (interval == null) {
            return new Estimate(number(value, signed, Spread.number(Math.abs(value), 3)), seeds(seeds));
        }
        int decimals = decimals(interval.halfWidth(), value);
        return new Estimate(
                number(value, signed, Spread.fixed(Math.abs(value), decimals)),
                "95\u00a0%\u00a0CI " + Spread.fixed(interval.low(), decimals) + " to "
                        + Spread.fixed(interval.high(), decimals) + " over " + seeds(seeds));
    }

    private static String number(double value, boolean signed, String size) {
        boolean zero = size.matches("[0.]+");
        return (zero ? "" : value < 0 ? "−" : signed ? "+" : "") + size;
    }

    /** So many that half an interval shows two digits, or one and its decimal; where it has no width, that the value shows three. */
    private static int decimals(double halfWidth, double value) {
        double size = halfWidth > 0 ? halfWidth : Math.abs(value) / 10;
        if (size == 0 || !Double.isFinite(size)) {
            return 1;
        }
        return Math.max(1, Math.min(MOST_DECIMALS, 1 - (int) Math.floor(Math.log10(size))));
    }

    static String seeds(int n) {
        return count(n, "seed");
    }

    /** {@code 1 trial}, {@code 1,200 trials}. */
    static String count(long n, String noun) {
        return whole(n) + " " + noun + (n == 1 ? "" : "s");
    }

    static String whole(long n) {
        return Long.toString(n).replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
    }

    /** {@code p = 0.016}, {@code p < 0.0001}. */
    static String p(double p) {
        if (p < 0.0001) {
            return "p\u00a0<\u00a00.0001";
        }
        return "p\u00a0=\u00a0"
                + new BigDecimal(p)
                        .round(new MathContext(2))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** A setting without a value has one that can be read. */
    static String value(String value) {
        return value.isEmpty() ? "(none)" : value;
    }
}
