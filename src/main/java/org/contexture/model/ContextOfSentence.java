package org.contexture.model;

/**
 * What an encoder handed on of a sentence.
 *
 * @param values c, [H]
 * @param shares how much of it comes from each source token, [T], summing to one
 */
@SuppressWarnings("ArrayRecordComponent") // plain numbers to look at, never compared
public record ContextOfSentence(float[] values, float[] shares) {}
