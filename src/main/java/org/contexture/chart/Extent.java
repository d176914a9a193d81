package org.contexture.chart;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.contexture.chart.Axis.Scale;

/**
 * The part of an axis that is shown.
 *
 * @param whole whether only whole numbers stand on it, so that ticks between them would mean nothing
 */
record Extent(double low, double high, Scale scale, boolean whole) {
    private static final double MARGIN = 0.04;
    /** Beyond, the room around the values could overflow. */
    private static final double LARGEST = 1e250;

    /** Whether a value can be shown on an axis of this scale. */
    static boolean shows(Scale scale, double value) {
        return switch (scale) {
            case LINEAR -> Math.abs(value) <= LARGEST;
            case LOGARITHMIC -> value >= 1 / LARGEST && value <= LARGEST;
        };
    }

    /** Of names: half a place more on both sides. */
    static Extent ofNames(int names) {
        return new Extent(-0.5, names - 0.5, Scale.LINEAR, true);
    }

    /** Room for all of these values that the scale can show, and a little more; from 0 to 1, or 1 to 10, where there is none. */
    static Extent of(Scale scale, List<Double> values) {
        DoubleSummaryStatistics shown = values.stream()
                .filter(value -> shows(scale, value))
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        boolean whole = values.stream().allMatch(value -> value == Math.rint(value));
        if (shown.getCount() == 0) {
            return scale == Scale.LINEAR ? new Extent(0, 1, scale, false) : new Extent(1, 10, scale, false);
        }
        return switch (scale) {
            case LINEAR -> linear(shown.getMin(), shown.getMax(), whole);
            case LOGARITHMIC -> logarithmic(shown.getMin(), shown.getMax(), whole);
        };
    }

    private static Extent linear(double least, double most, boolean whole) {
        double span = most - least;
        boolean constant = span <= Math.max(Math.abs(most), Math.abs(least)) * 1e-9 || span < 1 / LARGEST;
        double room = constant ? roomAround(most, whole) : span * MARGIN;
        double low = least >= 0 && least - room < 0 && !(constant && least == 0) ? 0 : least - room;
        return new Extent(low, most + room, Scale.LINEAR, whole);
    }

    private static double roomAround(double constant, boolean whole) {
        return whole || constant == 0 ? Math.max(1, Math.abs(constant) * 0.1) : Math.abs(constant) * 0.1;
    }

    private static Extent logarithmic(double least, double most, boolean whole) {
        double span = StrictMath.log(most) - StrictMath.log(least);
        double room = span < 1e-9 ? 2 : StrictMath.exp(span * MARGIN);
        return new Extent(least / room, most * room, Scale.LOGARITHMIC, whole);
    }

    /** How far along the axis a value stands: 0 at the low end, 1 at the high one. */
    double share(double value) {
        return switch (scale) {
            case LINEAR -> (value - low) / (high - low);
            case LOGARITHMIC ->
                (StrictMath.log(value) - StrictMath.log(low)) / (StrictMath.log(high) - StrictMath.log(low));
        };
    }
}
