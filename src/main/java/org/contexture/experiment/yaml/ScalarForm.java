package org.contexture.experiment.yaml;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.contexture.experiment.yaml.YamlNode.ScalarNode;
import org.contexture.setting.Setting;
import org.jspecify.annotations.Nullable;

/** A value written as one scalar. Nothing is converted silently: 1.5, "64", 0x40 and 1_000 are no whole numbers. */
public sealed interface ScalarForm extends Form {
    /** The value of a scalar, or null if it is not of this form. */
    @Nullable Object read(ScalarNode node);

    /** The words allowed, if they can be listed. */
    default List<String> words() {
        return List.of();
    }

    /** An int or long in decimal digits. */
    record Whole(boolean isLong, long min, long max) implements ScalarForm {
        private static final Pattern DIGITS = Pattern.compile("-?(0|[1-9][0-9]{0,18})");

        static Whole of(boolean isLong, Setting setting) {
            double least = isLong ? Long.MIN_VALUE : Integer.MIN_VALUE;
            double most = isLong ? Long.MAX_VALUE : Integer.MAX_VALUE;
            return new Whole(isLong, (long) Math.max(least, setting.min()), (long) Math.min(most, setting.max()));
        }

        @Override
        public @Nullable Object read(ScalarNode node) {
            if (!node.plain() || !DIGITS.matcher(node.text()).matches()) {
                return null;
            }
            BigDecimal value = new BigDecimal(node.text());
            if (value.compareTo(BigDecimal.valueOf(min)) < 0 || value.compareTo(BigDecimal.valueOf(max)) > 0) {
                return null;
            }
            return isLong ? (Object) value.longValueExact() : (Object) value.intValueExact();
        }

        @Override
        public String expected() {
            return "a whole number from " + min + " to " + max + " in plain digits";
        }
    }

    /** A finite double. */
    record Decimal(double min, boolean aboveMin, double max) implements ScalarForm {
        private static final Pattern NUMBER =
                Pattern.compile("-?((0|[1-9][0-9]*)(\\.[0-9]+)?|\\.[0-9]+)([eE][-+]?[0-9]{1,4})?");

        @Override
        public @Nullable Object read(ScalarNode node) {
            if (!node.plain() || !isNumber(node.text())) {
                return null;
            }
            double value = Double.parseDouble(node.text()) + 0.0;
            boolean underflows = value == 0 && new BigDecimal(node.text()).signum() != 0;
            boolean inRange = value <= max && (aboveMin ? value > min : value >= min) && !Double.isInfinite(value);
            return inRange && !underflows ? (Object) value : null;
        }

        static boolean isNumber(String text) {
            return NUMBER.matcher(text).matches();
        }

        @Override
        public String expected() {
            String lower = min == Double.NEGATIVE_INFINITY ? "" : (aboveMin ? " above " : " of at least ") + plain(min);
            String upper =
                    max == Double.POSITIVE_INFINITY ? "" : (lower.isEmpty() ? "" : " and") + " at most " + plain(max);
            return "a number" + lower + upper;
        }

        private static String plain(double bound) {
            return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
        }
    }

    /** true or false. */
    record Flag() implements ScalarForm {
        @Override
        public @Nullable Object read(ScalarNode node) {
            return node.plain() && words().contains(node.text())
                    ? (Object) node.text().equals("true")
                    : null;
        }

        @Override
        public List<String> words() {
            return List.of("true", "false");
        }

        @Override
        public String expected() {
            return "true or false";
        }
    }

    /** A text, or one of some words; what YAML would read as a number or truth value needs quotes. */
    record Text(List<String> words) implements ScalarForm {
        @Override
        public @Nullable Object read(ScalarNode node) {
            boolean other = Decimal.isNumber(node.text()) || new Flag().words().contains(node.text());
            boolean isText = !node.isNothing() && !node.text().isBlank() && !(node.plain() && other);
            return isText && (words.isEmpty() || words.contains(node.text())) ? node.text() : null;
        }

        @Override
        public String expected() {
            return words.isEmpty()
                    ? "text (in quotes if it is a number or truth value)"
                    : "one of " + String.join(", ", words);
        }
    }

    /** The constants of an enum as lower-case words. */
    record Choice(Class<? extends Enum<?>> type) implements ScalarForm {
        @Override
        public @Nullable Object read(ScalarNode node) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(c -> word(c).equals(node.text()))
                    .findFirst()
                    .orElse(null);
        }

        /** A constant as a file names it: {@code ADD_PRIM_JUMP} is {@code add-prim-jump}, unless it has a name of its own. */
        public static String word(Enum<?> constant) {
            return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public List<String> words() {
            return Arrays.stream(type.getEnumConstants()).map(Choice::word).toList();
        }

        @Override
        public String expected() {
            return "one of " + String.join(", ", words());
        }
    }
}
