package org.contexture.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScanTest {
    private static Corpus scan(Draft draft) {
        return Corpus.load(draft.valid(Draft.NONE).settings(), Path.of("."));
    }

    private static Corpus scan(ScanSplit split) {
        return scan(Draft.of(Task.SCAN).split(split));
    }

    private static void hasSizes(int train, int test, Corpus corpus) {
        assertEquals(
                List.of(train, test),
                List.of(corpus.train().size(), corpus.test().size()));
        Set<SentencePair> trained = new HashSet<>(corpus.train());
        assertTrue(corpus.test().stream().noneMatch(trained::contains), "a test command is trained");
    }

    /** The digest of the published files of the simple split, training and test together, sorted bytewise. */
    @Test
    void theGrammarMakesThePublishedCommandsAndActions() throws GeneralSecurityException {
        String lines = Scan.commands().stream()
                .map(pair -> "IN: " + pair.source() + " OUT: " + pair.target() + "\n")
                .sorted()
                .collect(Collectors.joining());
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.US_ASCII));
        assertEquals(
                "6be4b39bc8bf3a20be810b6991250d0493e608560609db6765dd679e1ed1c98e",
                HexFormat.of().formatHex(digest));
    }

    @Test
    void theSimpleSplitTrainsFourFifths() {
        hasSizes(16_728, 4_182, scan(ScanSplit.SIMPLE));
    }

    @Test
    void thePercentIsOfAllCommandsAndRoundedDown() {
        hasSizes(1_672, 19_238, scan(Draft.of(Task.SCAN).percent(8)));
        hasSizes(209, 20_701, scan(Draft.of(Task.SCAN).percent(1)));
        hasSizes(13_382, 7_528, scan(Draft.of(Task.SCAN).percent(64)));
    }

    @Test
    void aPercentThatLeavesASideEmptyIsRefused() {
        for (double percent : new double[] {0.001, 100}) {
            Draft draft = Draft.of(Task.SCAN).percent(percent);
            String message = Refusal.of(() -> scan(draft));
            assertTrue(message.startsWith("corpus.percent is " + percent), message);
        }
    }

    @Test
    void theLengthSplitTestsLongerActionSequencesThanItTrains() {
        Corpus corpus = scan(ScanSplit.LENGTH);
        hasSizes(16_990, 3_920, corpus);
        assertEquals(22, longest(corpus.train().stream()));
        assertEquals(48, longest(corpus.test().stream()));
    }

    private static int longest(Stream<SentencePair> pairs) {
        return pairs.mapToInt(pair -> pair.target().split(" ").length).max().orElse(0);
    }

    @Test
    void jumpIsTrainedAloneAndRepeated() {
        isPrimitiveSplit("jump", 1_467, scan(ScanSplit.ADD_PRIM_JUMP));
        hasSizes(14_670, 7_706, scan(ScanSplit.ADD_PRIM_JUMP));
    }

    @Test
    void turnLeftIsTrainedAloneAndRepeated() {
        isPrimitiveSplit("turn left", 2_189, scan(ScanSplit.ADD_PRIM_TURN_LEFT));
        hasSizes(21_890, 1_208, scan(ScanSplit.ADD_PRIM_TURN_LEFT));
    }

    private static void isPrimitiveSplit(String primitive, int copies, Corpus corpus) {
        Map<String, Long> trained =
                corpus.train().stream().collect(Collectors.groupingBy(SentencePair::source, Collectors.counting()));
        assertEquals(copies, trained.remove(primitive));
        assertEquals(Set.of(1L), new HashSet<>(trained.values()));
        assertTrue(trained.keySet().stream().noneMatch(command -> command.contains(primitive)));
        assertTrue(corpus.test().stream().allMatch(pair -> pair.source().contains(primitive)));
    }

    @Test
    void theSeedDrawsTheSimpleSplitFromTheSameCommands() {
        Corpus one = scan(Draft.of(Task.SCAN).seed(1));
        Corpus two = scan(Draft.of(Task.SCAN).seed(2));
        assertEquals(one.sha256(), scan(Draft.of(Task.SCAN).seed(1)).sha256());
        assertNotEquals(new HashSet<>(one.test()), new HashSet<>(two.test()));
        assertEquals(all(one), all(two));
    }

    private static Set<SentencePair> all(Corpus corpus) {
        return Stream.of(corpus.train(), corpus.test())
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
    }

    /** A table keeps the first test sentences; in the grammar's order they would all begin with the same word. */
    @Test
    void theFirstTestSentencesAreAFairSample() {
        for (ScanSplit split : ScanSplit.values()) {
            Map<String, Long> joined = scan(split).test().stream()
                    .limit(200)
                    .map(pair -> pair.source().contains(" and ") ? "and" : "after")
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            assertTrue(
                    joined.getOrDefault("and", 0L) > 60 && joined.getOrDefault("after", 0L) > 60, split + " " + joined);
        }
    }
}
