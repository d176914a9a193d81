package org.contexture.statistics;

import java.util.Arrays;

/**
 * Both systems' statistics segment by segment, as a shuffle reads them.
 *
 * @param places replicates of both systems, A's first
 * @param width numbers in a vector
 * @param bySegment [segment][place · width + number]
 */
@SuppressWarnings("ArrayRecordComponent") // a bundle of buffers, never compared
record SegmentStatistics(int places, int width, double[][] bySegment) {
    static SegmentStatistics of(double[][][] a, double[][][] b) {
        if (a.length == 0 || a.length != b.length || a[0].length == 0 || a[0][0].length == 0) {
            throw new IllegalArgumentException(
                    "two systems of as many replicates are needed, and at least one segment");
        }
        int places = 2 * a.length;
        int width = a[0][0].length;
        double[][] bySegment = new double[a[0].length][places * width];
        for (int place = 0; place < places; place++) {
            double[][] replicate = place < a.length ? a[place] : b[place - a.length];
            if (replicate.length != bySegment.length) {
                throw new IllegalArgumentException("replicates of " + bySegment.length + " and " + replicate.length
                        + " segments cannot be compared");
            }
            for (int s = 0; s < replicate.length; s++) {
                copy(replicate[s], width, bySegment[s], place * width);
            }
        }
        return new SegmentStatistics(places, width, bySegment);
    }

    private static void copy(double[] vector, int width, double[] to, int at) {
        if (vector.length != width) {
            throw new IllegalArgumentException(
                    "a segment has " + vector.length + " statistics and another one has " + width);
        }
        Numbers.requireFinite(vector, 1);
        System.arraycopy(vector, 0, to, at, width);
    }

    /** The sum over segments of each place, as observed. */
    double[][] sums() {
        double[][] sums = new double[places][width];
        for (double[] segment : bySegment) {
            for (int place = 0; place < places; place++) {
                add(sums[place], segment, place * width);
            }
        }
        return sums;
    }

    /** Adds as many numbers as the sum has, beginning at {@code from}. */
    static void add(double[] sum, double[] numbers, int from) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += numbers[from + k];
        }
    }

    /** A place's sums of all segments set to 0. */
    static void clear(double[][] sums) {
        for (double[] sum : sums) {
            Arrays.fill(sum, 0);
        }
    }
}
