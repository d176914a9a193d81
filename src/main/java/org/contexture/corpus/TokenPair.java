package org.contexture.corpus;

import java.util.List;

/** A sentence pair and its tokens. */
record TokenPair(SentencePair text, List<String> source, List<String> target) {
    boolean isBlank() {
        return source.isEmpty() || target.isEmpty();
    }

    boolean isLongerThan(int tokens) {
        return source.size() > tokens || target.size() > tokens;
    }

    TokenPair truncated(int tokens) {
        return new TokenPair(text, first(tokens, source), first(tokens, target));
    }

    Example example(Vocabulary sourceVocabulary, Vocabulary targetVocabulary) {
        return new Example(text, sourceVocabulary.ids(source), targetVocabulary.ids(target));
    }

    private static List<String> first(int tokens, List<String> sentence) {
        return sentence.subList(0, Math.min(tokens, sentence.size()));
    }
}
