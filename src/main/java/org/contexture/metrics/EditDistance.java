package org.contexture.metrics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Levenshtein distance between a hypothesis and a reference within a beam around the diagonal, with what it was reached by. Rows are
 * hypothesis words. Of equal ways, a match or substitution comes before a surplus hypothesis word, and that before a missing one;
 * this decides which moves {@link EditRate} tries.
 */
final class EditDistance {
    private static final int BEAM = 25;
    private static final int FAR = 1 << 29;

    private static final byte MATCH = 0;
    private static final byte SUBSTITUTION = 1;
    private static final byte SURPLUS = 2;
    private static final byte MISSING = 3;

    private final int[] reference;
    private final int[][] costs;
    private final byte[][] ways;
    private final double ratio;
    private final int beam;
    private int[] words;

    // Rows of a hypothesis that is only tried.
    private int[] before;
    private int[] row;

    EditDistance(int[] hypothesis, int[] reference) {
        this.reference = reference;
        this.words = hypothesis;
        costs = new int[hypothesis.length + 1][reference.length + 1];
        ways = new byte[hypothesis.length + 1][reference.length + 1];
        before = new int[reference.length + 1];
        row = new int[reference.length + 1];
        ratio = hypothesis.length == 0 ? 1 : (double) reference.length / hypothesis.length;
        // Where lengths differ so much that the beams of two rows would not overlap, it is wider.
        beam = BEAM < ratio / 2 ? (int) Math.ceil(ratio / 2 + BEAM) : BEAM;
        for (int j = 0; j <= reference.length; j++) {
            costs[0][j] = j;
            ways[0][j] = MISSING;
        }
        set(hypothesis);
    }

    /** Takes another order of the same number of words. */
    void set(int[] hypothesis) {
        words = hypothesis;
        for (int i = 1; i <= words.length; i++) {
            fill(i, words[i - 1], costs[i - 1], costs[i], ways[i]);
        }
    }

    /** The distance. */
    int total() {
        return costs[words.length][reference.length];
    }

    /** The distance of another order of the words, which is the same before word {@code first}. */
    int of(int[] others, int first) {
        int[] above = costs[first];
        for (int i = first + 1; i <= others.length; i++) {
            fill(i, others[i - 1], above, row, null);
            int[] free = before;
            before = row;
            above = row;
            row = free;
        }
        return above[reference.length];
    }

    private void fill(int i, int word, int[] above, int[] costs, byte @Nullable [] ways) {
        int diagonal = (int) Math.floor(i * ratio);
        int first = Math.max(0, diagonal - beam);
        int end = i == words.length ? reference.length + 1 : Math.min(reference.length + 1, diagonal + beam);
        Arrays.fill(costs, 0, Math.min(first, costs.length), FAR);
        for (int j = first; j < end; j++) {
            int cost = FAR;
            byte way = MATCH;
            if (j == 0) {
                cost = above[0] + 1;
                way = SURPLUS;
            } else {
                boolean same = word == reference[j - 1];
                int beside = above[j - 1] + (same ? 0 : 1);
                if (beside < cost) {
                    cost = beside;
                    way = same ? MATCH : SUBSTITUTION;
                }
                if (above[j] + 1 < cost) {
                    cost = above[j] + 1;
                    way = SURPLUS;
                }
                if (costs[j - 1] + 1 < cost) {
                    cost = costs[j - 1] + 1;
                    way = MISSING;
                }
            }
            costs[j] = cost;
            if (ways != null) {
                ways[j] = way;
            }
        }
        Arrays.fill(costs, Math.min(end, costs.length), costs.length, FAR);
    }

    /** How the words stand by the reference's. */
    Alignment alignment() {
        int[] hypothesisOf = new int[reference.length];
        int[] wrongInReference = new int[reference.length + 1];
        int[] wrongInHypothesis = new int[words.length + 1];
        int i = words.length;
        int j = reference.length;
        while (i > 0 || j > 0) {
            byte way = ways[i][j];
            int wrong = way == MATCH ? 0 : 1;
            if (way != SURPLUS) {
                hypothesisOf[--j] = i - 1;
                wrongInReference[j + 1] = wrong;
            }
            if (way != MISSING) {
                wrongInHypothesis[i--] = wrong;
            }
        }
        addUp(wrongInReference);
        addUp(wrongInHypothesis);
        return new Alignment(hypothesisOf, wrongInReference, wrongInHypothesis);
    }

    private static void addUp(int[] counts) {
        for (int k = 1; k < counts.length; k++) {
            counts[k] += counts[k - 1];
        }
    }
}
