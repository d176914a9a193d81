package org.contexture.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What scores mean, and where they are known to differ from sacreBLEU's. */
class MetricsTest {
    private static final Bleu NONE = Bleu.DEFAULT.withTokenize(Tokenization.NONE);

    private static double score(Metric metric, String hypothesis, String reference) {
        return new Scorer(metric, References.of(List.of(reference)))
                .score(List.of(hypothesis))
                .value();
    }

    private static Bleu ofOrder(int order) {
        return new Bleu(Tokenization.NONE, false, Smoothing.EXP, null, order, false);
    }

    private static Bleu.BleuParts parts(Bleu bleu, List<String> hypotheses, List<String> references) {
        return (Bleu.BleuParts)
                new Scorer(bleu, References.of(references)).score(hypotheses).parts();
    }

    /** The example of sacreBLEU's README and of its own tests (test_bleu.py). */
    @Test
    void sacreBleusOwnExampleHasItsPublishedScores() {
        References references = References.ofSets(List.of(
                List.of("The dog bit the man.", "It was not unexpected.", "The man bit him first."),
                List.of("The dog had bit the man.", "No one was surprised.", "The man had bitten the dog.")));
        List<String> system = List.of("The dog bit the man.", "It wasn't surprising.", "The man had just bitten him.");
        assertEquals(
                48.530827009929865,
                new Scorer(Bleu.DEFAULT, references).score(system).value());
        List<String> published = List.of("77.65", "60.50", "53.93", "48.53", "46.14", "43.28");
        List<String> ours = IntStream.rangeClosed(1, 6)
                .mapToObj(order -> new Bleu(Tokenization.MTEVAL_13A, false, Smoothing.EXP, null, order, false))
                .map(bleu -> new Scorer(bleu, references).score(system).number(2))
                .toList();
        assertEquals(published, ours);
    }

    @Test
    void aHypothesisTwoThirdsAsLongKeeps607ThousandthsOfTheFullScore() {
        Bleu.BleuParts parts = parts(ofOrder(2), List.of("je suis"), List.of("je suis chez"));
        assertEquals(List.of(100.0, 100.0), parts.precisions());
        assertEquals(100 * Math.exp(1 - 3.0 / 2), parts.score(), 1e-12);
    }

    @Test
    void aLongerHypothesisIsNotPenalisedForItsLength() {
        assertEquals(1.0, parts(NONE, List.of("a b c d e"), List.of("a b c d")).brevityPenalty());
    }

    @Test
    void repeatingAWordOfTheReferenceEarnsItOnlyOnce() {
        assertEquals(25.0, score(ofOrder(1), "the the the the", "the cat sat down"), 1e-12);
    }

    @Test
    void countsAreSummedOverTheCorpusBeforeTheyAreDivided() {
        assertEquals(
                List.of(25.0),
                parts(ofOrder(1), List.of("a", "x y z"), List.of("a", "u v w")).precisions());
    }

    @Test
    void noMatchAtAllScoresZeroInSpiteOfSmoothing() {
        assertEquals(0.0, score(NONE, "a b c d", "e f g h"));
    }

    @Test
    void emptyHypothesesScoreZeroAndStillPrint() {
        Score score = new Scorer(NONE, References.of(List.of("a b"))).score(List.of(""));
        assertEquals(
                "BLEU|#:1|c:mixed|e:no|tok:none|s:exp|v:contexture-0.1|sb:2.6.0 = 0.00 0.0/0.0/0.0/0.0"
                        + " (BP = 0.000 ratio = 0.000 hyp_len = 0 ref_len = 2)",
                score.line(2, true));
    }

    @Test
    void theReferenceNearestInLengthCountsAndOfTwoTheShorter() {
        References references = References.ofSets(List.of(List.of("a b c d e"), List.of("a"), List.of("a b c")));
        Score score = new Scorer(NONE, references).score(List.of("a b"));
        assertEquals(1, ((Bleu.BleuParts) score.parts()).referenceLength());
    }

    @Test
    void segmentsMayHaveDifferentNumbersOfReferences() {
        List<@Nullable String> second = Arrays.asList("b", null);
        References references = References.ofSets(List.of(List.of("a", "c"), second));
        Score score = new Scorer(ofOrder(1), references).score(List.of("b", "c"));
        assertEquals(100.0, score.value(), 1e-12);
        assertEquals("var", score.signature().fields().get("nrefs"));
    }

