package org.contexture.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {
    private static final Tokenizer WHITESPACE = Tokenizer.of(TokenizerKind.WHITESPACE);
    private static final Tokenizer CHARACTER = Tokenizer.of(TokenizerKind.CHARACTER);
    private static final Tokenizer WORD = Tokenizer.of(TokenizerKind.WORD);

    @Test
    void whitespaceSeparatesAtEverySpaceOfUnicode() {
        assertEquals(List.of("a", "b.", "c", "d", "e"), WHITESPACE.tokenize("\u3000a  b.\u00A0c\u0085d\u2028e\t"));
        assertEquals("a b.", WHITESPACE.detokenize(List.of("a", "b.")));
    }

    @Test
    void charactersAreCodePoints() {
        assertEquals(List.of("ä", " ", "😀", "+"), CHARACTER.tokenize("ä 😀+"));
        assertEquals("ä 😀+", CHARACTER.detokenize(CHARACTER.tokenize("ä 😀+")));
    }

    @Test
    void wordsAreCutFromPunctuation() {
        assertEquals(
                List.of("He", "doesn't", "(", "yet", ")", "pay", "3.50", ",", "well-known", "…", "!", "?"),
                WORD.tokenize("He doesn't (yet) pay 3.50, well-known…!?"));
        assertEquals(
                List.of("Über", "die", "Straße", "–", "„", "schnell", "“", "."),
                WORD.tokenize("Über die Straße – „schnell“."));
        assertEquals(List.of("a", "b", "c"), WORD.tokenize("a\u00A0b\u0085 c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A man, a plan.",
                "He said (twice): \"Go!\" and \"stay\".",
                "„Schnell“, rief sie?",
                "It isn’t 5 km/h; it's 3.5…",
                "«Ça va?» – [non]",
                "She said “go”."
            })
    void wordsJoinAsTheyWereWritten(String text) {
        assertEquals(text, WORD.detokenize(WORD.tokenize(text)));
    }

    @ParameterizedTest
    @EnumSource(TokenizerKind.class)
    void whiteSpaceAloneHasNoTokens(TokenizerKind kind) {
        assertEquals(List.of(), Tokenizer.of(kind).tokenize(" \t\u00A0\u2028\u0085"));
        assertEquals(List.of(), Tokenizer.of(kind).tokenize(""));
        assertEquals("", Tokenizer.of(kind).detokenize(List.of()));
    }

    @ParameterizedTest
    @EnumSource(TokenizerKind.class)
    void manyThreadsShareOneTokenizer(TokenizerKind kind) {
        Tokenizer tokenizer = Tokenizer.of(kind);
        boolean same = IntStream.range(0, 20_000).parallel().allMatch(i -> String.join(
                        "", tokenizer.tokenize("n" + i + " b, c" + i))
                .replace(" ", "")
                .equals("n" + i + "b,c" + i));
        assertTrue(same);
    }
}
