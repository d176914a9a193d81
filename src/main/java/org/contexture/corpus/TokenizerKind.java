package org.contexture.corpus;

/** The tokenizers an experiment file can name; {@link Tokenizer#of} makes them. */
public enum TokenizerKind {
    WHITESPACE,
    CHARACTER,
    WORD
}
