package org.contexture.statistics;

import java.util.Arrays;

/** Several replicates: a segment's vectors go to all places of both systems in random order (Fisher and Yates). */
final class PooledShuffling implements Shuffling {
    private final SegmentStatistics statistics;
    private final Pcg64 random;
    private final double[][] sums;

    // Each segment's order goes on from the one before it: a random order of any order is a random order.
    private final int[] order;

    PooledShuffling(SegmentStatistics statistics, Pcg64 random) {
        this.statistics = statistics;
        this.random = random;
        sums = new double[statistics.places()][statistics.width()];
        order = new int[statistics.places()];
        Arrays.setAll(order, place -> place * statistics.width());
    }

    @Override
    public double[][] next() {
        SegmentStatistics.clear(sums);
        for (double[] segment : statistics.bySegment()) {
            for (int place = order.length - 1; place >= 0; place--) {
                int other = random.below(place + 1);
                int from = order[other];
                order[other] = order[place];
                order[place] = from;
                SegmentStatistics.add(sums[place], segment, from);
            }
        }
        return sums;
    }
}
