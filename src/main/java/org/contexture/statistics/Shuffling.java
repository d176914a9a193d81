package org.contexture.statistics;

/** A way to reassign segments to models. */
interface Shuffling {
    /** The next shuffle's sums over segments, [place][number]; the array is used again for the one after. */
    double[][] next();
}
