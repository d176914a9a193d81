package org.contexture.chart;

/** What the colours of a heat map run over. */
public enum Colours {
    /** From the smallest value, pale, to the largest, dark. */
    SEQUENTIAL,
    /** The same, from the largest, pale, to the smallest, dark: for measures of which less is better. */
    SEQUENTIAL_DOWN,
    /** From 0, pale, to 1, dark: shares and weights. */
    SHARE,
    /** Blue below zero, pale at zero, red above, as far to one side as to the other. */
    DIVERGING
}
