package org.contexture.statistics;

/** One replicate each: a segment's two vectors change sides or not, so a shuffle is the sum of some of their differences. */
final class SwapShuffling implements Shuffling {
    private final double[][] observed;
    private final double[][] sums;
    private final double[][] differences;
    private final Pcg64 random;

    SwapShuffling(SegmentStatistics statistics, Pcg64 random) {
        this.random = random;
        observed = statistics.sums();
        int width = statistics.width();
        sums = new double[2][width];
        differences = new double[statistics.bySegment().length][width];
        for (int s = 0; s < differences.length; s++) {
            double[] both = statistics.bySegment()[s];
            for (int k = 0; k < width; k++) {
                differences[s][k] = both[width + k] - both[k];
            }
        }
    }

    @Override
    public double[][] next() {
        double[] moved = sums[1];
        SegmentStatistics.clear(sums);
        for (double[] difference : differences) {
            if (random.nextBoolean()) {
                SegmentStatistics.add(moved, difference, 0);
            }
        }
        for (int k = 0; k < moved.length; k++) {
            sums[0][k] = observed[0][k] + moved[k];
            sums[1][k] = observed[1][k] - moved[k];
        }
        return sums;
    }
}
