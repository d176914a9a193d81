package org.contexture.experiment.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.contexture.experiment.yaml.Place;
import org.contexture.experiment.yaml.YamlNode;
import org.contexture.experiment.yaml.YamlNode.ScalarNode;

/**
 * Where random values of a setting come from. A draw is made from one number, uniform in [0, 1), by arithmetic that is the same
 * on every platform.
 */
sealed interface Distribution {
    /** Enough to tell values apart, few enough for names of files. */
    MathContext SIGNIFICANT = new MathContext(4, RoundingMode.HALF_EVEN);

    /** The value at a quantile, in [0, 1). */
    YamlNode at(double quantile);

    /** Every number between two bounds is as likely. */
    record Uniform(Place place, BigDecimal from, BigDecimal to) implements Distribution {
        @Override
        public YamlNode at(double quantile) {
            double value = from.doubleValue() + quantile * (to.doubleValue() - from.doubleValue());
            return number(place, rounded(value, from, to));
        }
    }

    /** Every order of magnitude between two positive bounds is as likely. */
    record LogUniform(Place place, BigDecimal from, BigDecimal to, boolean whole) implements Distribution {
        @Override
        public YamlNode at(double quantile) {
            double low = StrictMath.log(from.doubleValue());
            double value = StrictMath.exp(low + quantile * (StrictMath.log(to.doubleValue()) - low));
            BigDecimal number = whole
                    ? clamped(new BigDecimal(value).setScale(0, RoundingMode.HALF_EVEN), from, to)
                    : rounded(value, from, to);
            return number(place, number);
        }
    }

    /** Every whole number between two bounds, both included, is as likely; they are less than 2^53 apart. */
    record Whole(Place place, BigDecimal from, BigDecimal to) implements Distribution {
        @Override
        public YamlNode at(double quantile) {
            double count = to.subtract(from).doubleValue() + 1;
            BigDecimal value = from.add(BigDecimal.valueOf((long) (quantile * count)));
            return number(place, clamped(value, from, to));
        }
    }

    /** Every item of a list is as likely. */
    record Choice(List<YamlNode> items) implements Distribution {
        @Override
        public YamlNode at(double quantile) {
            return items.get((int) (quantile * items.size()));
        }
    }

    private static BigDecimal rounded(double value, BigDecimal from, BigDecimal to) {
        return clamped(BigDecimal.valueOf(value).round(SIGNIFICANT), from, to);
    }

    private static BigDecimal clamped(BigDecimal value, BigDecimal from, BigDecimal to) {
        return value.max(from).min(to);
    }

    private static ScalarNode number(Place place, BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return new ScalarNode(place, plain.toPlainString(), true);
    }
}
