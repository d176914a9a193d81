package org.contexture.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tokens and their numbers, from 0. The first four are reserved: padding, beginning, end, unknown. The others follow by count,
 * most frequent first, equal counts in the order of {@link String#compareTo} (UTF-16 code units).
 *
 * <p>A token of text that is spelled like a reserved one is unknown: no corpus can put a beginning or an end into a sentence.
 */
public final class Vocabulary {
    /** Padding, {@code <pad>}. */
    public static final int PAD = 0;
    /** Beginning of a sentence, {@code <s>}. */
    public static final int BOS = 1;
    /** End of a sentence, {@code </s>}. */
    public static final int EOS = 2;
    /** Any token not in the vocabulary, {@code <unk>}. */
    public static final int UNK = 3;
    /** The first token that is a word. */
    public static final int FIRST_WORD = 4;

    private static final List<String> RESERVED = List.of("<pad>", "<s>", "</s>", "<unk>");

    private final List<String> tokens;
    private final Map<String, Integer> ids = new HashMap<>();

    private Vocabulary(List<String> known) {
        List<String> all = new ArrayList<>(RESERVED);
        all.addAll(known);
        tokens = List.copyOf(all);
        for (int id = RESERVED.size(); id < tokens.size(); id++) {
            ids.put(tokens.get(id), id);
        }
    }

    /**
     * The tokens of sentences.
     *
     * @param minCount times a token must occur
     * @param maxSize most tokens kept, the reserved four not counted; null keeps all
     */
    public static Vocabulary of(Iterable<List<String>> sentences, int minCount, @Nullable Integer maxSize) {
        Map<String, Integer> counts = new HashMap<>();
        sentences.forEach(sentence -> sentence.forEach(token -> counts.merge(token, 1, Integer::sum)));
        counts.keySet().removeAll(RESERVED);
        Comparator<Map.Entry<String, Integer>> byCount = Map.Entry.comparingByValue(Comparator.reverseOrder());
        return new Vocabulary(counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= minCount)
                .sorted(byCount.thenComparing(Map.Entry.comparingByKey()))
                .limit(maxSize == null ? Long.MAX_VALUE : maxSize)
                .map(Map.Entry::getKey)
                .toList());
    }

    /** The number of tokens, the reserved four included. */
    public int size() {
        return tokens.size();
    }

    /** The token's number, {@link #UNK} if it has none or is spelled like a reserved token. */
    public int id(String token) {
        return ids.getOrDefault(token, UNK);
    }

    /**
     * The token of a number.
     *
     * @throws IndexOutOfBoundsException unless 0 ≤ id &lt; size
     */
    public String token(int id) {
        return tokens.get(id);
    }

    /** The numbers of a sentence's tokens; nothing is added around them. */
    public int[] ids(List<String> sentence) {
        return sentence.stream().mapToInt(this::id).toArray();
    }

    /** The tokens of numbers, reserved ones spelled out. */
    public List<String> tokens(int[] sentence) {
        return IntStream.of(sentence).mapToObj(this::token).toList();
    }

    /** All tokens in the order of their numbers, the reserved four first. */
    public List<String> tokens() {
        return tokens;
    }
}
