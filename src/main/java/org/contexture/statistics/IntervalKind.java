package org.contexture.statistics;

/** How an {@link Interval} was made. */
public enum IntervalKind {
    /** Student's t (1908): exact for normal values, however few. */
    T,
    /** Percentile bootstrap of the mean (Efron, 1979): without assumptions, for many values. */
    BOOTSTRAP
}