    @Test
    void aMovedBlockIsOneEdit() {
        assertEquals(100.0 / 6, score(Ter.DEFAULT, "d e f a b c", "a b c d e f"), 1e-12);
        assertEquals(0.0, score(Ter.DEFAULT, "", ""));
        assertEquals(100.0, score(Ter.DEFAULT, "a", ""));
    }

    @Test
    void chrfIgnoresWhiteSpaceUnlessTold() {
        assertEquals(100.0, score(Chrf.DEFAULT, "ab c", "a bc"), 1e-12);
        Chrf spaced = new Chrf(6, 0, 2, false, true, false);
        assertTrue(score(spaced, "ab c", "a bc") < 100);
        assertEquals("chrF2++", new Chrf(6, 2, 2, false, false, false).name());
    }

    /** Matches by brute force: each n-gram of the hypothesis strikes out one of the reference. */
    @Test
    void theTrieCountsAsCrossingOutDoes() {
        Random random = new Random(4);
        for (int round = 0; round < 300; round++) {
            int[] reference = random.ints(random.nextInt(30), 0, 4).toArray();
            int[] hypothesis = random.ints(random.nextInt(30), -1, 4).toArray();
            int[] matches = NgramTrie.of(5, reference).matches(hypothesis);
            for (int n = 1; n <= 5; n++) {
                assertEquals(crossedOut(hypothesis, reference, n), matches[n - 1]);
            }
        }
    }

    private static int crossedOut(int[] hypothesis, int[] reference, int n) {
        List<String> left = new java.util.ArrayList<>();
        for (int i = 0; i + n <= reference.length; i++) {
            left.add(Arrays.toString(Arrays.copyOfRange(reference, i, i + n)));
        }
        int crossed = 0;
        for (int i = 0; i + n <= hypothesis.length; i++) {
            crossed += left.remove(Arrays.toString(Arrays.copyOfRange(hypothesis, i, i + n))) ? 1 : 0;
        }
        return crossed;
    }

    /** U+061D, an Arabic mark, is punctuation since Unicode 14; JDK 17 knows Unicode 13, Python's regex 15. */
    @Test
    void charactersNewerThanTheJvmsUnicodeAreNoPunctuationToIntl() {
        boolean known = Character.getType(0x61D) != Character.UNASSIGNED;
        List<String> expected = known ? List.of("a", "\u061D", "b") : List.of("a\u061Db");
        assertEquals(expected, Tokenization.INTL.tokens("a\u061Db"));
    }

    /** Python looks past the colon and keeps the sigma medial: {@code ασ:β}. */
    @Test
    void aSigmaBeforeAColonIsFinalToJava() {
        assertEquals("ας:β", PythonText.lower("ΑΣ:Β"));
        assertEquals("ασβ ας", PythonText.lower("ΑΣΒ ΑΣ"));
    }

    @Test
    void theExponentialIsThatOfTheGnuCLibrary() {
        // math.exp of Python 3.11 on glibc 2.36; Math.exp gives another last digit for the first.
        assertEquals(
                28.227983861579556,
                CLibrary.exp((4.382026634673881 + 3.7942399697717626 + 3.2188758248682006 + 1.9661128563728327) / 4));
        assertEquals(Math.E, CLibrary.exp(1));
        assertEquals(1.0, CLibrary.exp(0));
        assertEquals(0.0, CLibrary.exp(-2.5e9));
        assertEquals(Double.POSITIVE_INFINITY, CLibrary.exp(800));
    }

    @Test
    void smoothingWithoutAUseForAValueRefusesOne() {
        Throwable error = assertThrows(
                IllegalArgumentException.class, () -> new Bleu(Tokenization.NONE, false, Smoothing.EXP, 0.5, 4, false));
        assertEquals(
                "smoothing exp takes no value, but 0.5 is given; only floor and add-k have one", error.getMessage());
    }

    @Test
    void aMissingHypothesisIsRefused() {
        Scorer scorer = new Scorer(NONE, References.of(List.of("a", "b")));
        Throwable error = assertThrows(IllegalArgumentException.class, () -> scorer.score(List.of("a")));
        assertEquals(
                "a score needs one hypothesis a reference, but there are 1 hypotheses and 2 references",
                error.getMessage());
    }
}
