package org.contexture.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
    @TempDir
    Path folder = Path.of(".");

    /** Pairs 0 to different − 1, over and over. */
    private Draft pairs(int lines, int different) throws IOException {
        write("a.tsv", IntStream.range(0, lines).map(i -> i % different));
        return Draft.pairs("a.tsv");
    }

    private void write(String name, IntStream numbers) throws IOException {
        Files.writeString(
                folder.resolve(name),
                numbers.mapToObj(i -> "s" + i + "\tt" + i + "\n").collect(Collectors.joining()));
    }

    private Corpus load(Draft draft) {
        return Corpus.load(draft.settings(), folder);
    }

    @Test
    void aTenthOfTheTrainingPairsValidatesByDefaultAndFilesHaveNoTest() throws IOException {
        Corpus corpus = load(pairs(1000, 1000));
        assertEquals(
                List.of(900, 100, 0),
                List.of(
                        corpus.train().size(),
                        corpus.valid().size(),
                        corpus.test().size()));
        assertEquals(List.of("corpus.valid: 100 of 1,000 training pairs held out"), corpus.notes());
    }

    @Test
    void bothFractionsAreOfAllTrainingPairs() throws IOException {
        Corpus corpus =
                load(pairs(1000, 1000).valid(SplitSettings.ofFraction(0.2)).test(SplitSettings.ofFraction(0.5)));
        assertEquals(
                List.of(300, 200, 500),
                List.of(
                        corpus.train().size(),
                        corpus.valid().size(),
                        corpus.test().size()));
        assertTrue(Collections.disjoint(corpus.valid(), corpus.test()));
    }

    @Test
    void theSeedDecidesWhatIsHeldOutAndOrderIsKept() throws IOException {
        Draft draft = pairs(1000, 1000);
        Corpus corpus = load(draft);
        assertEquals(corpus, load(draft));
        assertNotEquals(
                Set.copyOf(corpus.valid()), Set.copyOf(load(draft.seed(2)).valid()));
        List<Integer> order = corpus.train().stream()
                .map(pair -> Integer.parseInt(pair.source().substring(1)))
                .toList();
        assertEquals(order.stream().sorted().toList(), order);
    }

    @Test
    void copiesOfAPairStayTogetherAndTheSizeStaysClose() throws IOException {
        Corpus corpus = load(pairs(1000, 300));
        assertTrue(Collections.disjoint(corpus.train(), corpus.valid()));
        assertEquals(1000, corpus.train().size() + corpus.valid().size());
        assertEquals(100, corpus.valid().size(), 2);
    }

    @Test
    void whereCopiesForbidTheSizeTheNearestIsTaken() throws IOException {
        // 5 pairs of 20 copies: a tenth is 10, and 20 is nearer than nothing.
        Corpus corpus = load(pairs(100, 5));
        assertEquals(20, corpus.valid().size());
        assertTrue(
                corpus.notes().get(0).contains("20 of 100 training pairs held out instead of 10, because"),
                corpus.notes()::toString);
        // 7 copies each: 33 wanted, 28 fit, 35 is nearer.
        assertEquals(
                35,
                load(pairs(70, 10).valid(SplitSettings.ofFraction(0.47)))
                        .valid()
                        .size());
        // 12 copies each: 40 wanted, 36 is nearer than 48.
        assertEquals(
                36,
                load(pairs(120, 10).valid(SplitSettings.ofFraction(1.0 / 3)))
                        .valid()
                        .size());
    }

    @Test
    void theRepeatedPrimitiveStaysInTraining() {
        for (long seed = 1; seed <= 5; seed++) {
            Corpus corpus =
                    load(Draft.of(Task.SCAN).split(ScanSplit.ADD_PRIM_JUMP).seed(seed));
            assertEquals(
                    List.of(13_203, 1_467),
                    List.of(corpus.train().size(), corpus.valid().size()));
            assertEquals(1_467, new HashSet<>(corpus.valid()).size());
        }
    }

    @Test
    void aPairOfManyCopiesIsHeldOutOnlyWhenNoOtherIsLeft() {
        SentencePair many = new SentencePair("many", "many");
        List<SentencePair> pairs = new ArrayList<>(Collections.nCopies(5, many));
        IntStream.range(0, 12).forEach(i -> pairs.add(new SentencePair("s" + i, "t" + i)));
        for (int seed = 1; seed <= 50; seed++) {
            Parts parts = HoldOut.part(pairs, 10, new RandomStream(seed, "part"), "corpus.valid");
            assertEquals(10, parts.heldOut().size());
            assertFalse(parts.heldOut().contains(many));
        }
    }

    @Test
    void ifNothingFitsTheRarestPairIsTaken() {
        // 4, 5, 6, 7 and 8 copies.
        List<SentencePair> pairs = IntStream.rangeClosed(4, 8)
                .boxed()
                .flatMap(n -> Collections.nCopies(n, new SentencePair("s" + n, "t" + n)).stream())
                .toList();
        for (int seed = 1; seed <= 20; seed++) {
            Parts parts = HoldOut.part(pairs, 3, new RandomStream(seed, "part"), "corpus.valid");
            assertEquals(4, parts.heldOut().size());
        }
    }

    @Test
    void aFractionHoldsOutAtLeastOnePairAndLeavesOne() throws IOException {
        assertEquals(List.of("s0", "s1"), bothSides(load(pairs(2, 2))));
        assertEquals(
                1,
                load(pairs(3, 3).valid(SplitSettings.ofFraction(0.9))).train().size());
        assertEquals(
                5,
                load(pairs(10, 2).valid(SplitSettings.ofFraction(0.9))).train().size());
        assertEquals(
                List.of("corpus.valid: 1 of 4 training pairs held out"),
                load(pairs(4, 4).valid(SplitSettings.ofFraction(0.01))).notes());
    }

    private static List<String> bothSides(Corpus corpus) {
        assertEquals(
                List.of(1, 1), List.of(corpus.train().size(), corpus.valid().size()));
        return List.of(corpus.train().get(0).source(), corpus.valid().get(0).source()).stream()
                .sorted()
                .toList();
    }

    @Test
    void onePairCannotBeParted() throws IOException {
        Draft draft = pairs(10, 1);
        String message = Refusal.of(() -> load(draft));
        assertTrue(message.startsWith("corpus.valid cannot hold out"), message);
        assertEquals(10, load(draft.valid(Draft.NONE)).train().size());
    }

    @Test
    void heldOutSetsComeFromFilesAndSharedPairsAreNoted() throws IOException {
        Draft draft = pairs(100, 100);
        write("valid.tsv", IntStream.range(90, 120));
        write("test.tsv", IntStream.range(200, 210));
        Corpus corpus = load(draft.valid(new SplitSettings(null, null, "valid.tsv", null, null, false))
                .test(new SplitSettings(null, null, "test.tsv", null, null, false)));
        assertEquals(
                List.of(100, 30, 10),
                List.of(
                        corpus.train().size(),
                        corpus.valid().size(),
                        corpus.test().size()));
        assertEquals(List.of("10 of 30 validation pairs are also training pairs"), corpus.notes());
    }

    @Test
    void aFileForScanReplacesItsOwnTest() throws IOException {
        Files.writeString(folder.resolve("t.txt"), "IN: walk OUT: I_WALK\n");
        SplitSettings file = new SplitSettings(null, null, null, "t.txt", null, false);
        assertEquals(1, load(Draft.of(Task.SCAN).test(file)).test().size());
        assertEquals(0, load(Draft.of(Task.SCAN).test(Draft.NONE)).test().size());
    }

    @Test
    void theTestLimitDrawsASampleInOrder() throws IOException {
        Draft draft = pairs(10, 10);
        write("test.tsv", IntStream.range(100, 600));
        draft.test(new SplitSettings(null, null, "test.tsv", null, null, false));
        List<Integer> sample = load(draft.testLimit(50)).test().stream()
                .map(pair -> Integer.parseInt(pair.source().substring(1)))
                .toList();
        assertEquals(50, sample.size());
        assertEquals(sample.stream().sorted().distinct().toList(), sample);
        assertTrue(sample.get(49) - sample.get(0) > 250, "a sample, not a head: " + sample);
        assertNotEquals(
                sample,
                load(draft.seed(2)).test().stream()
                        .map(pair -> Integer.parseInt(pair.source().substring(1)))
                        .toList());
        Corpus whole = load(draft.testLimit(501));
        assertEquals(500, whole.test().size());
        assertEquals(1, whole.notes().size(), "only the validation pairs are worth a note");
    }

    @Test
    void theFingerprintTellsWhereSentencesAndSetsEnd() {
        SentencePair a = new SentencePair("a", "bc");
        SentencePair b = new SentencePair("ab", "c");
        assertNotEquals(Fingerprint.of(List.of(List.of(a))), Fingerprint.of(List.of(List.of(b))));
        assertNotEquals(
                Fingerprint.of(List.of(List.of(a), List.of(b))), Fingerprint.of(List.of(List.of(a, b), List.of())));
        assertNotEquals(Fingerprint.of(List.of(List.of(a, b))), Fingerprint.of(List.of(List.of(b, a))));
    }

    /** From Python: hashlib.sha256(b'\0\0\0\1' + b'\0\0\0\2' + 'ä'.encode() + b'\0\0\0\1b' + b'\0\0\0\0'). */
    @Test
    void theFingerprintIsTheDocumentedSha256() {
        assertEquals(
                "8c9286285eb449cc27bf0f01bcd4c24cb393abc1cd3d124005a0c86731b4d9b1",
                Fingerprint.of(List.of(List.of(new SentencePair("ä", "b")), List.of())));
    }
}
