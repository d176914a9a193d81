package org.contexture.corpus;

import java.util.ArrayList;
import java.util.List;

/** Tokens are what stands between white space, no-break spaces included; joined again by one space. */
public record WhitespaceTokenizer() implements Tokenizer {
    @Override
    public List<String> tokenize(String text) {
        List<String> tokens = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || Whitespace.is(text.charAt(i))) {
                if (i > start) {
                    tokens.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return tokens;
    }

    @Override
    public String detokenize(List<String> tokens) {
        return String.join(" ", tokens);
    }
}
