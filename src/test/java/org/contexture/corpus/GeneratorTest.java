package org.contexture.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratorTest {
    private static Corpus load(Draft draft) {
        return Corpus.load(draft.settings(), Path.of("."));
    }

    private static List<SentencePair> all(Corpus corpus) {
        return Stream.of(corpus.train(), corpus.valid(), corpus.test())
                .flatMap(Collection::stream)
                .toList();
    }

    private static List<String> words(String sentence) {
        return new ArrayList<>(List.of(sentence.split(" ")));
    }

    /** These change only if generation or splitting does, and then every published result of the task is void. */
    @ParameterizedTest
    @CsvSource({
        "COPY, 3bc116a1dd05bb0aeb3e655b012523c97fa088deaffde3a0c24edcda7326b2d9",
        "REVERSE, 7af20c0da0470a7229238ad2cb77456df4a929ce6cefc37d23819f11bc23ae79",
        "SORT, 394d124a9d1e7af6822da69aa3e0db4c7c1a7e02e0d756c68fb530bd95654826",
        "ADDITION, 01e98044f2e932b4032ebe6ae0be5443d62ce92a9156719b735c7ec912ba4724",
        "SCAN, 0444d0a7686706f3475da865e630ab0bc16080ab25ee464d11f0efbe08c87357"
    })
    void aSeedFixesEveryByte(Task task, String sha256) {
        assertEquals(sha256, load(Draft.of(task)).sha256());
        assertNotEquals(sha256, load(Draft.of(task).seed(2)).sha256());
    }

    @Test
    void theSeedDrawsTheSentencesToo() {
        Draft whole = Draft.of(Task.ADDITION).valid(Draft.NONE).test(Draft.NONE);
        assertNotEquals(load(whole).train(), load(whole.seed(2)).train());
    }

    @Test
    void copyRepeatsItsSource() {
        assertTrue(all(load(Draft.of(Task.COPY))).stream()
                .allMatch(pair -> pair.source().equals(pair.target())));
    }

    @Test
    void reverseTurnsItsSourceAround() {
        for (SentencePair pair : all(load(Draft.of(Task.REVERSE).symbols(30)))) {
            List<String> words = words(pair.source());
            Collections.reverse(words);
            assertEquals(words, words(pair.target()));
        }
    }

    @Test
    void sortGoesByTheNumberOfTheSymbol() {
        for (SentencePair pair : all(load(Draft.of(Task.SORT).symbols(120)))) {
            List<String> words = words(pair.source());
            words.sort(Comparator.comparingInt(word -> Integer.parseInt(word.replace("s", ""))));
            assertEquals(words, words(pair.target()));
        }
    }

    @Test
    void symbolsAreDigitsThenNumbered() {
        Set<String> words = all(load(Draft.of(Task.COPY).symbols(12))).stream()
                .flatMap(pair -> words(pair.source()).stream())
                .collect(Collectors.toSet());
        assertEquals(Set.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "s10", "s11"), words);
    }

    @Test
    void everyLengthOccursAndNoOther() {
        Set<Integer> lengths = all(load(Draft.of(Task.COPY).length(3, 6))).stream()
                .map(pair -> words(pair.source()).size())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(3, 4, 5, 6), lengths);
    }

    @Test
    void additionAddsNumbersWithoutLeadingZeros() {
        Set<Integer> digits = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        for (SentencePair pair : all(load(Draft.of(Task.ADDITION).length(1, 12)))) {
            String[] summands = pair.source().split("\\+", -1);
            assertEquals(
                    new BigInteger(summands[0]).add(new BigInteger(summands[1])).toString(), pair.target());
            for (String summand : summands) {
                assertTrue(summand.matches("0|[1-9][0-9]*"), summand);
                digits.add(summand.length());
                seen.add(summand);
            }
        }
        assertTrue(seen.containsAll(Set.of("0", "9", "10")), "zero is a number of one digit");
        assertEquals(IntStream.rangeClosed(1, 12).boxed().collect(Collectors.toSet()), digits);
    }

    @Test
    void additionIsCutIntoCharacters() {
        Dataset dataset = Dataset.load(Draft.of(Task.ADDITION).settings(), Path.of("."));
        assertEquals(
                Set.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "+"),
                new HashSet<>(
                        dataset.source().tokens().subList(4, dataset.source().size())));
    }

    @Test
    void theSizeCountsHeldOutPairsToo() {
        Corpus corpus = load(Draft.of(Task.COPY).size(1000));
        assertEquals(
                List.of(800, 100, 100),
                List.of(
                        corpus.train().size(),
                        corpus.valid().size(),
                        corpus.test().size()));
    }

    @Test
    void fewDifferentSentencesRepeatInTrainingButNeverAcrossSets() {
        Corpus corpus = load(Draft.of(Task.COPY).length(1, 1).symbols(12).size(5000));
        assertEquals(5000, all(corpus).size());
        assertTrue(Collections.disjoint(corpus.train(), corpus.valid()));
        assertTrue(Collections.disjoint(corpus.train(), corpus.test()));
        assertTrue(Collections.disjoint(corpus.valid(), corpus.test()));
        assertFalse(corpus.valid().isEmpty() || corpus.test().isEmpty());
    }

    @Test
    void tooFewDifferentSentencesToSplitAreRefused() {
        String message = Refusal.of(() -> load(Draft.of(Task.COPY).length(1, 1).symbols(2)));
        assertTrue(message.startsWith("corpus.valid cannot hold out"), message);
        assertEquals(
                10_000,
                load(Draft.of(Task.COPY)
                                .length(1, 1)
                                .symbols(2)
                                .valid(Draft.NONE)
                                .test(Draft.NONE))
                        .train()
                        .size());
    }
}
