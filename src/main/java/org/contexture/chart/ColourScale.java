package org.contexture.chart;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The colours of a chart's heat maps: viridis (van der Walt and Smith, 2015), whose steps look even to all eyes and in print, and
 * ColorBrewer's blues (Harrower and Brewer, 2003) for shares and its blue, white and red.
 *
 * @param low the value of the first colour
 * @param high the value of the last one
 */
record ColourScale(String measure, Colours colours, double low, double high) {
    /** From pale to dark. */
    private static final List<Integer> SEQUENTIAL = List.of(
            0xfde725, 0xbddf26, 0x7ad151, 0x44bf70, 0x22a884, 0x21918c, 0x2a788e, 0x355f8d, 0x414487, 0x482475,
            0x440154);

    /** Nothing is nearly white: most fields of a map of weights are nearly nothing. */
    private static final List<Integer> SHARES =
            List.of(0xf7fbff, 0xdeebf7, 0xc6dbef, 0x9ecae1, 0x6baed6, 0x4292c6, 0x2171b5, 0x08519c, 0x08306b);

    private static final List<Integer> DIVERGING =
            List.of(0x2166ac, 0x4393c3, 0x92c5de, 0xd1e5f0, 0xf7f7f7, 0xfddbc7, 0xf4a582, 0xd6604d, 0xb2182b);

    /** One for all heat maps of a chart, as the first one asks for. */
    static ColourScale of(List<Mark.HeatMap> maps) {
        Mark.HeatMap first = maps.get(0);
        DoubleSummaryStatistics values = maps.stream()
                .flatMap(map -> map.tiles().stream())
                .mapToDouble(Mark.Tile::value)
                .filter(Double::isFinite)
                .summaryStatistics();
        if (values.getCount() == 0) {
            return new ColourScale(first.measure(), first.colours(), 0, 1);
        }
        double most = Math.max(Math.abs(values.getMin()), Math.abs(values.getMax()));
        return switch (first.colours()) {
            case SEQUENTIAL, SEQUENTIAL_DOWN ->
                new ColourScale(first.measure(), first.colours(), values.getMin(), values.getMax());
            case SHARE -> new ColourScale(first.measure(), first.colours(), 0, 1);
            case DIVERGING -> new ColourScale(first.measure(), first.colours(), -most, most);
        };
    }

    /** As #rrggbb. A lone value has the middle colour. */
    String colour(double value) {
        return hexadecimal(mixed(high > low ? value / (high - low) - low / (high - low) : 0.5));
    }

    /** Some colours from low to high, evenly spaced. */
    List<String> stops() {
        return IntStream.rangeClosed(0, 10)
                .mapToObj(i -> hexadecimal(mixed(i / 10.0)))
                .collect(Collectors.toUnmodifiableList());
    }

    /** Black or white, whichever stands out more from this value's colour. */
    String ink(double value) {
        return luminance(colour(value)) > 0.179 ? "#000000" : "#ffffff";
    }

    /** Relative luminance of a colour as #rrggbb, from 0 to 1 (WCAG 2.1). */
    static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double value = (channel & 255) / 255.0;
        return value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
    }

    private int mixed(double share) {
        List<Integer> colour =
                switch (colours) {
                    case SEQUENTIAL, SEQUENTIAL_DOWN -> SEQUENTIAL;
                    case SHARE -> SHARES;
                    case DIVERGING -> DIVERGING;
                };
        double clipped = Math.max(0, Math.min(1, share));
        double place = (colours == Colours.SEQUENTIAL_DOWN ? 1 - clipped : clipped) * (colour.size() - 1);
        int before = Math.min((int) place, colour.size() - 2);
        return mixed(colour.get(before), colour.get(before + 1), place - before);
    }

    private static int mixed(int a, int b, double share) {
        return IntStream.of(16, 8, 0)
                .map(shift -> (int) Math.round((a >> shift & 255) * (1 - share) + (b >> shift & 255) * share) << shift)
                .sum();
    }

    private static String hexadecimal(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }
}
