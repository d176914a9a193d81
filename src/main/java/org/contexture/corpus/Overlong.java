package org.contexture.corpus;

/** What happens to a training or validation pair with a side of more than {@code corpus.maxLength} tokens. */
public enum Overlong {
    /** The pair is left out. */
    DROP,
    /** Each side keeps its first {@code maxLength} tokens. */
    TRUNCATE
}
