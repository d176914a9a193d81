package org.contexture.experiment.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Objects;
import org.contexture.setting.Setting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms that no settings record uses yet, and values as users write them. */
class BinderTest {
    enum Light {
        RED,
        GREEN_ARROW
    }

    record All(
            @Setting(value = "A flag.", byDefault = "false") boolean flag,
            @Setting("A flag or nothing.") @Nullable Boolean maybe,
            @Setting("A number.") @Nullable Double number,
            @Setting("A long.") @Nullable Long big,
            @Setting("A text.") @Nullable String text,
            @Setting(
                            value = "A word.",
                            byDefault = "a",
                            oneOf = {"a", "b"})
                    String word,
            @Setting("Lights.") @Nullable List<Light> lights,
            @Setting(value = "Needed.", min = 1, max = 9) int needed) {}

    record Span(
            @Setting(value = "First.", byDefault = "1") int from, @Setting(value = "Last.", byDefault = "9") int to) {
        Span {
            if (from > to) {
                throw new IllegalArgumentException("span.from is " + from + ", which is after span.to, " + to);
            }
            if (to > 100) {
                throw new IllegalArgumentException("span is too long");
            }
        }

        static Span parse(String word) {
            if (word.equals("all")) {
                return new Span(0, 100);
            }
            throw new IllegalArgumentException("span knows one word, all");
        }
    }

    record Outer(@Setting(value = "A part.", oneOf = "all") Span span) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "{span: {from: 5, to: 3}} = x:1:15  span.from is 5, which is after span.to, 3",
                "{span: {to: 0}} = x:1:8  span.from is 1, which is after span.to, 0",
                "{span: {to: 101}} = x:1:8  span is too long",
                "{span: al} = x:1:8  span  found al; expected a mapping with keys from, to, or all; did you mean all?",
                "{span: [all]} = x:1:8  span  found a list; expected a mapping with keys from, to, or all"
            })
    void whatARecordRefusesIsReportedAtTheKeyItNamesIfTheFileGivesIt(String yaml, String expected) {
        Problems problems = new Problems();
        assertNull(new Binder(Outer.class, problems).bind(YamlReader.parse(yaml, "x", problems)));
        assertEquals(expected, problems.error().getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {"{} = 1 9", "{span: {to: 3}} = 1 3", "{span: all} = 0 100"})
    void aSectionIsAbsentOrAMappingOrAWord(String yaml, String expected) {
        Problems problems = new Problems();
        Outer outer = (Outer) new Binder(Outer.class, problems).bind(YamlReader.parse(yaml, "x", problems));
        assertEquals(List.of(), problems.take());
        Span span = Objects.requireNonNull(outer).span();
        assertEquals(expected, span.from() + " " + span.to());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "number: 1 = 1.0",
                "number: 1e-3 = 0.001",
                "number: -1.5E+2 = -150.0",
                "number: .5 = 0.5",
                "number: -0 = 0.0",
                "big: -9223372036854775808 = -9223372036854775808",
                "text: yes = yes",
                "text: off = off",
                "text: none = none",
                "text: 1_000 = 1_000",
                "text: 2001-01-01 = 2001-01-01",
                "text: \"64\" = 64",
                "text: 'null' = null",
                "text: = null",
                "text: ~ = null",
                "maybe: true = true",
                "maybe: null = null",
                "lights: [red, green-arrow] = [RED, GREEN_ARROW]",
                "word: b = b"
            })
    void whatUsersWriteIsReadAsMeant(String yaml, String expected) {
        Problems problems = new Problems();
        All all = (All) bind("{needed: 3, " + yaml.strip() + "}", problems);
        assertEquals(List.of(), problems.take());
        String key = yaml.strip().split(":", 2)[0];
        Object value = Shape.of(All.class).find(key).orElseThrow().of(Objects.requireNonNull(all));
        assertEquals(expected, String.valueOf(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "{flag: yes, needed: 3} = x:1:8  flag  found yes; expected true or false",
                "{flag: \"true\", needed: 3} = x:1:8  flag  found the text \"true\"; expected true or false",
                "{flag: null, needed: 3} = x:1:8  flag  found null; expected true or false",
                "{word: c, needed: 3} = x:1:8  word  found c; expected one of a, b; did you mean a?",
                "{lights: [RED], needed: 3} = x:1:11  lights  found RED; expected one of red, green-arrow; did you mean red?",
                "{big: 9223372036854775808, needed: 3} = x:1:7  big  found 9223372036854775808; expected a whole number from"
                        + " -9223372036854775808 to 9223372036854775807 in plain digits",
                "{number: 1., needed: 3} = x:1:10  number  found 1.; expected a number",
                "{number: 1e999, needed: 3} = x:1:10  number  found 1e999; expected a number",
                "{text: ' ', needed: 3} = x:1:8  text  found the text \" \"; expected text (in quotes if it is a number or truth value)",
                "{flag: true} = x:1:1  needed  found nothing; expected a whole number from 1 to 9 in plain digits"
            })
    void whatDoesNotFitIsSaid(String yaml, String expected) {
        Problems problems = new Problems();
        assertNull(bind(yaml, problems));
        assertEquals(expected, problems.error().getMessage());
    }

    @ParameterizedTest
    @CsvSource({"hiden, hidden, 1", "hidden, hidden, 0", "lsat, last, 1", "gru, lstm, 4", "'', abc, 3", "ca, abc, 3"})
    void editsAreCountedWithSwaps(String a, String b, int edits) {
        assertEquals(edits, Nearest.edits(a, b));
    }

    @Test
    void nothingIsSuggestedForAWordThatIsFarFromAll() {
        assertEquals("", Nearest.hint("transformer", List.of("rnn", "gru", "lstm")));
        assertEquals("; did you mean lstm?", Nearest.hint("LSTM", List.of("rnn", "gru", "lstm")));
    }

    private static @Nullable Record bind(String yaml, Problems problems) {
        return new Binder(All.class, problems).bind(YamlReader.parse(yaml, "x", problems));
    }
}
