package org.contexture.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BleuTest {
    @Test
    void corpusScoresAndTheirLinesAreThoseOfSacreBleuToTheLastDigit() throws IOException {
        JsonNode cases = golden();
        assertEquals(2, cases.size());
        for (JsonNode c : cases) {
            Bleu bleu = Bleu.of(sentences(c, "hypotheses"), sentences(c, "references"));
            assertEquals(c.get("score").doubleValue(), bleu.score());
            assertEquals(c.get("brevityPenalty").doubleValue(), bleu.brevityPenalty());
            assertEquals(c.get("line").textValue(), bleu.toString());
        }
    }

    @Test
    void sentenceScoresThatNeedSmoothingAreThoseOfSacreBleu() throws IOException {
        int smoothed = 0;
        for (JsonNode c : golden()) {
            List<List<String>> hypotheses = sentences(c, "hypotheses");
            List<List<String>> references = sentences(c, "references");
            for (int i = 0; i < hypotheses.size(); i++) {
                // sacreBLEU's sentence scores use the longest order the hypothesis has ("effective order").
                int order = Math.max(1, Math.min(Bleu.ORDER, hypotheses.get(i).size()));
                Bleu bleu = Bleu.of(hypotheses.subList(i, i + 1), references.subList(i, i + 1), order);
                assertEquals(
                        c.get("sentenceScores").get(i).doubleValue(), bleu.score(), 3e-14, hypotheses.get(i)::toString);
                smoothed += bleu.score() > 0 && lacksAnOrder(hypotheses.get(i), references.get(i), order) ? 1 : 0;
            }
        }
        assertTrue(smoothed >= 5, "only " + smoothed + " sentences lack a match of some order");
    }

    @Test
    void aHypothesisTwoThirdsAsLongKeeps607ThousandthsOfTheFullScore() {
        Bleu bleu = Bleu.of(corpus("je suis"), corpus("je suis chez"), 2);
        assertEquals(List.of(100.0, 100.0), bleu.precisions());
        assertEquals(100 * Math.exp(1 - 3.0 / 2), bleu.score(), 1e-12);
        assertEquals(0.607, bleu.brevityPenalty(), 0.0005);
    }

    @Test
    void aLongerHypothesisIsNotPenalisedForItsLength() {
        assertEquals(1.0, Bleu.of(corpus("a b c d e"), corpus("a b c d")).brevityPenalty());
    }

    @Test
    void repeatingAWordOfTheReferenceEarnsItOnlyOnce() {
        Bleu bleu = Bleu.of(corpus("the the the the"), corpus("the cat sat down"), 1);
        assertEquals(25.0, bleu.score(), 1e-12);
    }

    @Test
    void countsAreSummedOverTheCorpusBeforeTheyAreDivided() {
        Bleu bleu = Bleu.of(corpus("a", "x y z"), corpus("a", "u v w"), 1);
        assertEquals(List.of(25.0), bleu.precisions());
    }

    @Test
    void noMatchAtAllScoresZeroInSpiteOfSmoothing() {
        assertEquals(0.0, Bleu.of(corpus("a b c d"), corpus("e f g h")).score());
    }

    @Test
    void emptyHypothesesScoreZeroAndStillPrint() {
        assertEquals(
                "BLEU = 0.00 0.0/0.0/0.0/0.0 (BP = 0.000 ratio = 0.000 hyp_len = 0 ref_len = 2)",
                Bleu.of(List.of(List.of()), corpus("a b")).toString());
    }

    @Test
    void aMissingHypothesisIsRefused() {
        Throwable error = assertThrows(IllegalArgumentException.class, () -> Bleu.of(corpus("a"), corpus("a", "b")));
        assertEquals(
                "a score needs one hypothesis a reference, but there are 1 hypotheses and 2 references",
                error.getMessage());
    }

    private static boolean lacksAnOrder(List<String> hypothesis, List<String> reference, int order) {
        NgramMatches matches = new NgramMatches(order);
        matches.add(hypothesis, reference);
        return Arrays.stream(matches.correct()).anyMatch(c -> c == 0);
    }

    private static List<List<String>> corpus(String... sentences) {
        return Arrays.stream(sentences).map(s -> List.of(s.split(" "))).toList();
    }

    private static List<List<String>> sentences(JsonNode c, String key) {
        List<List<String>> sentences = new ArrayList<>();
        for (JsonNode sentence : c.get(key)) {
            List<String> tokens = new ArrayList<>();
            sentence.forEach(token -> tokens.add(token.textValue()));
            sentences.add(tokens);
        }
        return sentences;
    }

    private static JsonNode golden() throws IOException {
        try (InputStream in = BleuTest.class.getResourceAsStream("sacrebleu-2.6.0-excerpt.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in)).get("cases");
        }
    }
}
