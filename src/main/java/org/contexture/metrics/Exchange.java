package org.contexture.metrics;

import java.util.Arrays;

/** Two systems that exchange segments: the sums of statistics of both afterwards. */
abstract class Exchange {
    final double[] first;
    final double[] second;

    private Exchange(int width) {
        first = new double[width];
        second = new double[width];
    }

    /** The fastest way that adds up right to the last digit. */
    static Exchange of(SufficientStatistics a, SufficientStatistics b) {
        boolean whole = Arrays.stream(a.rows()).allMatch(Exchange::isWhole)
                && Arrays.stream(b.rows()).allMatch(Exchange::isWhole);
        return whole ? new OfWholeNumbers(a, b) : new InOrder(a, b);
    }

    private static boolean isWhole(double[] row) {
        return Arrays.stream(row).allMatch(x -> x == Math.rint(x));
    }

    /**
     * Exchanges segments.
     *
     * @param stays a bit a segment: whether it stays with its system
     */
    abstract void shuffle(long[] stays);

    double[] first() {
        return first;
    }

    double[] second() {
        return second;
    }

    private static void add(double[] sums, double[] row) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += row[k];
        }
    }

    /** Whole numbers may be added in any order, so only what changes is. */
    private static final class OfWholeNumbers extends Exchange {
        private final double[] sumOfB;
        private final double[] sumOfBoth;
        private final double[][] gains;

        OfWholeNumbers(SufficientStatistics a, SufficientStatistics b) {
            super(a.rows()[0].length);
            sumOfB = b.sum();
            sumOfBoth = a.sum();
            add(sumOfBoth, sumOfB);
            gains = new double[a.size()][];
            for (int i = 0; i < gains.length; i++) {
                gains[i] = a.rows()[i].clone();
                for (int k = 0; k < gains[i].length; k++) {
                    gains[i][k] -= b.rows()[i][k];
                }
            }
        }

        @Override
        void shuffle(long[] stays) {
            System.arraycopy(sumOfB, 0, first, 0, first.length);
            for (int word = 0; word < stays.length; word++) {
                for (long left = stays[word]; left != 0; left &= left - 1) {
                    add(first, gains[word * 64 + Long.numberOfTrailingZeros(left)]);
                }
            }
            for (int k = 0; k < second.length; k++) {
                second[k] = sumOfBoth[k] - first[k];
            }
        }
    }

    /** Fractions, such as mean reference lengths, are added as a matrix product does: what stays, what comes, then both. */
    private static final class InOrder extends Exchange {
        private final double[][] a;
        private final double[][] b;

        InOrder(SufficientStatistics a, SufficientStatistics b) {
            super(a.rows()[0].length);
            this.a = a.rows();
            this.b = b.rows();
        }

        @Override
        void shuffle(long[] stays) {
            double[] comesToFirst = new double[first.length];
            double[] comesToSecond = new double[first.length];
            Arrays.fill(first, 0);
            Arrays.fill(second, 0);
            for (int i = 0; i < a.length; i++) {
                boolean stay = (stays[i / 64] >>> i & 1) != 0;
                add(stay ? first : comesToSecond, a[i]);
                add(stay ? second : comesToFirst, b[i]);
            }
            add(first, comesToFirst);
            add(second, comesToSecond);
        }
    }
}
