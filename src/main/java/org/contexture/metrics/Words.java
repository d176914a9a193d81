package org.contexture.metrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for the words of one segment's references, because numbers compare faster than texts. */
final class Words {
    /** Any word that no reference has. */
    static final int UNKNOWN = -1;

    private final Map<String, Integer> numbers = new HashMap<>();

    /** The words' numbers from 0, new ones for new words. */
    int[] add(List<String> words) {
        return words.stream()
                .mapToInt(word -> numbers.computeIfAbsent(word, w -> numbers.size()))
                .toArray();
    }

    /** The words' numbers, {@link #UNKNOWN} for words that were never added. */
    int[] known(List<String> words) {
        int[] known = new int[words.size()];
        for (int i = 0; i < known.length; i++) {
            known[i] = numbers.getOrDefault(words.get(i), UNKNOWN);
        }
        return known;
    }
}
