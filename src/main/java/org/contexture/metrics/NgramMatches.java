package org.contexture.metrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** BLEU's sufficient statistics, summed over sentences: clipped matches and hypothesis n-grams by order, and lengths. */
final class NgramMatches {
    private final long[] correct;
    private final long[] total;
    private long hypothesisLength;
    private long referenceLength;

    NgramMatches(int order) {
        correct = new long[order];
        total = new long[order];
    }

    void add(List<String> hypothesis, List<String> reference) {
        hypothesisLength += hypothesis.size();
        referenceLength += reference.size();
        for (int n = 1; n <= order(); n++) {
            total[n - 1] += Math.max(0, hypothesis.size() - n + 1);
            correct[n - 1] += clippedMatches(ngrams(hypothesis, n), ngrams(reference, n));
        }
    }

    // An n-gram counts at most as often as the reference has it: "the the the" matches "the cat" once.
    private static long clippedMatches(Map<List<String>, Integer> hypothesis, Map<List<String>, Integer> reference) {
        long matches = 0;
        for (Map.Entry<List<String>, Integer> ngram : hypothesis.entrySet()) {
            matches += Math.min(ngram.getValue(), reference.getOrDefault(ngram.getKey(), 0));
        }
        return matches;
    }

    private static Map<List<String>, Integer> ngrams(List<String> tokens, int n) {
        Map<List<String>, Integer> counts = new HashMap<>();
        for (int i = 0; i + n <= tokens.size(); i++) {
            counts.merge(tokens.subList(i, i + n), 1, Integer::sum);
        }
        return counts;
    }

    int order() {
        return correct.length;
    }

    long[] correct() {
        return correct;
    }

    long[] total() {
        return total;
    }

    long hypothesisLength() {
        return hypothesisLength;
    }

    long referenceLength() {
        return referenceLength;
    }
}
