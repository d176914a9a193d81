package org.contexture.metrics;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tercom's way to cut text into words, as sacreBLEU has it. Three of its rules cannot ever apply, because the text has spaces
 * around it by then (the possessive at the very end, runs of Hiragana and of Katakana at the very beginning); they are left out.
 */
final class TerTokenizer {
    private static final Pattern WESTERN = Pattern.compile("[.,?:;!\"()]");
    // U+3F22 for U+32FF is sacreBLEU's slip, and part of its scores.
    private static final Pattern ASIAN_CHARACTER = Pattern.compile("([\\u4e00-\\u9fff\\u3400-\\u4dbf])");
    private static final Pattern STROKE_OR_RADICAL = Pattern.compile("([\\u31c0-\\u31ef\\u2e80-\\u2eff])");
    private static final Pattern COMPATIBILITY = Pattern.compile("([\\u3300-\\u33ff\\uf900-\\ufaff\\ufe30-\\ufe4f])");
    private static final Pattern ENCLOSED = Pattern.compile("([\\u3200-\\u3f22])");
    private static final Pattern ASIAN_PUNCTUATION =
            Pattern.compile("([\\u3001\\u3002\\u3008-\\u3011\\u3014-\\u301f\\uff61-\\uff65\\u30fb])");
    private static final Pattern FULL_WIDTH =
            Pattern.compile("([\\uff0e\\uff0c\\uff1f\\uff1a\\uff1b\\uff01\\uff02\\uff08\\uff09])");
    private static final List<Pattern> ASIAN =
            List.of(ASIAN_CHARACTER, STROKE_OR_RADICAL, COMPATIBILITY, ENCLOSED, ASIAN_PUNCTUATION, FULL_WIDTH);

    private final Ter ter;

    TerTokenizer(Ter ter) {
        this.ter = ter;
    }

    List<String> tokens(String text) {
        String words = PythonText.rstrip(text);
        words = ter.caseSensitive() ? words : PythonText.lower(words);
        if (ter.normalized()) {
            words = normalized(words);
        }
        if (ter.noPunct()) {
            words = withoutPunctuation(words);
        }
        return PythonText.split(words);
    }

    private String normalized(String text) {
        String plain = Tokenization.unescaped(text.replace("\n-", "").replace("\n", " "));
        String apart = Punctuation.marksApart(" " + plain + " ");
        String western = Punctuation.digitsTogether(apart.replace("'s ", " 's "));
        String asian = western;
        if (ter.asianSupport()) {
            for (Pattern pattern : ASIAN) {
                asian = pattern.matcher(asian).replaceAll(" $1 ");
            }
        }
        return asian;
    }

    private String withoutPunctuation(String text) {
        String western = WESTERN.matcher(text).replaceAll("");
        return ter.asianSupport()
                ? FULL_WIDTH
                        .matcher(ASIAN_PUNCTUATION.matcher(western).replaceAll(""))
                        .replaceAll("")
                : western;
    }
}
