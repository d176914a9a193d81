package org.contexture.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A place of an axis that is marked, and how. */
record Tick(double at, String label) {
    private static final List<BigDecimal> STEPS =
            Stream.of("1", "2", "5", "10").map(BigDecimal::new).toList();

    /** The names of an axis of names; otherwise round numbers, as many as there is room for. */
    static List<Tick> of(Axis axis, Extent extent, int most) {
        if (axis.isNamed()) {
            return IntStream.range(0, axis.categories().size())
                    .mapToObj(i -> new Tick(i, axis.categories().get(i)))
                    .toList();
        }
        return switch (extent.scale()) {
            case LINEAR -> linear(extent, most);
            case LOGARITHMIC -> logarithmic(extent, most);
        };
    }

    /** Multiples of 1, 2 or 5 × 10^k. */
    private static List<Tick> linear(Extent extent, int most) {
        BigDecimal step = step((extent.high() - extent.low()) / most);
        if (extent.whole() && step.compareTo(BigDecimal.ONE) < 0) {
            step = BigDecimal.ONE;
        }
        BigDecimal unit = step;
        long first = new BigDecimal(extent.low())
                .divide(unit, 0, RoundingMode.CEILING)
                .longValue();
        long last = new BigDecimal(extent.high())
                .divide(unit, 0, RoundingMode.FLOOR)
                .longValue();
        return LongStream.rangeClosed(first, last)
                .mapToObj(BigDecimal::valueOf)
                .map(unit::multiply)
                .map(value -> new Tick(value.doubleValue(), Numerals.tick(value, unit)))
                .toList();
    }

    /** The smallest step that is not smaller. */
    private static BigDecimal step(double atLeast) {
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(StrictMath.log10(atLeast)));
        return STEPS.stream()
                .map(power::multiply)
                .filter(step -> step.doubleValue() >= atLeast)
                .findFirst()
                .orElseThrow();
    }

    /**
     * 1, 2 and 5 of each power of ten; only powers where it is tight, or the first and the last where that leaves less than two;
     * evenly spaced ones within a narrow range.
     */
    private static List<Tick> logarithmic(Extent extent, int most) {
        List<Tick> all = powers(extent, STEPS.subList(0, 3), 1);
        if (all.size() < 3) {
            return linear(extent, most);
        }
        List<Tick> ticks = all;
        for (int every = 1; ticks.size() > most; every++) {
            ticks = powers(extent, STEPS.subList(0, 1), every);
        }
        return ticks.size() < 2 ? List.of(all.get(0), all.get(all.size() - 1)) : ticks;
    }

    private static List<Tick> powers(Extent extent, List<BigDecimal> digits, int every) {
        List<Tick> ticks = new ArrayList<>();
        int last = (int) Math.floor(StrictMath.log10(extent.high()));
        for (int k = (int) Math.floor(StrictMath.log10(extent.low())); k <= last; k++) {
            for (BigDecimal digit : Math.floorMod(k, every) == 0 ? digits : List.<BigDecimal>of()) {
                BigDecimal value = digit.scaleByPowerOfTen(k);
                double at = value.doubleValue();
                if (at >= extent.low() && at <= extent.high()) {
                    ticks.add(new Tick(at, Numerals.tick(value, value)));
                }
            }
        }
        return ticks;
    }

    /** Of its label, in pixels. */
    double width() {
        return Lettering.width(label, Lettering.SMALL);
    }
}
