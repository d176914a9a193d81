package org.contexture.chart;

import java.util.List;

/**
 * An axis of a panel.
 *
 * @param title what it measures, with the unit
 * @param categories what stands at 0, 1, 2, … of an axis of names, from left to right or from top to bottom; empty for an axis of
 *     numbers
 */
public record Axis(String title, Scale scale, List<String> categories) {
    /** How numbers are spaced. */
    public enum Scale {
        LINEAR,
        /** By their logarithm; what is not positive cannot be shown. */
        LOGARITHMIC
    }

    public Axis {
        categories = List.copyOf(categories);
    }

    /** Of numbers, evenly spaced. */
    public static Axis of(String title) {
        return new Axis(title, Scale.LINEAR, List.of());
    }

    /** Of positive numbers, by their logarithm. */
    public static Axis logarithmic(String title) {
        return new Axis(title, Scale.LOGARITHMIC, List.of());
    }

    /** Of names. */
    public static Axis named(String title, List<String> categories) {
        return new Axis(title, Scale.LINEAR, categories);
    }

    boolean isNamed() {
        return !categories.isEmpty();
    }
}
