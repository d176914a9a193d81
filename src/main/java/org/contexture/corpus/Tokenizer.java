package org.contexture.corpus;

import java.util.List;

/** Cuts a sentence into tokens and joins tokens into a sentence; any number of threads may share one. */
public sealed interface Tokenizer permits WhitespaceTokenizer, CharacterTokenizer, WordTokenizer {
    /** The tokens of a text, none of them empty; no tokens for a text of white space. */
    List<String> tokenize(String text);

    /** A text for the tokens. */
    String detokenize(List<String> tokens);

    /** The tokenizer of a kind. */
    static Tokenizer of(TokenizerKind kind) {
        return switch (kind) {
            case WHITESPACE -> new WhitespaceTokenizer();
            case CHARACTER -> new CharacterTokenizer();
            case WORD -> new WordTokenizer();
        };
    }
}
