package org.contexture.corpus;

import java.util.List;

/** Tokens are code points, spaces within the sentence included, so joining them restores it exactly. */
public record CharacterTokenizer() implements Tokenizer {
    @Override
    public List<String> tokenize(String text) {
        return Whitespace.strip(text).codePoints().mapToObj(Character::toString).toList();
    }

    @Override
    public String detokenize(List<String> tokens) {
        return String.join("", tokens);
    }
}
