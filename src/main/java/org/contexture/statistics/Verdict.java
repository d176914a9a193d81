package org.contexture.statistics;

/** What a test can say. */
public enum Verdict {
    /** Not even the clearest outcome of so few seeds could be significant: nothing was tested. */
    TOO_FEW_SEEDS,
    /** p is at most {@link #ALPHA}. */
    SIGNIFICANT,
    /** p is larger. That is no sign of equality: a difference may be too small for so many seeds. */
    NOT_SIGNIFICANT;

    /** The usual level of significance. */
    public static final double ALPHA = 0.05;

    /**
     * The fewest seeds whose exact sign-flip test can be significant after correction for so many comparisons: the least n with
     * 2 / 2^n · comparisons ≤ α.
     */
    public static int fewestSeeds(long comparisons) {
        int n = 1;
        while (Math.scalb(2.0, -n) * comparisons > ALPHA) {
            n++;
        }
        return n;
    }

    static Verdict of(double p, double smallestP) {
        if (smallestP > ALPHA) {
            return TOO_FEW_SEEDS;
        }
        return p <= ALPHA ? SIGNIFICANT : NOT_SIGNIFICANT;
    }
}
