package org.contexture.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as people write them: 0.05, 1,200, 1e-6. The same in every locale.
 *
 * <p>From a million on and below a ten-thousandth they are written with an exponent.
 */
final class Numerals {
    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal SMALL = new BigDecimal("0.0001");

    private Numerals() {}

    /** A length in a drawing, to a hundredth of a pixel. */
    static String coordinate(double value) {
        return BigDecimal.valueOf(Math.round(value * 100), 2)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A value: whole numbers to the last digit, others to four. What is not finite is an empty text. */
    static String value(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        boolean whole = exact.scale() <= 0 && exact.precision() - exact.scale() <= 15;
        if (whole) {
            return grouped(exact.setScale(0));
        }
        BigDecimal rounded = exact.round(FOUR_DIGITS);
        return isPlain(rounded) ? grouped(rounded) : scientific(rounded.stripTrailingZeros());
    }

    /** A tick; those of one step have equally many decimals. */
    static String tick(BigDecimal value, BigDecimal step) {
        if (value.signum() != 0 && !isPlain(value)) {
            return minus(scientific(value.stripTrailingZeros()));
        }
        int decimals = Math.max(0, step.stripTrailingZeros().scale());
        return value.signum() == 0 && !isPlain(step)
                ? "0"
                : minus(grouped(value.setScale(decimals, RoundingMode.HALF_EVEN)));
    }

    /** With a minus sign as wide as a plus, for drawings. */
    static String minus(String number) {
        return number.replace('-', '−').replace("e−", "e-");
    }

    private static boolean isPlain(BigDecimal value) {
        return value.signum() == 0
                || (value.abs().compareTo(MILLION) < 0 && value.abs().compareTo(SMALL) >= 0);
    }

    private static String scientific(BigDecimal value) {
        int exponent = value.precision() - value.scale() - 1;
        return value.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }

    private static String grouped(BigDecimal value) {
        String plain = value.toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") + plain.substring(whole.length());
    }
}
