package org.contexture.results;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import org.contexture.metrics.Decimals;
import org.contexture.statistics.Interval;
import org.contexture.statistics.Summary;
import org.jspecify.annotations.Nullable;

/**
 * One metric of a configuration over seeds, and how such numbers are printed.
 *
 * @param summary of the values that are not missing
 * @param bootstrap 95 % bootstrap interval of the mean; null below ten values, where it would be too narrow
 */
public record Spread(Summary summary, @Nullable Interval bootstrap) {
    private static final int MOST_DECIMALS = 6;

    /** Of the values that are not missing (NaN). */
    public static Spread of(double... values) {
        double[] present = Arrays.stream(values).filter(x -> !Double.isNaN(x)).toArray();
        boolean enough = present.length >= Interval.FEWEST_FOR_BOOTSTRAP
                && Arrays.stream(present).allMatch(Double::isFinite);
        return new Spread(Summary.of(present), enough ? Interval.bootstrap(present, Interval.USUAL_LEVEL) : null);
    }

    /** How many values there are. */
    public int n() {
        return summary.n();
    }

    /** NaN without any. */
    public double mean() {
        return summary.mean();
    }

    /** Of the sample; NaN below two values. */
    public double deviation() {
        return summary.deviation();
    }

    /** The deviation with two digits and the mean as far as they reach, {@code 0.912 ± 0.014}; a lone value without ±. */
    @Override
    public String toString() {
        if (n() == 0) {
            return "";
        }
        if (!Double.isFinite(mean()) || !Double.isFinite(deviation())) {
            return number(mean());
        }
        if (deviation() == 0) {
            return number(mean()) + " ± 0";
        }
        int decimals = decimals(deviation(), 2);
        return decimals > MOST_DECIMALS
                ? number(mean()) + " ± " + String.format(Locale.ROOT, "%.1e", deviation())
                : fixed(mean(), decimals) + " ± " + fixed(deviation(), decimals);
    }

    /** Four significant digits, all digits before the point; very small and very large numbers with an exponent. */
    public static String number(double x) {
        return number(x, 4);
    }

    /** The same with another number of significant digits. */
    public static String number(double x, int digits) {
        if (!Double.isFinite(x)) {
            return Double.isNaN(x) ? "" : x > 0 ? "∞" : "−∞";
        }
        double size = Math.abs(x);
        if (size != 0 && (size < 1e-3 || size >= 1e7)) {
            return String.format(Locale.ROOT, "%." + (digits - 1) + "e", x);
        }
        return fixed(x, size == 0 ? 0 : decimals(x, digits));
    }

    /** How many decimals show so many significant digits. */
    private static int decimals(double x, int digits) {
        BigDecimal rounded = new BigDecimal(x).round(new MathContext(digits));
        return Math.max(0, digits - (rounded.precision() - rounded.scale()));
    }

    /** So many decimals, with a true minus sign. */
    public static String fixed(double x, int decimals) {
        return Decimals.fixed(x, decimals).replace('-', '−');
    }

    /** With its sign. */
    static String signed(double x, int decimals) {
        String text = fixed(x, decimals);
        return text.startsWith("−") ? text : "+" + text;
    }
}
