package org.contexture.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The ranks of differences by their size, doubled, so that the mean rank of equal ones is a whole number.
 *
 * @param doubled twice each rank, in rank order
 * @param smallerDoubled twice the smaller of the rank sums of positive and of negative differences
 * @param tieTerm Σ (t³ − t) over groups of t equal ones
 */
@SuppressWarnings("ArrayRecordComponent") // plain results, never compared
record SignedRanks(int[] doubled, int smallerDoubled, double tieTerm) {
    static SignedRanks of(double[] differences) {
        int n = differences.length;
        double[] sorted = IntStream.range(0, n)
                .mapToObj(i -> differences[i])
                .sorted(Comparator.comparingDouble(Math::abs))
                .mapToDouble(d -> d)
                .toArray();
        int[] doubled = new int[n];
        int positive = 0;
        double tieTerm = 0;
        int end;
        for (int start = 0; start < n; start = end) {
            end = endOfTies(sorted, start);
            double t = end - start;
            tieTerm += t * t * t - t;
            // Ranks start + 1 … end: the mean is half the sum of the two.
            Arrays.fill(doubled, start, end, start + 1 + end);
            int above =
                    (int) Arrays.stream(sorted, start, end).filter(d -> d > 0).count();
            positive += above * (start + 1 + end);
        }
        int total = n * (n + 1);
        return new SignedRanks(doubled, Math.min(positive, total - positive), tieTerm);
    }

    private static int endOfTies(double[] sorted, int start) {
        double size = Math.abs(sorted[start]);
        int end = start + 1;
        while (end < sorted.length && Math.abs(sorted[end]) <= size * (1 + Numbers.TOLERANCE)) {
            end++;
        }
        return end;
    }

    /** Twice the sum of all ranks. */
    int totalDoubled() {
        return doubled.length * (doubled.length + 1);
    }
}
