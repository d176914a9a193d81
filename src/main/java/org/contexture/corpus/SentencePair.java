package org.contexture.corpus;

/** A sentence and its counterpart, as text without surrounding white space. */
public record SentencePair(String source, String target) {}
