package org.contexture.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Comparisons that are made together, with p-values corrected for their number ({@link Holm}): of twenty comparisons of equal
 * systems one would be significant by chance.
 *
 * <p>A comparison whose seeds are too few to be significant even alone is listed and left out of the correction. That is sound: it
 * will never be rejected, so never falsely, and it is picked by its number of seeds, not by its outcome (Tarone, 1990: "A modified
 * Bonferroni method for discrete data"). The others stay in the correction, all of them. Of one whose clearest outcome would not
 * survive the correction, with all others at their clearest too, the verdict is also that there are too few seeds.
 *
 * @param members in the order given
 * @param corrected how many members share the correction
 */
public record Family(List<Member> members, int corrected) {
    /** A comparison and what to call it. */
    public record Named(String name, PairedComparison comparison) {
        private boolean testable() {
            return comparison.signFlip().canReach(Verdict.ALPHA);
        }
    }

    /**
     * One of the comparisons.
     *
     * @param correctedP Holm's adjusted p of its sign-flip test; NaN if it is left out of the correction
     * @param smallestCorrectedP what that could be at the least, with these numbers of seeds; NaN if it is left out
     * @param verdict by the corrected p
     */
    public record Member(
            String name, PairedComparison comparison, double correctedP, double smallestCorrectedP, Verdict verdict) {
        /** Called otherwise. */
        public Member named(String other) {
            return new Member(other, comparison, correctedP, smallestCorrectedP, verdict);
        }

        private static Member of(Named named, double p, double smallest) {
            return new Member(named.name, named.comparison, p, smallest, Verdict.of(p, smallest));
        }

        private static Member untested(Named named) {
            return new Member(named.name, named.comparison, Double.NaN, Double.NaN, Verdict.TOO_FEW_SEEDS);
        }
    }

    public Family {
        members = List.copyOf(members);
    }

    /** Of these comparisons; there may be none. */
    public static Family of(List<Named> comparisons) {
        List<SignFlip> tests = comparisons.stream()
                .filter(Named::testable)
                .map(named -> named.comparison().signFlip())
                .toList();
        double[] p = Holm.adjust(tests.stream().mapToDouble(SignFlip::p).toArray());
        // An adjusted p never falls when any p rises, so this is the least that each can come to.
        double[] smallest =
                Holm.adjust(tests.stream().mapToDouble(SignFlip::smallestP).toArray());
        List<Member> members = new ArrayList<>();
        int next = 0;
        for (Named named : comparisons) {
            if (named.testable()) {
                members.add(Member.of(named, p[next], smallest[next]));
                next++;
            } else {
                members.add(Member.untested(named));
            }
        }
        return new Family(members, tests.size());
    }
}
