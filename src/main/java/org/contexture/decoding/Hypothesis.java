package org.contexture.decoding;

/**
 * A decoded sentence.
 *
 * @param tokens target ids without {@code <s>} and {@code </s>}
 * @param finished whether {@code </s>} was written; false if the length limit cut it off
 */
@SuppressWarnings("ArrayRecordComponent") // plain results, never compared
public record Hypothesis(int[] tokens, boolean finished) {}
