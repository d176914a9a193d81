package org.contexture.corpus;

/**
 * A sentence pair and its token numbers, without {@code <s>} and {@code </s>}. The text is whole even where the numbers were
 * truncated. The arrays are the example's own, for speed: read them only.
 */
public final class Example {
    private final SentencePair text;
    private final int[] source;
    private final int[] target;

    public Example(SentencePair text, int[] source, int[] target) {
        this.text = text;
        this.source = source;
        this.target = target;
    }

    public SentencePair text() {
        return text;
    }

    /** Numbers of the source tokens in the source vocabulary, at least one. */
    public int[] source() {
        return source;
    }

    /** Numbers of the target tokens in the target vocabulary, at least one. */
    public int[] target() {
        return target;
    }
}
