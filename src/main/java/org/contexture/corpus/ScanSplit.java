package org.contexture.corpus;

/** How SCAN's 20,910 commands are parted into training and test (Lake and Baroni, 2018, experiments 1 to 3). */
public enum ScanSplit {
    /** A seeded draw: {@code corpus.percent} of all commands train, the rest test. */
    SIMPLE,
    /** Commands of at most 22 actions train (16,990), longer ones test (3,920). */
    LENGTH,
    /** {@code jump} is trained alone, repeated to 1,467 of 14,670 pairs; the 7,706 commands that combine it test. */
    ADD_PRIM_JUMP,
    /** {@code turn left} is trained alone, repeated to 2,189 of 21,890 pairs; the 1,208 commands that combine it test. */
    ADD_PRIM_TURN_LEFT
}
