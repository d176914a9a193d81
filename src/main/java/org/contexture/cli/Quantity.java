package org.contexture.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers with a unit on the command line. */
final class Quantity {
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?) ?([a-zA-Z]{0,3})");
    private static final Map<String, Double> MILLIS =
            Map.of("ms", 1.0, "s", 1e3, "", 1e3, "m", 6e4, "min", 6e4, "h", 3.6e6, "d", 8.64e7);
    private static final Map<String, Double> BYTES = Map.of("k", 0x1p10, "m", 0x1p20, "g", 0x1p30, "t", 0x1p40);

    private Quantity() {}

    /** A time such as {@code 90s}, {@code 30m}, {@code 2h}; seconds without a unit. */
    static final class OfTime implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return Duration.ofMillis((long) value(text, MILLIS, "a time such as 90s, 30m, 2h or 1d"));
        }
    }

    /** A size such as {@code 512m} or {@code 8g}. */
    static final class OfMemory implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return (long) value(text, BYTES, "a size such as 512m or 8g");
        }
    }

    private static double value(String text, Map<String, Double> units, String expected) {
        Matcher number = NUMBER.matcher(text.strip());
        Double unit = number.matches() ? units.get(number.group(2).toLowerCase(Locale.ROOT)) : null;
        if (unit == null) {
            throw new TypeConversionException("found '" + text + "'; expected " + expected);
        }
        return Double.parseDouble(number.group(1)) * unit;
    }
}
