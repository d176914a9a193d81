package org.contexture.corpus;

/**
 * How many tokens a model must know, the reserved ones included.
 *
 * @param source of the source side
 * @param target of the target side
 */
public record VocabularySizes(int source, int target) {}
