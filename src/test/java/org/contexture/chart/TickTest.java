package org.contexture.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.contexture.chart.Axis.Scale;
import org.junit.jupiter.api.Test;

/** Numbers on axes, and how much of an axis is shown. */
class TickTest {
    private static List<String> labels(double low, double high, int most) {
        return Tick.of(Axis.of("x"), new Extent(low, high, Scale.LINEAR, false), most).stream()
                .map(Tick::label)
                .toList();
    }

    private static List<String> logarithmic(double low, double high, int most) {
        return Tick.of(Axis.logarithmic("x"), new Extent(low, high, Scale.LOGARITHMIC, false), most).stream()
                .map(Tick::label)
                .toList();
    }

    @Test
    void ticksAreOneTwoOrFiveTimesAPowerOfTen() {
        assertEquals(List.of("0.00", "0.05", "0.10", "0.15"), labels(-0.01, 0.17, 5));
        assertEquals(List.of("−2", "0", "2"), labels(-3, 3, 4));
        assertEquals(List.of("0", "500", "1,000", "1,500"), labels(0, 1_600, 4));
        assertEquals(List.of("0", "1e-6", "2e-6"), labels(0, 2.5e-6, 3));
        assertEquals(List.of("0", "1e6", "2e6"), labels(0, 2.5e6, 3));
        assertEquals(List.of("−5e-6", "0", "5e-6"), labels(-6e-6, 6e-6, 3));
    }

    @Test
    void betweenWholeNumbersAreNoTicks() {
        Extent epochs = Extent.of(Scale.LINEAR, List.of(1.0, 2.0));
        assertEquals(
                List.of("1", "2"),
                Tick.of(Axis.of("epoch"), epochs, 10).stream().map(Tick::label).toList());
    }

    @Test
    void aLogarithmicAxisHasTicksAtOneTwoAndFiveOfEachDecadeWhereTheyHaveRoom() {
        assertEquals(List.of("1", "2", "5", "10", "20", "50", "100"), logarithmic(1, 100, 7));
        assertEquals(List.of("1", "10", "100"), logarithmic(1, 100, 6));
        assertEquals(List.of("1e-6", "0.001", "1", "1,000", "1e6"), logarithmic(1e-6, 1e6, 6));
        assertEquals(List.of("20,000", "500,000"), logarithmic(2e4, 6e5, 2));
        assertEquals(List.of("3.0", "3.2", "3.4"), logarithmic(2.9, 3.5, 4));
    }

    @Test
    void constantValuesStandInTheMiddleOfASensibleRange() {
        assertEquals(new Extent(4, 6, Scale.LINEAR, true), Extent.of(Scale.LINEAR, List.of(5.0, 5.0)));
        assertEquals(new Extent(-1, 1, Scale.LINEAR, true), Extent.of(Scale.LINEAR, List.of(0.0)));
        Extent lone = Extent.of(Scale.LINEAR, List.of(0.2));
        assertTrue(lone.low() < 0.19 && lone.high() > 0.21);
        assertEquals(0.5, Extent.of(Scale.LOGARITHMIC, List.of(10.0)).share(10), 1e-12);
    }

    @Test
    void anAxisOfWhatIsNeverNegativeStartsAtZeroAtTheLowest() {
        assertEquals(0, Extent.of(Scale.LINEAR, List.of(0.1, 99.5)).low());
        assertTrue(Extent.of(Scale.LINEAR, List.of(-0.1, 99.5)).low() < -0.1);
    }

    @Test
    void valuesAreWrittenAsPeopleWriteThem() {
        assertEquals("1,234,567", Numerals.value(1_234_567));
        assertEquals("1.382", Numerals.value(1.38249));
        assertEquals("0.05", Numerals.value(0.05));
        assertEquals("-0.0001235", Numerals.value(-0.000123456));
        assertEquals("1e-6", Numerals.value(0.000001));
        assertEquals("1.235e300", Numerals.value(1.23456e300));
        assertEquals("0", Numerals.value(-0.0));
        assertEquals("", Numerals.value(Double.NaN));
    }

    @Test
    void aTextIsCutBetweenLettersAndNeverInsideThem() {
        assertEquals("short", Lettering.cut("short", 12, 100));
        String family = "👩‍👩‍👧‍👧";
        String cut = Lettering.cut(family.repeat(5), 12, 140);
        assertEquals(0, (cut.length() - 1) % family.length());
        assertTrue(cut.endsWith("…") && Lettering.width(cut, 12) <= 140);
    }

    @Test
    void aTextIsWrappedAtSpacesIntoNoMoreLinesThanAllowed() {
        assertEquals(List.of("one two", "three four"), Lettering.wrapped("one two three four", 12, 75, 3));
        List<String> lines = Lettering.wrapped("word ".repeat(50), 12, 75, 2);
        assertEquals(2, lines.size());
        assertTrue(lines.get(1).endsWith("…"));
        assertEquals(List.of(), Lettering.wrapped(" ", 12, 75, 2));
    }
}
