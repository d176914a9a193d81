package org.contexture.corpus;

/** The generated tasks an experiment file can name. */
public enum Task {
    /** {@code 3 1 2} to {@code 3 1 2}. */
    COPY,
    /** {@code 3 1 2} to {@code 2 1 3}. */
    REVERSE,
    /** {@code 3 1 2} to {@code 1 2 3}. */
    SORT,
    /** {@code 12+23} to {@code 35}, always read by {@link TokenizerKind#CHARACTER}. */
    ADDITION,
    /** Commands such as {@code jump twice} to their actions (Lake and Baroni, 2018), see {@link ScanSplit}. */
    SCAN
}
