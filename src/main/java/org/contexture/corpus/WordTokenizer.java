package org.contexture.corpus;

import java.util.List;
import java.util.Locale;
import org.tribuo.util.tokens.impl.BreakIteratorTokenizer;

/**
 * Tokens are words, numbers and single punctuation marks, as Tribuo's break iterator cuts them in the root locale:
 * {@code He doesn't (yet).} is {@code He doesn't ( yet ) .}; {@code well-known}, {@code 3.5}, {@code 5%} stay whole.
 *
 * <p>Joining is approximate, because tokens do not say where spaces stood: none before closing punctuation, none after an opening
 * bracket or quotation mark, none around a slash or an apostrophe; straight double quotes open and close in turn, and “ closes „.
 */
public record WordTokenizer() implements Tokenizer {
    private static final String CLOSING = ".,;:!?%)]}”»…。、，！？）」’'/";
    private static final String OPENING = "([{«„‚¿¡（「’'/";

    @Override
    public List<String> tokenize(String text) {
        // Tribuo's tokenizers hold the text they work on, so each call has its own; that costs microseconds.
        return new BreakIteratorTokenizer(Locale.ROOT)
                .split(text).stream()
                        .filter(token -> !Whitespace.isBlank(token))
                        .toList();
    }

    @Override
    public String detokenize(List<String> tokens) {
        StringBuilder text = new StringBuilder();
        boolean glued = true;
        boolean straight = false; // whether a " is open
        boolean low = false; // whether a „ is open, which “ closes; otherwise “ opens
        for (String token : tokens) {
            boolean opens = token.equals("\"") ? !straight : token.equals("“") ? !low : OPENING.contains(token);
            boolean closes = token.equals("\"") ? straight : token.equals("“") ? low : CLOSING.contains(token);
            text.append(glued || closes ? "" : " ").append(token);
            glued = opens;
            straight ^= token.equals("\"");
            low = token.equals("„") || (low && !token.equals("“"));
        }
        return text.toString();
    }
}
