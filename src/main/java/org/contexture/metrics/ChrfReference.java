package org.contexture.metrics;

import java.util.ArrayList;
import java.util.List;

/** One reference of one segment as chrF needs it: its n-grams of characters and of words. */
final class ChrfReference {
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private final Chrf chrf;
    private final Words words = new Words();
    private final int characterCount;
    private final int wordCount;
    private final NgramTrie characterNgrams;
    private final NgramTrie wordNgrams;

    ChrfReference(Chrf chrf, String reference) {
        this.chrf = chrf;
        Text text = new Text(chrf, reference);
        int[] numbers = words.add(text.words);
        characterCount = text.characters.length;
        wordCount = numbers.length;
        characterNgrams = NgramTrie.of(chrf.charOrder(), text.characters);
        wordNgrams = NgramTrie.of(chrf.wordOrder(), numbers);
    }

    /** A text as chrF sees it, cut once however many references there are. */
    static final class Text {
        private final int[] characters;
        private final List<String> words;

        Text(Chrf chrf, String text) {
            String cased = chrf.lowercase() ? PythonText.lower(text) : text;
            String kept = chrf.whitespace() ? cased : PythonText.withoutSpace(cased);
            characters = kept.codePoints().toArray();
            words = chrf.wordOrder() == 0 ? List.of() : punctuationApart(PythonText.split(cased));
        }
    }

    /** One punctuation mark at the end of a word is a word of its own, or else one at the beginning. */
    private static List<String> punctuationApart(List<String> words) {
        List<String> apart = new ArrayList<>();
        for (String word : words) {
            int last = word.length() - 1;
            if (last > 0 && PUNCTUATION.indexOf(word.charAt(last)) >= 0) {
                apart.add(word.substring(0, last));
                apart.add(word.substring(last));
            } else if (last > 0 && PUNCTUATION.indexOf(word.charAt(0)) >= 0) {
                apart.add(word.substring(0, 1));
                apart.add(word.substring(1));
            } else {
                apart.add(word);
            }
        }
        return apart;
    }

    /** Hypothesis n-grams, reference n-grams and matches of each order. */
    double[] statistics(Text hypothesis) {
        double[] statistics = new double[chrf.width()];
        int[] characters = hypothesis.characters;
        fill(statistics, 0, characters.length, characterCount, characterNgrams.matches(characters));
        int[] numbers = words.known(hypothesis.words);
        fill(statistics, chrf.charOrder(), numbers.length, wordCount, wordNgrams.matches(numbers));
        return statistics;
    }

    private static void fill(double[] statistics, int first, int length, int referenceLength, int[] matches) {
        for (int n = 1; n <= matches.length; n++) {
            int at = 3 * (first + n - 1);
            int ofReference = Math.max(0, referenceLength - n + 1);
            // An order that the reference is too short for says nothing of the hypothesis either.
            statistics[at] = ofReference == 0 ? 0 : Math.max(0, length - n + 1);
            statistics[at + 1] = ofReference;
            statistics[at + 2] = matches[n - 1];
        }
    }
}
