package org.contexture.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FamilyTest {
    /** Differences 1 … n: the clearest outcome that n seeds can have. */
    private static Family.Named clear(String name, int n) {
        double[] a = IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray();
        return new Family.Named(name, PairedComparison.of(a, new double[n]));
    }

    private static Family.Named balanced(String name, int n) {
        double[] a = IntStream.range(0, n).mapToDouble(i -> i % 2 == 0 ? 1 : -1).toArray();
        return new Family.Named(name, PairedComparison.of(a, new double[n]));
    }

    @Test
    void testsAreCorrectedAndTooFewSeedsAreListed() {
        Family family = Family.of(List.of(clear("few", 5), clear("eight", 8), balanced("none", 8), clear("ten", 10)));
        assertEquals(3, family.corrected());
        assertEquals(
                List.of("few", "eight", "none", "ten"),
                family.members().stream().map(Family.Member::name).toList());
        assertEquals(
                List.of(Double.NaN, 2 * 2 / 256.0, 1.0, 3 * 2 / 1024.0),
                family.members().stream().map(Family.Member::correctedP).toList());
        assertEquals(
                List.of(Verdict.TOO_FEW_SEEDS, Verdict.SIGNIFICANT, Verdict.NOT_SIGNIFICANT, Verdict.SIGNIFICANT),
                family.members().stream().map(Family.Member::verdict).toList());
    }

    /** Two comparisons of six seeds: 2 · 2 / 2^6 is above 0.05, so nothing can come of them together. */
    @Test
    void aFamilyCanBeTooLargeForItsSeeds() {
        Family family = Family.of(List.of(clear("a", 6), clear("b", 6)));
        assertEquals(2, family.corrected());
        for (Family.Member member : family.members()) {
            assertEquals(0.0625, member.correctedP());
            assertEquals(0.0625, member.smallestCorrectedP());
            assertEquals(Verdict.TOO_FEW_SEEDS, member.verdict());
        }
        Family alone = Family.of(List.of(clear("a", 6)));
        assertEquals(Verdict.SIGNIFICANT, alone.members().get(0).verdict());
    }

    /** Six seeds beside eight: the least corrected p's are 2 · 2/2^8 and then 2/2^6, so both can still be told apart. */
    @Test
    void moreSeedsOfOneMakeRoomForTheOther() {
        Family family = Family.of(List.of(clear("six", 6), clear("eight", 8)));
        assertEquals(0.03125, family.members().get(0).correctedP());
        assertEquals(Verdict.SIGNIFICANT, family.members().get(0).verdict());
        Family unlucky = Family.of(List.of(clear("six", 6), balanced("eight", 8)));
        assertEquals(0.0625, unlucky.members().get(0).correctedP());
        assertEquals(Verdict.NOT_SIGNIFICANT, unlucky.members().get(0).verdict());
    }

    @Test
    void nothingIsAFamilyToo() {
        assertEquals(new Family(List.of(), 0), Family.of(List.of()));
    }
}
