package org.contexture.metrics;

import java.util.List;
import java.util.regex.Pattern;

/** How BLEU cuts text into tokens, as sacreBLEU does under the same names. All but {@code none} take plain text. */
public enum Tokenization {
    /** At white space alone: the text is already cut. */
    NONE("none") {
        @Override
        String spaced(String text) {
            return text;
        }
    },
    /** As {@code mteval-v13a.pl} of WMT: ASCII punctuation apart, but for points and commas between digits. */
    MTEVAL_13A("13a") {
        @Override
        String spaced(String text) {
            String joined = text.replace("<skipped>", "").replace("-\n", "").replace("\n", " ");
            return Punctuation.apart(" " + unescaped(joined) + " ");
        }
    },
    /** As {@code mteval-v14.pl --international-tokenization}: Unicode's punctuation and symbols apart. */
    INTL("intl") {
        @Override
        String spaced(String text) {
            String before = PUNCTUATION_AFTER_NO_NUMBER.matcher(text).replaceAll("$1 $2 ");
            String after = PUNCTUATION_BEFORE_NO_NUMBER.matcher(before).replaceAll(" $1 $2");
            return SYMBOL.matcher(after).replaceAll(" $1 ");
        }
    },
    /** Each character (code point) is a token. */
    CHAR("char") {
        @Override
        String spaced(String text) {
            StringBuilder spaced = new StringBuilder(2 * text.length());
            text.codePoints().forEach(c -> spaced.appendCodePoint(c).append(' '));
            return spaced.toString();
        }
    },
    /** Each Chinese character is a token, the text between them is cut as by {@code 13a}. */
    ZH("zh") {
        @Override
        String spaced(String text) {
            String stripped = PythonText.strip(text);
            StringBuilder spaced = new StringBuilder(2 * stripped.length());
            for (int i = 0; i < stripped.length(); i++) {
                char c = stripped.charAt(i);
                spaced.append(Chinese.is(c) ? " " + c + " " : String.valueOf(c));
            }
            return Punctuation.apart(spaced.toString());
        }
    };

    private static final Pattern PUNCTUATION_AFTER_NO_NUMBER = Pattern.compile("(\\P{N})(\\p{P})");
    private static final Pattern PUNCTUATION_BEFORE_NO_NUMBER = Pattern.compile("(\\p{P})(\\P{N})");
    private static final Pattern SYMBOL = Pattern.compile("(\\p{S})");

    private final String word;

    Tokenization(String word) {
        this.word = word;
    }

    /** The tokens of a text. */
    List<String> tokens(String text) {
        return PythonText.split(spaced(text));
    }

    /** The text with white space between its tokens. */
    abstract String spaced(String text);

    // In this order: "&amp;lt;" becomes "<".
    static String unescaped(String text) {
        return text.indexOf('&') < 0
                ? text
                : text.replace("&quot;", "\"")
                        .replace("&amp;", "&")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">");
    }

    /** The name in signatures, settings and on the command line, such as {@code 13a}. */
    @Override
    public String toString() {
        return word;
    }
}
